r"""... and None: all other dimensions, and a new one.

`x[..., 0]` takes the first of the last dimension, however many stand before it. `x[:,
None]` inserts a dimension of size 1, as `unsqueeze(1)` does.

Attributes: Shapes
    x: (2, 3, 4) int64

Asked as:
    three dots in square brackets; x[..., -1]; what is None good for in brackets, what
    does it do; Ellipsis; tf.newaxis; index only the last dimension; first entry of the
    last axis whatever the number of dims; insert an axis while indexing; unsqueeze by
    indexing; what do the three dots mean in x[..., 0]; any number of leading
    dimensions; x[..., None] meaning, ellipsis and None; what does ... mean when
    indexing
"""

import torch

x = torch.arange(24).reshape(2, 3, 4)
last = x[..., 0]  # <- (2, 3)
print(last)
#> tensor([[ 0,  4,  8],
#>         [12, 16, 20]])

batch = x[None]  # (1, 2, 3, 4)
column = torch.arange(3)[:, None]  # (3, 1)
print(column + torch.arange(2))
#> tensor([[0, 1],
#>         [1, 2],
#>         [2, 3]])
