r"""expand and repeat: the same numbers, several times.

`expand` takes no memory: the stride of an expanded dimension is 0. It grows
dimensions of size 1 and adds new ones in front; -1 keeps a size. `repeat` copies, and
its arguments are how many times, not sizes. Do not write to an expanded tensor.

Attributes: Shapes
    x: (2, 1) int64
    view: (2, 3) int64
    copy: (2, 3) int64

Raises:
    RuntimeError: `view.expand(2, 6)` The expanded size of the tensor (6) must match the
        existing size (3) at non-singleton dimension 1.

Asked as:
    np.tile; np.broadcast_to; torch.tile; expand_as another tensor; repmat;
    RepeatVector; difference between expand and repeat; copy a row n times; duplicate
    along a dimension; broadcast explicitly without copying; one vector stacked as many
    rows; more than one element of the written-to tensor refers to a single memory
    location; copy a row vector several times below each other; tile, replicate a tensor
    along an axis; repeat a tensor along the batch so that sizes match; expand a size of
    1 without using memory; repeat a tensor several times along a dimension; duplicate
    rows
"""

import torch

x = torch.tensor([[1], [2]])
view = x.expand(-1, 3)  # <-
copy = x.repeat(1, 3)
print(view)
#> tensor([[1, 1, 1],
#>         [2, 2, 2]])
print(torch.equal(view, copy))
#> True
print(view.stride(), copy.stride())
#> (1, 0) (3, 1)
