r"""scatter_: write to the positions of an index.

The reverse of `gather`: with `dim=1`, `out[i, index[i, j]] = src[i, j]`. One-hot rows
are shorter with [`F.one_hot`](create.md#one_hot). With repeated indices one of the
values wins; `scatter_add_` sums them.

Attributes: Shapes
    target: (3,) int64
    one_hot: (3, 4) float32
    total: (4,) float32

Asked as:
    scatter_add; group by and sum; add up values that belong to the same group id;
    np.add.at; tf.tensor_scatter_nd_update; inverse of gather; accumarray;
    LabelBinarizer; add up messages in a graph network; put values at given places;
    write values into a tensor at given indices; sum rows that share the same index, by
    group; difference between scatter and scatter_add; histogram with weights,
    accumulate at repeated indices
"""

import torch

target = torch.tensor([2, 0, 2])
one_hot = torch.zeros(3, 4)
print(one_hot.scatter_(1, target.unsqueeze(1), 1.0))  # <-
#> tensor([[0., 0., 1., 0.],
#>         [1., 0., 0., 0.],
#>         [0., 0., 1., 0.]])

values = torch.tensor([1.0, 5.0, 10.0])
total = torch.zeros(4).scatter_add_(0, target, values)
print(total)
#> tensor([ 5.,  0., 11.,  0.])
