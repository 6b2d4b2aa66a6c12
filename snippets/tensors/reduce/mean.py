r"""mean: the average.

Integers raise without `dtype=`: convert them first. Older versions raise RuntimeError.
The mean of nothing is `nan`. Of a batch of images, `mean(dim=(0, 2, 3))` is one number
a channel.

Attributes: Shapes
    images: (N, C, H, W) float32
    channels: (C,) float32

Raises:
    NotImplementedError: `torch.arange(3).mean()` could not infer output dtype. Input
        dtype must be either a floating point or complex dtype. Got: Long

Before: 2.15
    RuntimeError: `torch.arange(3).mean()` could not infer output dtype. Input dtype
        must be either a floating point or complex dtype. Got: Long

Asked as:
    tf.reduce_mean; average per channel; mean over one axis or dim; np.mean over several
    axes; Can only calculate the mean of floating types; mean of an int tensor does not
    work, mean() complains about integers; mean is nan; average of all values; mean of
    each row; rowMeans in R; average over batch, height and width; mean value along
    columns, average of each column; mean of a list of numbers in a tensor; calculate
    the average; compute the mean along a dimension; average over several dimensions at
    once; mean of every channel in an image batch
"""

import torch

images = torch.arange(24.0).reshape(2, 3, 2, 2)
channels = images.mean(dim=(0, 2, 3))  # <-
print(channels)
#> tensor([ 7.5000, 11.5000, 15.5000])
print(torch.arange(4).float().mean())
#> tensor(1.5000)
