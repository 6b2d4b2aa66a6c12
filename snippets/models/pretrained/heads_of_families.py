"""Where the head is: the last layer by family.

For [a new head](../finetune/index.md#replace_head). The name differs: `fc`,
`classifier`, `classifier[-1]`, `heads.head`, `head`. Printing the model shows it at the
end.

Asked as:
    'VisionTransformer' object has no attribute 'fc'; 'EfficientNet' object has no
    attribute 'fc'; model.fc or model.classifier; model.fc, model.head or
    model.classifier, name of the final layer; number of classes of EfficientNet, change
    its head; heads.head.in_features; in_features of the classifier of VGG or MobileNet;
    DenseNet classifier; set_submodule; last layer of ConvNeXt or Swin transformer; last
    layer of MobileNet v3 or ViT; 'DenseNet' object has no attribute 'fc'; replace the
    classifier of VGG, EfficientNet, ViT or Swin; which attribute is the output layer of
    each torchvision network
"""

import torch
from torch import nn
from torchvision import models

HEADS = {
    "resnet18": "fc",
    "densenet121": "classifier",
    "mobilenet_v3_small": "classifier.3",
    "efficientnet_b0": "classifier.1",
    "convnext_tiny": "classifier.2",
    "swin_t": "head",
    "vit_b_16": "heads.head",
}
with torch.device("meta"):  # shapes only
    for name, head in HEADS.items():
        model = models.get_model(name, weights=None)
        old = model.get_submodule(head)
        model.set_submodule(head, nn.Linear(old.in_features, 5))  # <-
        print(f"{name:18} {head:12} {old.in_features}")
        #> resnet18           fc           512
        #> densenet121        classifier   1024
        #> mobilenet_v3_small classifier.3 1024
        #> efficientnet_b0    classifier.1 1280
        #> convnext_tiny      classifier.2 768
        #> swin_t             head         768
        #> vit_b_16           heads.head   768
