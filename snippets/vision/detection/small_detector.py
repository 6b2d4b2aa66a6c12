"""A detector on a backbone of your own: sizes that fit small pictures.

The backbone is any module that turns pictures into maps and has `out_channels`. The
detector resizes first: by default small pictures are enlarged until the shorter side
has 800 pixels or the longer 1,333, and anchors are measured in those. The boxes that
come out are in pixels of the picture. Give
`min_size`, `max_size` and anchors that are as large as the objects.

Attributes: Shapes
    image: (3, 64, 96) float32, in [0, 1]

Asked as:
    custom backbone for Faster R-CNN; backbone.out_channels; detector for small images;
    min_size and max_size of fasterrcnn; why is my detector slow on small pictures; does
    Faster R-CNN resize the image; tiny object detection model; AnchorGenerator sizes
    for small objects; FasterRCNN from scratch with torchvision; image_mean and
    image_std of a detector; GeneralizedRCNNTransform resizes; MultiScaleRoIAlign
    featmap_names 0; train a detector on the CPU
"""

import torch
from torch import nn
from torchvision import ops
from torchvision.models.detection import FasterRCNN
from torchvision.models.detection.anchor_utils import AnchorGenerator

torch.manual_seed(0)
layers = []
for inputs, outputs in [(3, 16), (16, 32), (32, 32)]:
    layers += [nn.Conv2d(inputs, outputs, 3, stride=2, padding=1), nn.ReLU()]
backbone = nn.Sequential(*layers)
backbone.out_channels = 32

parts = {
    "num_classes": 3,
    "rpn_anchor_generator": AnchorGenerator(((12, 24),), ((1.0,),)),
    "box_roi_pool": ops.MultiScaleRoIAlign(["0"], output_size=5, sampling_ratio=2),
}
model = FasterRCNN(backbone, min_size=64, max_size=96, **parts)  # <-
image = torch.rand(3, 64, 96)
for detector in (model, FasterRCNN(backbone, **parts)):
    resized, _ = detector.transform([image])
    print(resized.tensors.shape)
    #> torch.Size([1, 3, 64, 96])
    #> torch.Size([1, 3, 800, 1216])

with torch.inference_mode():
    (found,) = model.eval()([image])
print(sorted(found), found["boxes"].max() <= 96)
#> ['boxes', 'labels', 'scores'] tensor(True)
