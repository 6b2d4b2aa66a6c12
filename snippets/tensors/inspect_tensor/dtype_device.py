r"""dtype and device: the type of the elements, and where they are.

Operations on floats need the same floating type in most layers, and always the same
device.

Attributes: Shapes
    x: (2,) float32
    n: (2,) int64
"""

import torch

x = torch.tensor([1.0, 2.0])
n = torch.tensor([1, 2])
print(x.dtype, n.dtype)
#> torch.float32 torch.int64
print(x.device == n.device)
#> True
print(x.is_floating_point(), n.is_floating_point())
#> True False
