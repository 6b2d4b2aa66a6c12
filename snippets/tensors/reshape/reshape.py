r"""reshape: another shape, a copy if need be.

As `view` where memory allows it, else a copy: do not rely on either when you write to
the result. The order of the elements stays.

Attributes: Shapes
    x: (2, 3) int64
    flat: (6,) int64

Raises:
    RuntimeError: `x.reshape(4, 2)` shape '[4, 2]' is invalid for input of size 6

Asked as:
    change the shape of a tensor; flat array of 784 values back to a 28x28 image; cannot
    reshape array of size; difference between reshape and transpose; reshape as view or
    copy; reshape(-1); vector of 12 numbers to a 3 by 4 matrix; bring a tensor into a
    different form; resize a tensor; turn a vector into a matrix; arrange the same
    numbers in other dimensions, 2x3 to 3x2; change the dims of a tensor, keep the
    elements; why is reshape not the same as transpose; from one shape to another
"""

import torch

x = torch.arange(6).reshape(2, 3)
print(x.reshape(3, 2))  # <- not the transpose
#> tensor([[0, 1],
#>         [2, 3],
#>         [4, 5]])

flat = x.t().reshape(-1)  # a copy: t() is not contiguous
print(flat)
#> tensor([0, 3, 1, 4, 2, 5])
print(x.reshape(6).data_ptr() == x.data_ptr(), flat.data_ptr() == x.data_ptr())
#> True False
