"""Boxes: format, clamp, sanitize.

XYXY is two corners, XYWH a corner and a size, CXCYWH the centre and a size. After a
crop `ClampBoundingBoxes` cuts boxes at the border, and `SanitizeBoundingBoxes` removes
what is left too small, with its labels. Arithmetic on boxes gives a plain tensor:
`tv_tensors.wrap` makes boxes of it again.

Attributes: Shapes
    boxes: (2, 4) float32
"""

import torch
from torchvision import tv_tensors
from torchvision.transforms import v2

boxes = tv_tensors.BoundingBoxes(
    [[10.0, 20.0, 50.0, 40.0], [90.0, 90.0, 140.0, 120.0]],
    format="XYXY",
    canvas_size=(100, 100),
)
print(v2.ConvertBoundingBoxFormat("CXCYWH")(boxes)[0])
#> tensor([30., 30., 40., 20.])
print(v2.ClampBoundingBoxes()(boxes)[1])
#> tensor([ 90.,  90., 100., 100.])

outside = tv_tensors.wrap(boxes - 45, like=boxes)
target = {"boxes": v2.ClampBoundingBoxes()(outside), "labels": torch.tensor([1, 2])}
print(v2.SanitizeBoundingBoxes()(target)["labels"])
#> tensor([2])
