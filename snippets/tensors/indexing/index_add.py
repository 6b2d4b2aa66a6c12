r"""index_add_, index_copy_, index_fill_, index_put_: write rows by number.

`x.index_add_(dim, index, source)` adds row `source[i]` to row `index[i]`, repeats
included; `x[index] += source` counts a repeat
[once](../mistakes/tensors.md#repeated_index). `index_copy_` overwrites, `index_fill_`
writes one number, `index_reduce_` takes `amax`, `mean` and others. `index_put_` takes
one index for a dimension. Without the underscore they return a copy.

Attributes: Shapes
    rows: (3, 2) float32
    index: (3,) int64

Warns:
    UserWarning: `torch.zeros(2).index_reduce_(0, index[:2], rows[0], "amax")`
        index_reduce() is in beta

Asked as:
    torch.index_add; torch.index_copy; torch.index_fill; sum rows by group number;
    scatter rows; index_reduce_; index_put with accumulate; overwrite some rows; replace
    rows by index; gradient of an embedding by hand; segment sum;
    tf.math.unsorted_segment_sum; jax.ops.segment_sum; global pooling of graph nodes;
    x.at[idx].add; fill some columns with a value; add rows into a table at positions;
    each row added to the row of its group; write values at positions of a cache
"""

import torch

rows = torch.tensor([[1.0, 2.0], [10.0, 20.0], [100.0, 200.0]])
index = torch.tensor([0, 2, 0])
print(torch.zeros(3, 2).index_add_(0, index, rows))  # <-
#> tensor([[101., 202.],
#>         [  0.,   0.],
#>         [ 10.,  20.]])
print(torch.zeros(3, 2).index_copy_(0, index[:2], rows[:2]))
#> tensor([[ 1.,  2.],
#>         [ 0.,  0.],
#>         [10., 20.]])
print(torch.zeros(2, 3).index_fill(1, index[:2], 7.0))
#> tensor([[7., 0., 7.],
#>         [7., 0., 7.]])

x = torch.zeros(2, 3)
i, j = torch.tensor([0, 1, 1]), torch.tensor([2, 0, 0])
x.index_put_((i, j), torch.tensor(1.0), accumulate=True)
print(x)
#> tensor([[0., 0., 1.],
#>         [2., 0., 0.]])
