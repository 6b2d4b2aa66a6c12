"""get_model: a network by its name.

Calls the function of that name, `models.resnet18`. Inputs are normalised float images
of shape (N, 3, H, W), of any H and W from 64 on, for `inception_v3` from 75, to train
it from 299; `vit_b_16` and `maxvit_t` take one size alone, 224. A classifier returns
1000 ImageNet logits unless `num_classes` says otherwise, `inception_v3` a pair in
training mode. `pretrained=True` is the old spelling and warns.

Attributes: Shapes
    images: (N, 3, 64, 96) float32
    logits: (N, 10) float32

Raises:
    ValueError: `models.get_model("resnet_18")` Unknown model resnet_18

Warns:
    UserWarning: `models.resnet18(pretrained=False)` The parameter 'pretrained' is
        deprecated since 0.13 and may be removed in the future, please use 'weights'
        instead.

Asked as:
    load a pretrained model; pretrained=True; resnet18 pretrained;
    torchvision.models.resnet50; torch.hub.load; keras.applications.VGG16;
    weights="imagenet"; timm.create_model; load resnet18 or AlexNet; ResNet without
    pretrained weights; create a model from a string; get a resnet50 trained on
    ImageNet; torchvision model with 10 classes, without pretraining; Arguments other
    than a weight enum or `None` for 'weights' are deprecated; replacement of the
    deprecated pretrained argument; choose the network by a string in the config; load
    VGG or DenseNet from torchvision; pretrained VGG16; load a pretrained resnet;
    EfficientNet; pretrained network; what is a pretrained model; MobileNet
"""

import torch
from torchvision import models

model = models.get_model("resnet18", weights=None, num_classes=10)  # <-
# With trained weights: models.get_model("resnet18", weights="DEFAULT")

model.eval()
images = torch.zeros(2, 3, 64, 96)
with torch.inference_mode():
    logits = model(images)
print(f"{sum(p.numel() for p in model.parameters()):,}")
#> 11,181,642
print(models.resnet18(weights=None).fc)
#> Linear(in_features=512, out_features=1000, bias=True)
