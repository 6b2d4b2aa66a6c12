"""Grey image, three means: v2 makes three channels of one.

`v2.Normalize` with the three means of ImageNet broadcasts (1, H, W) to (3, H, W): one
image three times, each with another offset and scale. A first layer for three channels
then accepts what was meant for one. v1 raises here, and so does v2 with `inplace=True`.
Give [`Normalize`](../transforms/resize_convert.md#normalize) one mean and one std,
those of your own images; for a model that wants three channels, say so with
[`Grayscale(3)`](../transforms/colour.md#grayscale).

Attributes: Shapes
    images: (N, 1, 8, 8) float32
    wrong: (N, 3, 8, 8) float32
    right: (N, 1, 8, 8) float32

Asked as:
    grayscale image has three channels after Normalize; MNIST with ImageNet mean and
    std; Normalize changes the number of channels; v2.Normalize broadcasts one channel;
    Normalize with three values on a one-channel image; why is my grey image 3 x 28 x
    28; mean of a grayscale image for Normalize; x-ray images with the ImageNet
    statistics; input has 3 channels but images are grey; one channel in, three out
"""

import torch
from sklearn.datasets import load_digits
from torchvision.transforms import v2

images = torch.tensor(load_digits().images / 16, dtype=torch.float32).unsqueeze(1)

# Wrong: three numbers for one channel.
wrong = v2.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])(images)
print(wrong.shape[1:], [f"{m:.1f}" for m in wrong.mean(dim=(0, 2, 3))])
#> torch.Size([3, 8, 8]) ['-0.8', '-0.7', '-0.4']

# Right: one, of these images.
right = v2.Normalize([images.mean().item()], [images.std().item()])(images)  # <-
print(right.shape[1:], [f"{abs(m):.1f}" for m in right.mean(dim=(0, 2, 3))])
#> torch.Size([1, 8, 8]) ['0.0']
