r"""Normalize: subtract the mean, divide by the standard deviation.

Transform 10. One number for each channel, for values of 0 to 1: after `ToDtype` with
`scale=True`. The shape is (C, H, W) or (N, C, H, W); v2 broadcasts one channel to three
without a word, where v1 raises. To undo it, multiply by std and add the mean.

$$y_c = \frac{x_c - \mu_c}{\sigma_c}$$

Attributes: Shapes
    x: (3, 427, 640) float32, in [0, 1]
    y: (3, 427, 640) float32

Raises:
    RuntimeError: `v2.Normalize([0.5] * 3, [0.5] * 3)(torch.zeros(2, 4, 4))` The size of
        tensor a (2) must match the size of tensor b (3)
    TypeError: `v2.Normalize([0.5], [0.5])(image)` Input tensor should be a float
        tensor.

Asked as:
    subtract the channel mean; zero mean and unit variance per channel; pixels from
    minus one to one; why subtract 0.5, Normalize((0.5,), (0.5,)); undo Normalize,
    unnormalize or denormalize an image; invert or reverse the normalization of an
    image; strange colours when plotting a normalized picture with matplotlib; Clipping
    input data to the valid range for imshow with RGB data; why are there negative
    values in the image; normalize before or after ToTensor; output with shape [1, 28,
    28] doesn't match the broadcast shape [3, 28, 28]; channelwise normalization of an
    image; get from -1..1 back to 0..1, original colours for plotting; z-score of an
    image, keras.layers.Normalization, Normalize.from_stats, F.normalize; normalize an
    image with the ImageNet mean and std; standardize pixel values: (x - mean) / std;
    how to normalize images
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
x = v2.ToDtype(torch.float32, scale=True)(image)
mean, std = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]

y = v2.Normalize(mean, std)(x)  # <-
print(f"{x.min():.2f} {x.max():.2f} {y.min():.2f} {y.max():.2f}")
#> 0.00 1.00 -2.12 2.25
print(torch.allclose(y[0], (x[0] - 0.485) / 0.229))
#> True

back = y * y.new_tensor(std).view(3, 1, 1) + y.new_tensor(mean).view(3, 1, 1)
print(torch.allclose(back, x, atol=1e-6))
#> True
results = {"y.clamp(0, 1)": y.clamp(0, 1), "back": back}
