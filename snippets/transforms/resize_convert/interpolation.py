"""Interpolation: how new pixels are made.

Nearest for masks, which `tv_tensors.Mask` takes by itself; bilinear for images, bicubic
where sharpness counts. PIL's integers, 2 for bilinear, are accepted without a warning.
Without antialias a strong reduction leaves jagged edges.

Attributes: Shapes
    image: (3, 427, 640) uint8

Asked as:
    resizing a mask makes classes that do not exist; mask has wrong class numbers after
    resizing; class ids mixed or label mask blurred after a resize; after rescaling the
    label picture there are labels that were never used; which resize filter for label
    maps, resampling; jagged, pixelated picture after downscaling; staircase edges after
    shrinking a photo; blocky or blurry enlargement, sharp or smooth; The default value
    of the antialias parameter of all the resizing transforms;
    InterpolationMode.NEAREST; interpolation=2; Argument interpolation should be of type
    InterpolationMode instead of int; cv2.INTER_LINEAR, cv2.INTER_CUBIC,
    PIL.Image.BILINEAR, tf.image.ResizeMethod; antialias=True, aliasing artefacts when
    shrinking images; bilinear or bicubic, which interpolation to use; nearest or
    bilinear; nearest neighbour for masks
"""

from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import InterpolationMode, v2

image = v2.ToImage()(Image.fromarray(load_sample_image("china.jpg")))
small = v2.Resize(40)(image)

results = {
    str(mode): v2.Resize((427, 640), interpolation=mode)(small)  # <-
    for mode in (
        InterpolationMode.NEAREST,
        InterpolationMode.BILINEAR,
        InterpolationMode.BICUBIC,
    )
}
print(v2.Resize(40, interpolation=2).interpolation)
#> 2
aliased = v2.Resize(40, antialias=False)(image)
results["antialias=False"] = v2.Resize((427, 640), InterpolationMode.NEAREST)(aliased)
