r"""view: another shape of the same memory.

-1 stands for the size that remains. The sizes must multiply to the same number, and the
memory must fit: after `permute` or a transpose use `reshape`. Writing to a view writes
to the original.

Attributes: Shapes
    x: (2, 6) int64
    y: (3, 4) int64

Raises:
    RuntimeError: `x.view(5, -1)` shape '[5, -1]' is invalid for input of size 12
    RuntimeError: `x.t().view(12)` view size is not compatible with input tensor's size
        and stride (at least one dimension spans across two contiguous subspaces). Use
        .reshape(...) instead.

Asked as:
    what does -1 mean in view; x.view(batch_size, -1); difference between view and
    reshape; change shape without copying; infer the remaining size; changing a view
    changes the original; same data, different dimensions; reshape a tensor sharing
    memory; view fails after permute or transpose; minus one as a size; let one size be
    computed automatically; view(-1, 784) explained; reinterpret a tensor with other
    sizes; another shape of a tensor without copying the data; view gives an error about
    size and stride
"""

import torch

x = torch.arange(12).view(2, 6)
y = x.view(3, -1)  # <-
print(y)
#> tensor([[ 0,  1,  2,  3],
#>         [ 4,  5,  6,  7],
#>         [ 8,  9, 10, 11]])

y[0, 0] = 100
print(x[0, 0])
#> tensor(100)
