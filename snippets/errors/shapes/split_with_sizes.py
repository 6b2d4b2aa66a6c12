r"""split_with_sizes expects split_sizes to sum exactly: pieces do not add up.

A list names the size of every piece along `dim`, which is 0 if left out. Usual causes:
`dim` left out, so that rows are split where columns are meant; the rest not named;
sizes from `int(0.8 * n)`, which round down. One number is the size of a piece, not
their count: `chunk` and `tensor_split` take a count. See
[`split`](../tensors/join.md#split).

Raises:
    RuntimeError: `x.split([2, 1])` split_with_sizes expects split_sizes to sum exactly
        to 5 (input tensor's size at dimension 0), but got split_sizes=[2, 1]
    RuntimeError: `torch.hsplit(x, 2)` torch.hsplit attempted to split along dimension
        1, but the size of the dimension 3 is not divisible by the split_size 2!
    RuntimeError: `x.chunk(0)` chunk expects `chunks` to be greater than 0, got: 0

Also worded:
    RuntimeError: split_with_sizes expects split_sizes to sum exactly to 10 (input
      tensor's size at dimension 1), but got split_sizes=[4, 4]
    RuntimeError: split_with_sizes expects split_sizes have only non-negative entries,
      but got split_sizes=[2, -1, 4]
    RuntimeError: split expects split_size be non-negative, but got split_size=-1

Asked as:
    split columns, but it counts rows; split into n equal parts with a rest; hsplit of a
    size that is not divisible; query, key and value from one layer, split fails; number
    of sections in split; split 80 20 rounds to one row less
"""

import torch

x = torch.arange(15).view(5, 3)
try:
    x.split([2, 1])
except RuntimeError as error:
    print(str(error).split(" (")[0])
    #> split_with_sizes expects split_sizes to sum exactly to 5

# Columns: name the dimension.
inputs, target = x.split([2, 1], dim=1)  # <- (5, 2), (5, 1)

# The rest: what the others leave.
first = int(0.7 * len(x))
train, test = x.split([first, len(x) - first])
print(len(train), len(test))
#> 3 2

# A count of pieces instead of their size.
print([len(piece) for piece in x.split(2)], [len(piece) for piece in x.tensor_split(2)])
#> [2, 2, 1] [3, 2]
