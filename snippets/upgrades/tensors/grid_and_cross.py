r"""meshgrid without indexing, cross without dim: say what you mean.

Both warn. `torch.meshgrid(x, y)` is `indexing="ij"`, with rows first; NumPy's default
is `"xy"`. `torch.cross` without `dim` takes the first dimension of size 3,
`torch.linalg.cross` the last dimension: on a 3 × 3 tensor the two differ.

Warns:
    UserWarning: `torch.meshgrid(x, y)` torch.meshgrid: in an upcoming release, it will
        be required to pass the indexing argument.

Asked as:
    torch.meshgrid: in an upcoming release; torch.meshgrid indexing argument; meshgrid
    warning; meshgrid gives x and y exchanged against numpy; torch.cross without dim;
    Using torch.cross without specifying the dim arg is deprecated
"""

import warnings

import torch

x, y = torch.arange(2), torch.arange(3)
rows, columns = torch.meshgrid(x, y, indexing="ij")  # <- (2, 3), (2, 3)
print(torch.meshgrid(x, y, indexing="xy")[0].shape)
#> torch.Size([3, 2])

a = torch.tensor([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
b = a.roll(1, 0)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    old = torch.cross(a, b)
print(torch.equal(old, torch.linalg.cross(a, b, dim=0)))
#> True
print(torch.equal(old, torch.linalg.cross(a, b)))
#> False
