r"""is_contiguous and stride: how the elements lie in memory.

The stride is how far apart in memory neighbours of a dimension are. A transpose swaps
strides and moves nothing; then the tensor is no longer contiguous, and `view` refuses
it.

Attributes: Shapes
    x: (2, 3) int64
    y: (3, 2) int64
"""

import torch

x = torch.arange(6).reshape(2, 3)
print(x.stride(), x.is_contiguous())
#> (3, 1) True

y = x.t()
print(y.stride(), y.is_contiguous())
#> (1, 3) False
print(y.data_ptr() == x.data_ptr())  # the same memory
#> True
