"""Segmentation models of torchvision: a dictionary comes out.

`out` holds logits of the size of the picture; `aux`, with `aux_loss=True`, those of an
earlier layer, whose loss is added while training. The weights know 21 classes; for your
own replace the last layer. A batch of one cannot train DeepLab.

Attributes: Shapes
    images: (N, 3, 64, 96) float32
    logits: (N, 5, 64, 96) float32
    target: (N, 64, 96) int64
    loss: () float32

Raises:
    ValueError: `model.train()(images[:1])` Expected more than 1 value per channel

Asked as:
    deeplabv3; fcn_resnet50; lraspp_mobilenet_v3_large; torchvision segmentation model;
    OrderedDict has no attribute argmax; output["out"]; aux classifier of DeepLab; why
    does the segmentation model return a dict; fine-tune DeepLabV3 on my own classes;
    change the number of classes of a segmentation model; models.segmentation; auxiliary
    loss; replace classifier[4]; deeplabv3_resnet101 custom dataset; Expected more than
    1 value per channel in DeepLab
"""

import torch
import torch.nn.functional as F
from torch import nn
from torchvision.models import segmentation

torch.manual_seed(0)
model = segmentation.deeplabv3_mobilenet_v3_large(  # weights="DEFAULT" in a real run
    weights=None, weights_backbone=None, num_classes=21, aux_loss=True
)
for head in (model.classifier, model.aux_classifier):
    head[-1] = nn.Conv2d(head[-1].in_channels, 5, kernel_size=1)

images = torch.rand(2, 3, 64, 96)
target = torch.randint(5, (2, 64, 96))
result = model(images)
logits = result["out"]  # <-
print({name: tuple(value.shape) for name, value in result.items()})
#> {'out': (2, 5, 64, 96), 'aux': (2, 5, 64, 96)}

loss = F.cross_entropy(logits, target) + 0.4 * F.cross_entropy(result["aux"], target)
with torch.inference_mode():
    print(model.eval()(images[:1])["out"].argmax(dim=1).shape)
    #> torch.Size([1, 64, 96])
