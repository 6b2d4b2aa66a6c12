r"""shape mismatch, value tensor cannot be broadcast: as many values as elements.

On the left of `=` the index chooses some elements, on the right are more, or fewer, or
in another shape. Usual causes: a mask that chooses fewer than there are values; values
of the columns where rows are chosen. With "indexing tensors" two indices in one pair of
brackets have different lengths: they are read in pairs, not as rows and columns. See
[integer index](../tensors/indexing.md#integer_array).

Raises:
    RuntimeError: `x.index_put((rows,), torch.ones(3, 4))` shape mismatch: value tensor
        of shape [3, 4] cannot be broadcast to indexing result of shape [2, 4]
    IndexError: `x[rows, columns]` shape mismatch: indexing tensors could not be
        broadcast together with shapes [2], [3]
    RuntimeError: `x.__setitem__(0, torch.ones(5))` The expanded size of the tensor (4)
        must match the existing size (5) at non-singleton dimension 0.

Also worded:
    RuntimeError: shape mismatch: value tensor of shape [5] cannot be broadcast to
      indexing result of shape [12]
    IndexError: shape mismatch: indexing tensors could not be broadcast together with
      shapes [64], [32]

Asked as:
    x[rows, cols] with different lengths; submatrix from two lists of indices; number of
    True in the mask differs from the values; assignment to selected rows has the wrong
    shape; torch.arange(batch_size) and labels of the last batch; write a block of rows
    and columns
"""

import textwrap

import torch

x = torch.zeros(3, 4)
rows, columns = torch.tensor([0, 2]), torch.tensor([0, 1, 3])
try:
    x[rows] = torch.ones(3, 4)
except RuntimeError as error:
    print(textwrap.fill(str(error), 80))
    #> shape mismatch: value tensor of shape [3, 4] cannot be broadcast to indexing
    #> result of shape [2, 4]

# As many values as the index chooses, or one for all.
x[rows] = torch.ones(2, 4)  # <-
x[1] = 5.0
print(x.sum())
#> tensor(28.)

# A mask: choose the same elements on the right.
new = torch.full((3, 4), 7.0)
mask = x > 1
x[mask] = new[mask]
print(mask.sum(), x[1])
#> tensor(4) tensor([7., 7., 7., 7.])

# Rows times columns: give the rows a dimension more.
print(x[rows[:, None], columns].shape)
#> torch.Size([2, 3])

# One column for each row: arange of the length of the index, not of the batch size.
target = torch.tensor([3, 0, 1])
print(x[torch.arange(len(target)), target])
#> tensor([1., 7., 1.])
