"""From a mask of numbered objects to a target: planes, boxes, labels.

Each object of the mask has a number of its own, 0 is the ground. One comparison makes
a plane for each. [The corners](../models/vision_ops.md#masks_to_boxes) that
`masks_to_boxes` gives are the last pixels: add 1, or an object of one column has no
width.

Attributes: Shapes
    numbered: (6, 8) int64
    planes: (N, 6, 8) bool
    boxes: (N, 4) float32

Asked as:
    instance mask to bounding boxes; PennFudan dataset target; masks for Mask R-CNN;
    split an instance mask into binary masks; obj_ids = torch.unique(mask); boxes from
    numbered objects; instance segmentation target dict; one mask per object; mask to
    boxes and labels; zero width box from a thin mask; label image to targets of a
    detector; Mask R-CNN masks uint8 of shape N H W; map in which each object has its
    own id; rectangles round objects with ids
"""

import torch
from torchvision import ops

numbered = torch.zeros(6, 8, dtype=torch.int64)
numbered[0:3, 1:4] = 1
numbered[2:6, 6] = 2  # one column wide

numbers = numbered.unique()
numbers = numbers[numbers != 0]
planes = numbered == numbers.view(-1, 1, 1)  # <-
boxes = ops.masks_to_boxes(planes)
boxes[:, 2:] += 1
print(boxes)
#> tensor([[1., 0., 4., 3.],
#>         [6., 2., 7., 6.]])

target = {"boxes": boxes, "labels": torch.ones(len(boxes), dtype=torch.int64)}
target["masks"] = planes.to(torch.uint8)  # of Mask R-CNN
width, height = (boxes[:, 2:] - boxes[:, :2]).unbind(dim=1)
print(width, height, planes.sum(dim=(1, 2)))
#> tensor([3., 1.]) tensor([3., 4.]) tensor([9, 4])
