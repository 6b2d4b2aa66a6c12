r"""integer arrays as index: rows by number, or one element a row.

One tensor of indices picks rows, in its order and with repeats. Two pick pairs: `x[[0,
1], [2, 0]]` is `x[0, 2]` and `x[1, 0]`. The result is a copy, but of 0-d indices a
view.

Attributes: Shapes
    scores: (N, C) float32
    target: (N,) int64
    picked: (N,) float32

Raises:
    IndexError: `scores[torch.tensor([0.0])]` tensors used as indices must be long, int,
        byte or bool tensors

Asked as:
    fancy indexing; advanced indexing; pick rows with a list of indices; reorder rows;
    tf.gather_nd; x[torch.arange(n), y]; pairs of row and column indices; sub2ind;
    lookup table; duplicate some rows; values at a list of coordinates; tensors used as
    indices must be long, byte or bool tensors; for every sample the score of its own
    label; index a tensor with another tensor of ints; per row a different column, pick
    one element with arange; rows in a given order from a list of numbers; index rows
    with a list of integers
"""

import torch

scores = torch.tensor([[0.1, 0.2, 0.7], [0.8, 0.1, 0.1]])
print(scores[torch.tensor([1, 1, 0])])
#> tensor([[0.8000, 0.1000, 0.1000],
#>         [0.8000, 0.1000, 0.1000],
#>         [0.1000, 0.2000, 0.7000]])

target = torch.tensor([2, 0])
picked = scores[torch.arange(2), target]  # <- the score of the right class
print(picked)
#> tensor([0.7000, 0.8000])
