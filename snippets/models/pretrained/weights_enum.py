"""Weights enum: which training, which transforms, which classes.

A member knows its address, accuracy, class names and the transforms that the weights
expect. Reading them downloads nothing. `DEFAULT` can change between releases: name the
member in work to be repeated.

Attributes: Shapes
    photo: (3, H, W) uint8
    batch: (1, 3, 224, 224) float32

Asked as:
    ImageNet class names; imagenet_class_index.json; which resize and normalization for
    a pretrained model; preprocess_input; IMAGENET1K_V1 or IMAGENET1K_V2; accuracy of
    pretrained models; ResNet50_Weights.DEFAULT; weight object knows the class names and
    transforms; what input size does a pretrained net expect; map a class index to a
    class name; weights.meta; which pretrained weights are best; what preprocessing does
    a pretrained ResNet expect; transforms for pretrained weights; labels of the 1000
    ImageNet outputs; weights=ResNet50_Weights.IMAGENET1K_V2; mean, std and crop size of
    the training of these weights; what does weights DEFAULT mean; load pretrained
    weights; which pretrained model to choose, the best one
"""

import torch
from torchvision.models import ResNet18_Weights, ResNet50_Weights, get_weight

weights = ResNet18_Weights.DEFAULT
print(weights)
#> ResNet18_Weights.IMAGENET1K_V1
print(ResNet50_Weights.DEFAULT)  # <-
#> ResNet50_Weights.IMAGENET1K_V2
print(weights.meta["categories"][:2], len(weights.meta["categories"]))
#> ['tench', 'goldfish'] 1000
print(weights.meta["_metrics"]["ImageNet-1K"]["acc@1"], weights.meta["num_params"])
#> 69.758 11689512

preprocess = weights.transforms()
print(preprocess.crop_size, preprocess.resize_size, preprocess.mean)
#> [224] [256] [0.485, 0.456, 0.406]
photo = torch.zeros(3, 300, 400, dtype=torch.uint8)
batch = preprocess(photo).unsqueeze(0)

print(get_weight("ResNet50_Weights.IMAGENET1K_V1") == ResNet50_Weights.IMAGENET1K_V1)
#> True
