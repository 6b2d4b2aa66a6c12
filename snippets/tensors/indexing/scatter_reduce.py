r"""scatter_reduce: maximum, mean or product by group.

`reduce` is "sum", "mean", "prod", "amax" or "amin". With `include_self=True` (default)
the values that are there count as well; `False` starts afresh and leaves groups without
a value as they are. The index has the shape of the source: expand it for rows.
`scatter_add` is the sum.

Attributes: Shapes
    values: (4,) float32
    group: (4,) int64

Asked as:
    torch.scatter_reduce; scatter_reduce_; scatter max; scatter mean; group by and
    maximum; pandas groupby mean for tensors; torch_scatter; unsorted_segment_max; mean
    of the rows of each class; class means; max pooling of nodes in a graph;
    tf.math.unsorted_segment_mean; aggregate values by label; np.maximum.at; average per
    cluster; segment_reduce; prototype of each class; mean value for a group id
"""

import torch

values = torch.tensor([1.0, 5.0, 3.0, 8.0])
group = torch.tensor([0, 0, 1, 1])
x = torch.zeros(3)
print(x.scatter_reduce(0, group, values, reduce="amax"))  # <-
#> tensor([5., 8., 0.])
print(x.scatter_reduce(0, group, values, reduce="mean", include_self=False))
#> tensor([3.0000, 5.5000, 0.0000])
print(x.scatter_reduce(0, group, values, reduce="mean"))  # 0 counts as well
#> tensor([2.0000, 3.6667, 0.0000])
print(x.scatter_add(0, group, values))
#> tensor([ 6., 11.,  0.])

rows = torch.tensor([[1.0, 10.0], [3.0, 30.0]])  # both of group 0
index = torch.tensor([0, 0]).unsqueeze(1).expand_as(rows)
means = torch.zeros(2, 2).scatter_reduce(0, index, rows, "mean", include_self=False)
print(means)
#> tensor([[ 2., 20.],
#>         [ 0.,  0.]])
print(torch.segment_reduce(values, "mean", lengths=torch.tensor([2, 2])))
#> tensor([3.0000, 5.5000])
