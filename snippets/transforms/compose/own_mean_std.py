"""Mean and std of your own data: the numbers for Normalize.

From the training images only, at the size that the model sees, values 0 to 1, one
number a channel. After Normalize the training set has mean 0 and standard deviation 1.
For data that does not fit in memory, [batch by batch](../data/loader.md#mean_and_std).

Attributes: Shapes
    images: (N, 1, 8, 8) float32, in [0, 1]
    mean: (1,) float32
    std: (1,) float32

Asked as:
    calculate channel mean of all images; compute mean and std of my dataset; find mean
    and standard deviation of pictures; work out the numbers to put in Normalize for my
    own pictures; normalise my dataset, not ImageNet; which mean to normalize MNIST,
    grayscale or medical images; mean of the training set or of all data; per-channel
    statistics of my images, dataset statistics; axis to average over for one value per
    channel; images.mean(dim=(0, 2, 3)); x_train.mean(axis=(0, 1, 2)); check that the
    normalized data has mean zero; featurewise_center=True, StandardScaler for pictures;
    calculate the normalization constants of my own images; mean and std per channel for
    the training set, to normalize; how do I work out my own mean and std for Normalize
"""

import torch
from sklearn.datasets import load_digits
from torchvision.transforms import v2

images = torch.tensor(load_digits().images / 16, dtype=torch.float32).unsqueeze(1)

mean = images.mean(dim=(0, 2, 3))  # <-
std = images.std(dim=(0, 2, 3))
print(mean, std)
#> tensor([0.3053]) tensor([0.3761])

normalised = v2.Normalize(mean.tolist(), std.tolist())(images)
print(f"{abs(normalised.mean()):.3f} {normalised.std():.3f}")
#> 0.000 1.000
