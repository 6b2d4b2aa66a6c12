r"""ndim and numel: how many dimensions, how many elements.

`numel()` times `element_size()` is the memory in bytes, but an expanded tensor takes
less. A scalar has 0 dimensions and 1 element.

Attributes: Shapes
    x: (2, 3, 4) float32

Asked as:
    np.ndim; np.size and tf.size give the number of entries; tf.rank; nelement(); number
    of elements; is a tensor 2D or 3D, number of axes; rank of a tensor; how much memory
    does a tensor take; nbytes; element_size in bytes; is it a scalar, a vector or a
    matrix; count the entries; how many numbers are in my tensor in total; count all
    elements of a tensor; how many axes, number of dimensions of a tensor; memory size
    of one tensor in megabytes
"""

import torch

x = torch.zeros(2, 3, 4)
print(x.ndim, x.dim(), x.numel())  # <-
#> 3 3 24
print(x.numel() * x.element_size(), "bytes")
#> 96 bytes

scalar = torch.tensor(1.0)
print(scalar.ndim, scalar.numel())
#> 0 1
print(x.nbytes, x.itemsize, x.nelement(), x.ndimension())
#> 96 4 24 3
