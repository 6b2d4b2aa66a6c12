"""list_models: names of all architectures.

Filter by a pattern, or by the module they come from. `list_models(models.detection)`
gives detectors.
"""

from torchvision import models

print(models.list_models(include="resnet*", module=models))
#> ['resnet101', 'resnet152', 'resnet18', 'resnet34', 'resnet50']
print(models.list_models(include=["vit_b*", "swin_t"]))
#> ['swin_t', 'vit_b_16', 'vit_b_32']
print(models.list_models(module=models.detection, include="retina*"))
#> ['retinanet_resnet50_fpn', 'retinanet_resnet50_fpn_v2']
print(models.get_model_builder("resnet18").__name__)
#> resnet18
