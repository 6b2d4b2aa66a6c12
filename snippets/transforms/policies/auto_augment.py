"""AutoAugment: the searched policies.

Found by search for ImageNet, CIFAR-10 and SVHN; each draw takes one of its pairs of
effects.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    learned augmentation policy; augmentation policy for CIFAR-10; ImageNet augmentation
    policy; augmentation by reinforcement learning; automatic augmentation search;
    Google's augmentation policies; augmentation for house numbers; sub-policies;
    AutoAugmentPolicy.CIFAR10; CIFAR10Policy, ImageNetPolicy, SVHNPolicy; Cubuk 2018;
    automatically learned augmentations for CIFAR-10; policy that a search algorithm
    learned from data
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
results = {
    str(policy): v2.AutoAugment(policy)(image)  # <-
    for policy in (
        v2.AutoAugmentPolicy.IMAGENET,
        v2.AutoAugmentPolicy.CIFAR10,
        v2.AutoAugmentPolicy.SVHN,
    )
}
print(list(results))
#> ['AutoAugmentPolicy.IMAGENET', 'AutoAugmentPolicy.CIFAR10', 'AutoAugmentPolicy.SVHN']
