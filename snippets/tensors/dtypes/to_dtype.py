r"""to(dtype): convert the elements.

Returns a new tensor, or the same one if nothing changes. From float to int cuts off
towards zero.

Attributes: Shapes
    x: (3,) float32
    n: (3,) int32
"""

import torch

x = torch.tensor([1.9, -1.9, 0.5])
n = x.to(torch.int32)
print(n)
#> tensor([ 1, -1,  0], dtype=torch.int32)
print(x.to(torch.float32) is x)
#> True
