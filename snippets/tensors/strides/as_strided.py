r"""stride and as_strided: how a tensor lies in memory.

Element (i, j) is at `storage_offset + i * stride[0] + j * stride[1]`. `transpose`,
slices and `expand` change these numbers and no data. `as_strided` sets them by hand:
for what `unfold`, `diagonal` or a slice can say, use those.

Attributes: Shapes
    x: (2, 3) int64
    windows: (4, 3) int64

Raises:
    RuntimeError: `x.as_strided((3, 3), (3, 1))` out of bounds for storage of size

Asked as:
    torch.as_strided; x.stride(); memory layout; np.lib.stride_tricks.as_strided;
    strides of a tensor; x.data_ptr(); empty_strided; Toeplitz matrix view; how does a
    view work; step in memory between elements; overlapping views; strides in elements
    or bytes; setStorage: sizes, strides, storage offset are out of bounds; overlapping
    windows read from memory without a copy
"""

import torch

x = torch.arange(6).reshape(2, 3)
print(x.stride(), x.T.stride(), x[:, 1:].storage_offset())
#> (3, 1) (1, 3) 1
print(x.expand(4, 2, 3).stride())
#> (0, 3, 1)

windows = torch.arange(6).as_strided((4, 3), (1, 1))  # <-
print(windows)
#> tensor([[0, 1, 2],
#>         [1, 2, 3],
#>         [2, 3, 4],
#>         [3, 4, 5]])
print(x.as_strided((2,), (4,)))  # the diagonal
#> tensor([0, 4])
print(torch.empty_strided((2, 3), (1, 2)).stride())
#> (1, 2)
