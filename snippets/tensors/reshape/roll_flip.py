r"""roll, flip, rot90: move around, turn over.

`roll` shifts, and what falls off one end comes in at the other; without `dims` it rolls
the flattened tensor. `flip` reverses the order along dimensions and copies: a step of
-1 is no index. `fliplr` and `flipud` are for columns and rows. `rot90` turns against
the clock, from the first of `dims` towards the second.

Attributes: Shapes
    x: (2, 3) int64

Asked as:
    torch.roll; circular shift; np.roll; shift a sequence by one; tf.roll; torch.flip;
    reverse a tensor; np.flip; np.fliplr; np.flipud; reverse the order along a
    dimension; torch.rot90; rotate a matrix by 90 degrees; np.rot90; tf.reverse; cyclic
    shift of windows as in Swin; rotate by a quarter turn; flip left and right
"""

import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(x.roll(1, dims=1))  # <-
#> tensor([[3, 1, 2],
#>         [6, 4, 5]])
print(x.roll(1))  # flattened
#> tensor([[6, 1, 2],
#>         [3, 4, 5]])
print(x.flip(0), x.flip(0, 1), sep="\n")
#> tensor([[4, 5, 6],
#>         [1, 2, 3]])
#> tensor([[6, 5, 4],
#>         [3, 2, 1]])
print(x.fliplr().equal(x.flip(1)), x.flipud().equal(x.flip(0)))
#> True True
print(x.rot90(1, dims=(0, 1)))
#> tensor([[3, 6],
#>         [2, 5],
#>         [1, 4]])
