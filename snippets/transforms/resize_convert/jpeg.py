"""JPEG: the damage of compression.

Compresses and decompresses, at a quality of 1 to 100 or in a range. For models that
meet pictures from the web. uint8 on the CPU only. From torchvision 0.29 on, the encoder
underneath gives a `DeprecationWarning`, which Python hides unless asked.

Attributes: Shapes
    image: (3, 427, 640) uint8

Raises:
    RuntimeError: `v2.JPEG(50)(image / 255)` Input tensor dtype should be uint8
"""

from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
results = {f"quality={q}": v2.JPEG(q)(image) for q in (1, 10, 50)}


def difference(result):
    return (result.float() - image.float()).abs().mean().item()


worst, bad, good = map(difference, results.values())
print(worst > bad > good)
#> True
