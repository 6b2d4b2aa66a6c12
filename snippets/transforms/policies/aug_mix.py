"""AugMix: several augmented versions, blended.

For robustness to noise and blur. Chains of effects are mixed with the original by
random weights.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    robustness to corruptions; robust to image corruptions; ImageNet-C, CIFAR-10-C;
    robust training for ImageNet-C; classifier stable under weather, noise and
    distribution shift; augment and mix; several augmentation chains in one image;
    mixture of augmentation chains; blend augmented copies with the original picture;
    severity of the augmentation; mixture_width and chain_depth; keras.layers.AugMix,
    timm AugMixDataset; improve robustness against noise and blur; accuracy falls on
    noisy, blurry or corrupted test photos: fog, snow, weather
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
results = {f"severity={s}": v2.AugMix(severity=s)(image) for s in (1, 5, 10)}  # <-
print({tuple(result.shape) for result in results.values()})
#> {(3, 427, 640)}
