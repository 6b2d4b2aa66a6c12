"""Interpolation: how new pixels are made.

Nearest for masks, bilinear for images, bicubic where sharpness counts. Old code passes
PIL's integers, 2 for bilinear: accepted without a warning, but `InterpolationMode` can
be read. Without antialias a strong reduction leaves jagged edges.

Attributes: Shapes
    image: (3, 427, 640) uint8
"""

from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import InterpolationMode, v2

image = v2.ToImage()(Image.fromarray(load_sample_image("china.jpg")))
small = v2.Resize(40)(image)

results = {
    mode.value: v2.Resize((427, 640), interpolation=mode)(small)
    for mode in (
        InterpolationMode.NEAREST,
        InterpolationMode.BILINEAR,
        InterpolationMode.BICUBIC,
    )
}
print(v2.Resize(40, interpolation=2).interpolation)
#> 2
results["40, no antialias"] = v2.Resize((427, 640), InterpolationMode.NEAREST)(
    v2.Resize(40, antialias=False)(image)
)
