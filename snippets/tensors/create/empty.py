r"""empty: memory without values.

For a tensor that is written completely before it is read. What stands in it is whatever
the memory held: never read it first. `torch.Tensor(2, 3)` does the same and should be
written `torch.empty(2, 3)`.

Attributes: Shapes
    x: (2, 3) float32
"""

import torch

x = torch.empty(2, 3)
print(x.shape)
#> torch.Size([2, 3])

x.fill_(1.5)
print(x)
#> tensor([[1.5000, 1.5000, 1.5000],
#>         [1.5000, 1.5000, 1.5000]])
