r"""Mean and std of a data set: the numbers for Normalize.

One for each channel, over all pixels of all training images. Add up values and squares
batch by batch, in float64; averaging the std of each image gives a smaller number.
Images that fit in memory: [in one call](../transforms/compose.md#own_mean_std).

$$\mu = \frac{1}{n} \sum_i x_i, \quad \sigma = \sqrt{\frac{1}{n} \sum_i x_i^2 - \mu^2}$$

Attributes: Shapes
    images: (N, 3, 16, 16) float32
    mean: (3,) float64
    std: (3,) float64

Asked as:
    running mean and variance over batches; mean and std batch by batch, dataset too
    large for memory; streaming standard deviation; many gigabytes of photos, mean and
    std per channel; Normalization.adapt; StandardScaler.partial_fit; is averaging the
    std of every batch correct; sum and sum of squares; Welford; loop over the loader to
    compute statistics; mean and standard deviation of a large image folder for
    Normalize; std of all images, not the average of each batch's std; compute the
    channel mean by looping over batches
"""

import torch
from torch.utils.data import DataLoader

torch.manual_seed(0)
images = torch.rand(100, 3, 16, 16) * torch.tensor([1.0, 0.5, 0.1]).view(3, 1, 1)

total, squares, count = 0, 0, 0
for batch in DataLoader(images, batch_size=32):
    batch = batch.double()
    total = total + batch.sum(dim=(0, 2, 3))
    squares = squares + (batch**2).sum(dim=(0, 2, 3))
    count += batch.numel() // batch.shape[1]
mean = total / count
std = (squares / count - mean**2).sqrt()  # <-

print([round(m, 2) for m in mean.tolist()])
#> [0.5, 0.25, 0.05]
print([round(s, 2) for s in std.tolist()])
#> [0.29, 0.14, 0.03]
