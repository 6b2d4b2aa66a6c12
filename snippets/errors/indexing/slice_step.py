r"""step must be greater than zero: a tensor is not reversed with a slice.

`x[::-1]`, which turns round a list or an array, is not there for tensors, whose steps
in memory are never negative. `flip` makes a reversed copy; for BGR to RGB flip the
channels. An array that was reversed with `[::-1]` raises when it is made a tensor, as
its strides are negative: copy it first.

Raises:
    ValueError: `x[::-1]` step must be greater than zero
    ValueError: `x[::0]` slice step cannot be zero
    ValueError: `torch.from_numpy(array[::-1])` At least one stride in the given numpy
        array is negative, and tensors with negative strides are not currently
        supported.

Also worded:
    ValueError: negative step not yet supported
    RuntimeError: slice step must be positive

Asked as:
    turn a tensor round; reverse the order of a sequence; BGR to RGB with img[::-1] as a
    tensor; np.flip and then a tensor, negative strides; reverse the time axis of a
    batch; mirror an image tensor
"""

import numpy as np
import torch

x = torch.tensor([1, 2, 3])
try:
    x[::-1]
except ValueError as error:
    print(error)
    #> step must be greater than zero

# The order reversed, along any dimensions.
print(x.flip(0))  # <-
#> tensor([3, 2, 1])
print(torch.arange(4).reshape(2, 2).flip(1))
#> tensor([[1, 0],
#>         [3, 2]])

# The channels of an image (C, H, W), BGR to RGB.
image = torch.arange(3.0).reshape(3, 1, 1)
print(image.flip(0).flatten())
#> tensor([2., 1., 0.])

# A reversed array: copy it.
array = np.array([1, 2, 3])
print(torch.from_numpy(array[::-1].copy()))
#> tensor([3, 2, 1])

# Every second element from the end.
print(x.flip(0)[::2])
#> tensor([3, 1])
