"""Boxes through a pipeline: cut at the border, and gone with their labels.

A crop cuts boxes at the border; those that lie outside are left empty, and a detector
refuses them. `SanitizeBoundingBoxes` last takes them out. It takes the labels along by
their key, and other rows of the objects where `labels_getter` returns them.

Attributes: Shapes
    image: (3, 60, 80) float32
    crop: (3, 40, 40) float32

Asked as:
    crop image and bounding boxes; random crop with boxes for Faster R-CNN; drop boxes
    that leave the picture; SanitizeBoundingBoxes labels_getter; area and iscrowd do not
    match the boxes after a crop; different number of boxes and labels after transform;
    train transforms of a detector; augmentation pipeline for object detection with v2;
    boxes with zero width after cropping; keep masks and boxes in step; min_area of a
    box after a crop; order of transforms for detection
"""

import torch
from torchvision import tv_tensors
from torchvision.transforms import v2
from torchvision.utils import draw_bounding_boxes

corners = [[5.0, 5.0, 20.0, 20.0], [30.0, 20.0, 60.0, 50.0], [66.0, 40.0, 78.0, 56.0]]
image = tv_tensors.Image(torch.full((3, 60, 80), 0.4))
target = {
    "boxes": tv_tensors.BoundingBoxes(corners, format="XYXY", canvas_size=(60, 80)),
    "labels": torch.tensor([1, 2, 3]),
    "area": torch.tensor([225.0, 900.0, 192.0]),
}


def rows_of_objects(sample):
    return sample[1]["labels"], sample[1]["area"]


crop_only = v2.CenterCrop(40)
train = v2.Compose([crop_only, v2.SanitizeBoundingBoxes(labels_getter=rows_of_objects)])

print(crop_only(image, target)[1]["boxes"].tolist())
#> [[0.0, 0.0, 0.0, 10.0], [10.0, 10.0, 40.0, 40.0], [40.0, 30.0, 40.0, 40.0]]
crop, found = train(image, target)  # <-
print(found["boxes"].tolist(), found["labels"], found["area"])
#> [[10.0, 10.0, 40.0, 40.0]] tensor([2]) tensor([900.])

pictures = {
    "image": draw_bounding_boxes(image, target["boxes"], colors="yellow"),
    "crop": draw_bounding_boxes(crop, found["boxes"], colors="yellow"),
}
