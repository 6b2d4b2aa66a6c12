r"""new_ones, new_zeros, new_full: another shape, the same type and device.

As the `_like` functions when the shape differs.

Attributes: Shapes
    x: (2, 3) float16
    hidden: (4,) float16
"""

import torch

x = torch.ones(2, 3, dtype=torch.float16)
hidden = x.new_zeros(4)
print(hidden)
#> tensor([0., 0., 0., 0.], dtype=torch.float16)
print(x.new_ones(2, 1).dtype, x.new_full((2,), 7).tolist())
#> torch.float16 [7.0, 7.0]
