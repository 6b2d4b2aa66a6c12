r"""ndim and numel: how many dimensions, how many elements.

`numel()` times `element_size()` is the memory in bytes. A scalar has 0 dimensions and 1
element.

Attributes: Shapes
    x: (2, 3, 4) float32
"""

import torch

x = torch.zeros(2, 3, 4)
print(x.ndim, x.dim(), x.numel())
#> 3 3 24
print(x.numel() * x.element_size(), "bytes")
#> 96 bytes

scalar = torch.tensor(1.0)
print(scalar.ndim, scalar.numel())
#> 0 1
