r"""is_contiguous and stride: how the elements lie in memory.

The stride is how far apart in memory neighbours of a dimension are. A transpose swaps
strides and moves nothing: `y` here is no longer contiguous, and `y.view(6)` raises.

Attributes: Shapes
    x: (2, 3) int64
    y: (3, 2) int64

Asked as:
    how a matrix is stored in memory, row after row; row major or column major; strides
    of an array; C order or Fortran order; does a slice share memory with the original
    tensor; np.shares_memory; data_ptr; is it a view or a copy; is my permuted or
    transposed tensor still contiguous; flags C_CONTIGUOUS; storage_offset; memory
    layout of a tensor; what does it mean that a tensor is not contiguous; what is a
    stride, step in memory; check whether a tensor is contiguous in memory
"""

import torch

x = torch.arange(6).reshape(2, 3)
print(x.stride(), x.is_contiguous())  # <-
#> (3, 1) True

y = x.t()
print(y.stride(), y.is_contiguous())
#> (1, 3) False
print(y.data_ptr() == x.data_ptr())  # one memory
#> True
