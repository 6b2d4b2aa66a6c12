"""Detectors: a list in, a list of dictionaries out.

Images may differ in size, values in 0 to 1, not normalised. In eval mode each image
gives boxes, labels and scores; in training mode the model takes targets and returns
losses.

Attributes: Shapes
    image: (3, H, W) float32, in [0, 1]

Asked as:
    object detection; Faster R-CNN; fasterrcnn_resnet50_fpn; SSD, RetinaNet or Mask
    R-CNN; dict with boxes, labels, scores; format of object detection targets; targets
    should not be none when in training mode; In training mode, targets should be
    passed; loss dictionary of a detector; train my own object detector; why does the
    model return a list of dicts; pass pictures of unequal size to an object detector;
    output of maskrcnn_resnet50_fpn; read the bounding boxes and scores of a detection
    model; what does a detection model return; predictions instead of losses from Faster
    R-CNN; how should the targets look to train a detector
"""

import torch
from torchvision import models

torch.manual_seed(0)
model = models.detection.ssdlite320_mobilenet_v3_large(
    weights=None, weights_backbone=None, num_classes=3
)
image = torch.rand(3, 120, 160)

model.eval()
with torch.inference_mode():
    (found,) = model([image])  # <-
print({name: value.dtype for name, value in found.items()})
#> {'boxes': torch.float32, 'scores': torch.float32, 'labels': torch.int64}
print(found["boxes"].shape[1], len(found["boxes"]) == len(found["scores"]))
#> 4 True

model.train()
box = torch.tensor([[10.0, 10.0, 60.0, 80.0]])
target = {"boxes": box, "labels": torch.tensor([1])}
losses = model([image, image], [target, target])
print(sorted(losses))
#> ['bbox_regression', 'classification']
