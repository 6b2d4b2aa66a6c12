"""list_models: names of architectures.

Filter by a pattern, or by the module they come from. `list_models(models.detection)`
gives detectors.

Asked as:
    what models does torchvision offer; timm.list_models; model zoo; see all models that
    I can load by name; find model names that contain resnet; keras.applications
    overview; dir(torchvision.models); get_model_builder; list of detection models;
    every ResNet variant; available architectures in torchvision; which pretrained
    models are available; names of the available pretrained networks; list vision
    transformers, Swin or EfficientNet in torchvision
"""

from torchvision import models

print(models.list_models(include="resnet*", module=models))
#> ['resnet101', 'resnet152', 'resnet18', 'resnet34', 'resnet50']
print(models.list_models(include=["vit_b*", "swin_t"]))  # <-
#> ['swin_t', 'vit_b_16', 'vit_b_32']
print(models.list_models(module=models.detection, include="retina*"))
#> ['retinanet_resnet50_fpn', 'retinanet_resnet50_fpn_v2']
print(models.get_model_builder("resnet18").__name__)
#> resnet18
