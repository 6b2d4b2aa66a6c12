"""The target of a detector: boxes, labels from 1, and pictures without any.

One dictionary a picture. Boxes are corners in pixels, float. Class 0 is the background,
so labels begin at 1 and `num_classes` is one more than there are kinds. A picture
without objects has boxes of shape (0, 4): `torch.tensor([])` alone has shape (0,).

Attributes: Shapes
    boxes: (2, 4) float32, x1, y1, x2, y2
    labels: (2,) int64, from 1

Raises:
    AssertionError: `model(images, [target([]), {"boxes": torch.tensor([]), "labels":
        labels[:0]}])` Expected target boxes to be a tensor of shape [N, 4]
    AssertionError: `model(images, [target([]), target([(8, 8, 8, 20, "disc")])])` All
        bounding boxes should have positive height and width

Asked as:
    target format of Faster R-CNN; labels start at 1 in detection; is class 0 the
    background; num_classes of fasterrcnn including background; image without objects in
    training; empty boxes in the target dict; negative samples for a detector; All
    bounding boxes should have positive height and width. Found invalid box; Expected
    target boxes to be a tensor of shape [N, 4]; build targets for torchvision
    detection; annotation to boxes and labels; torch.zeros((0, 4)) for no boxes; boxes
    must be float in the target; which number has the first class of a detector; tell
    Faster R-CNN that a picture holds nothing; picture that holds no object
"""

import torch
from torch import nn
from torchvision.models.detection import FCOS
from torchvision.models.detection.anchor_utils import AnchorGenerator

KINDS = {"disc": 1, "square": 2}  # 0 is the background


def target(objects):
    corners = [numbers for *numbers, _ in objects]
    boxes = torch.tensor(corners, dtype=torch.float32).reshape(-1, 4)  # <-
    labels = [KINDS[name] for *_, name in objects]
    return {"boxes": boxes, "labels": torch.tensor(labels, dtype=torch.int64)}


some = target([(4, 6, 20, 22, "disc"), (30, 30, 50, 44, "square")])
boxes, labels = some["boxes"], some["labels"]
empty = target([])
print(empty["boxes"].shape, empty["labels"].dtype)
#> torch.Size([0, 4]) torch.int64

torch.manual_seed(0)
backbone = nn.Conv2d(3, 32, kernel_size=8, stride=8)
backbone.out_channels = 32
anchors = AnchorGenerator(sizes=((8,),), aspect_ratios=((1.0,),))
model = FCOS(backbone, 1 + len(KINDS), anchor_generator=anchors, min_size=64)
images = [torch.rand(3, 64, 64), torch.rand(3, 64, 64)]
losses = model(images, [some, empty])
print(all(loss.isfinite() for loss in losses.values()))
#> True
