r"""sparse_: most elements zero, the rest normal.

In each column the share `sparsity` is set to zero, rounded up. Two dimensions only. The
non-zero elements have the standard deviation `std` (default 0.01).

Attributes: Shapes
    weight: (200, 300) float32

Raises:
    ValueError: `nn.init.sparse_(torch.empty(3, 3, 3), sparsity=0.5)` Only tensors with
        2 dimensions are supported
"""

import torch
from torch import nn

torch.manual_seed(0)
weight = nn.init.sparse_(torch.empty(200, 300), sparsity=0.9, std=0.1)

zeros = (weight == 0).sum(dim=0)
print(zeros.unique())  # zeros in a column of 200
#> tensor([180])
print(round(weight[weight != 0].std().item(), 2))
#> 0.1
