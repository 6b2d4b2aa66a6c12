"""JPEG: the damage of compression.

Compresses and decompresses PIL images or uint8 tensors, at a quality of 1 to 100 or in
a range. For models that meet pictures from the web. From torchvision 0.29 on, the
encoder underneath gives a `DeprecationWarning`, which Python hides unless asked.

Attributes: Shapes
    image: (3, 427, 640) uint8

Raises:
    RuntimeError: `v2.JPEG(50)(image / 255)` Input tensor dtype should be uint8

Asked as:
    compression artifacts augmentation; simulate low quality pictures; simulate
    compression loss; lower the image quality at random; heavy jpg compression in
    training, ignore the artefacts; test images are jpgs of poor quality, badly
    compressed; photos from WhatsApp or the web look bad; degrade photos like a
    messenger app does; save and reload with low quality; blocky 8 x 8 artefacts; lossy
    encoding as augmentation; tf.image.random_jpeg_quality,
    tf.image.adjust_jpeg_quality; albumentations ImageCompression, F.jpeg; users upload
    compressed jpg images
"""

from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
results = {f"quality={q}": v2.JPEG(q)(image) for q in (1, 10, 50)}  # <-


def difference(result):
    return (result.float() - image.float()).abs().mean().item()


worst, bad, good = map(difference, results.values())
print(worst > bad > good)
#> True
