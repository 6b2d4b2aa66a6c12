"""Mean and std of your own data: the numbers for Normalize.

From the training images only, at the size that the model sees, values 0 to 1, one
number a channel. After Normalize the training set has mean 0 and standard deviation 1.
For data that does not fit in memory, [batch by batch](../data/loader.md#mean_and_std).

Attributes: Shapes
    images: (N, 1, 8, 8) float32, in [0, 1]
    mean: (1,) float32
    std: (1,) float32
"""

import torch
from sklearn.datasets import load_digits
from torchvision.transforms import v2

images = torch.tensor(load_digits().images / 16, dtype=torch.float32).unsqueeze(1)

mean = images.mean(dim=(0, 2, 3))
std = images.std(dim=(0, 2, 3))
print(mean, std)
#> tensor([0.3053]) tensor([0.3761])

normalised = v2.Normalize(mean.tolist(), std.tolist())(images)
print(f"{abs(normalised.mean()):.3f} {normalised.std():.3f}")
#> 0.000 1.000
