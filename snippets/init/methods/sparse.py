r"""sparse_: most elements zero, the rest normal.

In each column the share `sparsity` is set to zero, rounded up. Two dimensions only. The
non-zero elements have the standard deviation `std` (default 0.01).

Attributes: Shapes
    weight: (200, 300) float32

Raises:
    ValueError: `nn.init.sparse_(torch.empty(3, 3, 3), sparsity=0.5)` Only tensors with
        2 dimensions are supported

Asked as:
    sparse weight initialization; only a few connections per unit at start; most weights
    exactly zero at the start; sparsity=0.9; Martens Hessian-free init; randomly
    disconnected weights; initialise a layer with only 10 % nonzero weights; random
    zeros in each column; few non-zero incoming weights per neuron; fraction of zeros in
    the initial weights; init with mostly zeros; 90 percent of the weights zero; sparse
    matrix as start weights; each unit connected to a few inputs only; zero out random
    weights at the beginning; weights with many zeros
"""

import torch
from torch import nn

torch.manual_seed(0)
weight = nn.init.sparse_(torch.empty(200, 300), sparsity=0.9, std=0.1)  # <-

zeros = (weight == 0).sum(dim=0)
print(zeros.unique())  # zeros in a column of 200
#> tensor([180])
print(round(weight[weight != 0].std().item(), 2))
#> 0.1
