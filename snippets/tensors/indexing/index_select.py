r"""index_select: whole rows or columns by number.

As `x[:, index]`, with the dimension as an argument and no negative numbers. The index
has at most one dimension; the result is a copy.

Attributes: Shapes
    x: (2, 3) int64
    columns: (2, 2) int64

Raises:
    IndexError: `x.index_select(1, torch.tensor([[0]]))` Index is supposed to be a
        vector

Asked as:
    np.take, jnp.take; tf.gather with axis; pick certain columns; keep only some
    channels of an image batch; reorder channels; keep only some features; several rows
    given by a 1d index tensor; index along a given dimension, dim as an argument;
    subset of features or columns by their numbers; choose rows or columns by a vector
    of indices; columns 0 and 4 of a matrix, by their numbers; index_select compared
    with normal indexing; tf.gather along an axis; select specific rows with an index
    tensor; tf.gather
"""

import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
columns = x.index_select(1, torch.tensor([2, 0]))  # <-
print(columns)
#> tensor([[3, 1],
#>         [6, 4]])
