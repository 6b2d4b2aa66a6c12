"""RandomAffine: rotate, shift, scale and shear at once.

Transform 16. `translate` is a share of width and height, `scale` a range of factors,
`shear` degrees. `fillcolor=` is the old name of `fill=`, `resample=` of
`interpolation=`.

Attributes: Shapes
    image: (3, 427, 640) uint8

Raises:
    TypeError: `v2.RandomAffine(10, fillcolor=0)` unexpected keyword argument
        'fillcolor'

Asked as:
    random translation; random shift and zoom; shift an image left or right at random;
    move the digit inside the picture; slant or skew a picture; translation, rotation,
    scaling in one transform; small translations and scaling of handwritten digits,
    augment MNIST; random zoom; geometric augmentation; width_shift_range,
    height_shift_range; zoom_range, shear_range of ImageDataGenerator;
    keras.layers.RandomTranslation, keras.layers.RandomZoom; albumentations
    ShiftScaleRotate; F.affine, cv2.warpAffine, imageDataAugmenter; affine augmentation;
    shear images at random; move pictures horizontally and vertically at random, a few
    pixels sideways, up or down; jitter position and size, random offset of the content
    by a share of the width
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

results = {
    "degrees=(30, 30)": v2.RandomAffine(degrees=(30, 30))(image),
    "translate=(0.2, 0.2)": v2.RandomAffine(0, translate=(0.2, 0.2))(image),  # <-
    "scale=(0.5, 0.5)": v2.RandomAffine(0, scale=(0.5, 0.5))(image),
    "shear=(30, 30)": v2.RandomAffine(0, shear=(30, 30))(image),
    "RandomAffine(30, shear=15, fill=128)": v2.RandomAffine(
        30, shear=15, fill=128
    )(image),
}
print({tuple(result.shape) for result in results.values()})
#> {(3, 427, 640)}

shifted = v2.functional.affine(
    torch.tensor([[[1, 2, 3]]]), angle=0, translate=[1, 0], scale=1.0, shear=[0.0]
)
print(shifted)
#> tensor([[[0, 1, 2]]])
