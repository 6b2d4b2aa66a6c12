r"""Tensor.unfold: sliding windows along a dimension.

`x.unfold(dim, size, step)`: the windows take the place of `dim`, and their elements are
a new last dimension. It is a view, and what does not fill a window is left out. Two of
them cut an image into patches. For columns as a convolution reads them take
[`nn.Unfold`](../layers/rearrange.md#unfold).

Attributes: Shapes
    x: (7,) int64
    frames: (3, 3) int64
    image: (4, 4) int64
    patches: (2, 2, 2, 2) int64

Asked as:
    x.unfold; sliding window; rolling window; overlapping frames of a signal; image
    patches without a copy; cut an image into tiles; windows of a time series;
    tf.signal.frame; patchify; n-grams of a sequence; split audio in frames with
    overlap; pandas rolling; lagged inputs for forecasting; extract patches with unfold
    twice; moving average by windows; overlapping pieces of a sequence;
    tf.image.extract_patches without a layer
"""

import torch

x = torch.arange(7)
frames = x.unfold(0, size=3, step=2)  # <-
print(frames)
#> tensor([[0, 1, 2],
#>         [2, 3, 4],
#>         [4, 5, 6]])
print(x.float().unfold(0, 3, 1).mean(dim=1))  # a moving average
#> tensor([1., 2., 3., 4., 5.])

image = torch.arange(16).reshape(4, 4)
patches = image.unfold(0, 2, 2).unfold(1, 2, 2)
print(patches[0, 1])  # the upper right quarter
#> tensor([[2, 3],
#>         [6, 7]])
