"""Boxes: format, clamp, sanitize.

XYXY is two corners, XYWH a corner and a size, CXCYWH the centre and a size. Crops
clamp boxes to the image, `ClampBoundingBoxes` does it by hand; `SanitizeBoundingBoxes`
removes what is too small or reaches outside, with its labels: clamp first. Arithmetic
on boxes gives a plain tensor: `tv_tensors.wrap` makes boxes of it again.

Attributes: Shapes
    boxes: (2, 4) float32

Asked as:
    xyxy to xywh; convert YOLO or Pascal VOC coordinates; COCO x, y, w, h to x1 y1 x2 y2
    corners; corners to center, width, height, cxcywh; convert the format of bboxes;
    bounding box format: corners, or center and size; convert boxes; clip boxes to the
    image; remove invalid, degenerate or empty bounding boxes after augmentation; All
    bounding boxes should have positive height and width; boxes lose their class after
    arithmetic; min_size of a box; torchvision.ops.box_convert; clip_boxes_to_image,
    remove_small_boxes; bounding boxes outside of the picture, beyond the border; remove
    labels of vanished objects, sanitize the boxes
"""

import torch
from torchvision import tv_tensors
from torchvision.transforms import v2

boxes = tv_tensors.BoundingBoxes(
    [[10.0, 20.0, 50.0, 40.0], [90.0, 90.0, 140.0, 120.0]],
    format="XYXY",
    canvas_size=(100, 100),
)
print(v2.ConvertBoundingBoxFormat("CXCYWH")(boxes)[0])  # <-
#> tensor([30., 30., 40., 20.])
print(v2.ClampBoundingBoxes()(boxes)[1])
#> tensor([ 90.,  90., 100., 100.])

outside = tv_tensors.wrap(boxes - 45, like=boxes)
target = {"boxes": v2.ClampBoundingBoxes()(outside), "labels": torch.tensor([1, 2])}
print(v2.SanitizeBoundingBoxes()(target)["labels"])
#> tensor([2])
