r"""reshape: another shape, a copy if need be.

As `view` where memory allows it, else a copy: do not rely on either when you write to
the result. The order of the elements stays.

Attributes: Shapes
    x: (2, 3) int64
    flat: (6,) int64

Raises:
    RuntimeError: `x.reshape(4, 2)` shape '[4, 2]' is invalid for input of size 6
"""

import torch

x = torch.arange(6).reshape(2, 3)
print(x.reshape(3, 2))  # not the transpose
#> tensor([[0, 1],
#>         [2, 3],
#>         [4, 5]])

flat = x.t().reshape(-1)  # a copy: t() is not contiguous
print(flat)
#> tensor([0, 3, 1, 4, 2, 5])
print(x.reshape(6).data_ptr() == x.data_ptr(), flat.data_ptr() == x.data_ptr())
#> True False
