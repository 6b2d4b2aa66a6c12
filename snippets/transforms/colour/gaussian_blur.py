"""GaussianBlur: out of focus.

The kernel size is odd, and about six sigma wide to show the whole bell. `sigma` is a
number or a range.

Attributes: Shapes
    image: (3, 213, 319) uint8

Raises:
    ValueError: `v2.GaussianBlur(4)` Kernel size value should be an odd and positive
        number

Asked as:
    blur an image; make a picture blurry; smooth a picture; random blur; blur with a
    random sigma; blurring of training images, contrastive learning; which odd kernel
    size for a sigma; reduce the details of an image; defocused camera, out-of-focus
    photos; low-pass filter for images; cv2.GaussianBlur, F.gaussian_blur;
    scipy.ndimage.gaussian_filter, ImageFilter.GaussianBlur, imgaussfilt;
    keras.layers.RandomGaussianBlur; make images unsharp, soften edges, soft focus;
    gaussian smoothing of a picture; blur augmentation
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

torch.manual_seed(0)
image = v2.Resize(213)(v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg"))))
results = {
    f"sigma={sigma}": v2.GaussianBlur(kernel_size=31, sigma=sigma)(image)
    for sigma in (1.0, 2.5, 5.0)
}
point = torch.zeros(1, 5, 5)
point[0, 2, 2] = 1.0
blurred = v2.GaussianBlur(kernel_size=3, sigma=1.0)(point)  # <-
print(blurred[0, 1:4, 1:4], blurred.sum())
#> tensor([[0.0751, 0.1238, 0.0751],
#>         [0.1238, 0.2042, 0.1238],
#>         [0.0751, 0.1238, 0.0751]]) tensor(1.)
