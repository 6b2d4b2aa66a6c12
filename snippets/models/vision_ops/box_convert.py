"""box_convert: corners, or a corner or centre with a size.

`xyxy` is what the other functions here take; COCO's files have `xywh`, YOLO's `cxcywh`
in shares of the picture's width and height.

Asked as:
    convert box format; xywh to xyxy; xyxy to cxcywh; COCO boxes to corners; YOLO boxes
    to corners; area of a bounding box; boxes that stick out of the image; remove boxes
    that are too small; box_area; bounding box center and size to corners; boxes outside
    of the picture; width and height of boxes
"""

import torch
from torchvision import ops

boxes = torch.tensor([[10.0, 20.0, 30.0, 60.0], [-5.0, 0.0, 1.0, 2.0]])  # (2, 4)
print(ops.box_convert(boxes, in_fmt="xyxy", out_fmt="xywh"))  # <-
#> tensor([[10., 20., 20., 40.],
#>         [-5.,  0.,  6.,  2.]])
print(ops.box_convert(boxes, "xyxy", "cxcywh"))
#> tensor([[20., 40., 20., 40.],
#>         [-2.,  1.,  6.,  2.]])
print(ops.box_area(boxes))
#> tensor([800.,  12.])

inside = ops.clip_boxes_to_image(boxes, size=(50, 100))  # height, width
print(inside)
#> tensor([[10., 20., 30., 50.],
#>         [ 0.,  0.,  1.,  2.]])
print(ops.remove_small_boxes(inside, min_size=2.0))  # numbers of those that stay
#> tensor([0])
