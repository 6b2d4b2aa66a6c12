"""Builders: every model for images, with its number of parameters.

Those that were trained on ImageNet, with the head for its 1000 classes.

| Builder and millions of parameters | Builder | Builder |
|---|---|---|
| `alexnet` 61.1 | `vgg11` 132.9 | `vgg11_bn` 132.9 |
| `vgg13` 133.0 | `vgg13_bn` 133.1 | `vgg16` 138.4 |
| `vgg16_bn` 138.4 | `vgg19` 143.7 | `vgg19_bn` 143.7 |
| `resnet18` 11.7 | `resnet34` 21.8 | `resnet50` 25.6 |
| `resnet101` 44.5 | `resnet152` 60.2 | `resnext50_32x4d` 25.0 |
| `resnext101_32x8d` 88.8 | `resnext101_64x4d` 83.5 | `wide_resnet50_2` 68.9 |
| `wide_resnet101_2` 126.9 | `densenet121` 8.0 | `densenet161` 28.7 |
| `densenet169` 14.1 | `densenet201` 20.0 | `googlenet` 6.6 |
| `inception_v3` 27.2 | `squeezenet1_0` 1.2 | `squeezenet1_1` 1.2 |
| `mobilenet_v2` 3.5 | `mobilenet_v3_small` 2.5 | `mobilenet_v3_large` 5.5 |
| `mnasnet0_5` 2.2 | `mnasnet0_75` 3.2 | `mnasnet1_0` 4.4 |
| `mnasnet1_3` 6.3 | `shufflenet_v2_x0_5` 1.4 | `shufflenet_v2_x1_0` 2.3 |
| `shufflenet_v2_x1_5` 3.5 | `shufflenet_v2_x2_0` 7.4 | `efficientnet_b0` 5.3 |
| `efficientnet_b1` 7.8 | `efficientnet_b2` 9.1 | `efficientnet_b3` 12.2 |
| `efficientnet_b4` 19.3 | `efficientnet_b5` 30.4 | `efficientnet_b6` 43.0 |
| `efficientnet_b7` 66.3 | `efficientnet_v2_s` 21.5 | `efficientnet_v2_m` 54.1 |
| `efficientnet_v2_l` 118.5 | `regnet_x_400mf` 5.5 | `regnet_x_800mf` 7.3 |
| `regnet_x_1_6gf` 9.2 | `regnet_x_3_2gf` 15.3 | `regnet_x_8gf` 39.6 |
| `regnet_x_16gf` 54.3 | `regnet_x_32gf` 107.8 | `regnet_y_400mf` 4.3 |
| `regnet_y_800mf` 6.4 | `regnet_y_1_6gf` 11.2 | `regnet_y_3_2gf` 19.4 |
| `regnet_y_8gf` 39.4 | `regnet_y_16gf` 83.6 | `regnet_y_32gf` 145.0 |
| `regnet_y_128gf` 644.8 | `convnext_tiny` 28.6 | `convnext_small` 50.2 |
| `convnext_base` 88.6 | `convnext_large` 197.8 | `vit_b_16` 86.6 |
| `vit_b_32` 88.2 | `vit_l_16` 304.3 | `vit_l_32` 306.5 |
| `vit_h_14` 633.5 | `swin_t` 28.3 | `swin_s` 49.6 |
| `swin_b` 87.8 | `swin_v2_t` 28.4 | `swin_v2_s` 49.7 |
| `swin_v2_b` 87.9 | `maxvit_t` 30.9 | |

On the device `meta` a model has shapes and no values; a `regnet` cannot be made there.

Asked as:
    how many parameters does each torchvision model have; list of torchvision
    architectures by size; number of parameters of resnet50; models.resnet152;
    models.vgg19; smallest pretrained model; compare the size of models; which
    torchvision model is the largest; efficientnet_b0 to b7; vit_b_16 or vit_l_32;
    keras.applications table of models; parameters of VGG16 in millions; pick a
    backbone by size; image classifier with the fewest parameters
"""

import torch
from torchvision import models

with torch.device("meta"):
    model = models.vit_h_14()  # <-
print(f"{sum(p.numel() for p in model.parameters()) / 1e6:.1f}")
#> 632.0

weights = models.get_model_weights("vit_b_16").DEFAULT
print(weights, f"{weights.meta['num_params'] / 1e6:.1f}")
#> ViT_B_16_Weights.IMAGENET1K_V1 86.6
print(weights.meta["_metrics"]["ImageNet-1K"])
#> {'acc@1': 81.072, 'acc@5': 95.318}
