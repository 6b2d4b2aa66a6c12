r"""expand_as, view_as, reshape_as, type_as: like another tensor.

`a.expand_as(b)` is `a.expand(b.shape)`. `type_as` moves to the other's device as well.
`broadcast_to` is `expand`, `broadcast_tensors` brings several to a common shape, and
`broadcast_shapes` tells which. The expanded ones are views.

Attributes: Shapes
    row: (3,) int64
    column: (2, 1) int64
    x: (2, 3) float16

Asked as:
    x.expand_as(y); x.view_as(y); x.reshape_as(y); x.type_as(y); same shape as other;
    same dtype as other; torch.broadcast_to; np.broadcast_arrays;
    torch.broadcast_tensors; np.broadcast_shapes; tf.broadcast_to; which shape comes out
    of broadcasting; make two tensors the same size; cast a mask to the type of the
    scores; sum_to_size; undo broadcasting by a sum; match dtype and device of another
    tensor; convert to the data type of another tensor, type_as
"""

import torch

row, column = torch.tensor([1, 2, 3]), torch.tensor([[10], [20]])
x = torch.zeros(2, 3, dtype=torch.float16)
print(row.expand_as(x))  # <-
#> tensor([[1, 2, 3],
#>         [1, 2, 3]])
print(torch.arange(6).view_as(x), torch.arange(6).reshape_as(x).shape)
#> tensor([[0, 1, 2],
#>         [3, 4, 5]]) torch.Size([2, 3])
print(row.type_as(x))
#> tensor([1., 2., 3.], dtype=torch.float16)

print(torch.broadcast_shapes(row.shape, column.shape))
#> torch.Size([2, 3])
a, b = torch.broadcast_tensors(row, column)
print(a + b, torch.broadcast_to(column, (2, 3))[0])
#> tensor([[11, 12, 13],
#>         [21, 22, 23]]) tensor([10, 10, 10])
print((a + b).sum_to_size(2, 1))
#> tensor([[36],
#>         [66]])
