r"""narrow, select, slice_scatter: slices as functions.

`x.narrow(dim, start, length)` is a slice, `x.select(dim, index)` one index, which drops
the dimension; both are views, for code in which the dimension is a variable.
`slice_scatter`, `select_scatter` and `diagonal_scatter` write into a copy, where
in-place writing is not wanted, as in `torch.func`.

Attributes: Shapes
    x: (3, 4) int64

Raises:
    RuntimeError: `x.narrow(0, 2, 2)` exceeds dimension size

Asked as:
    torch.narrow; torch.select; torch.Tensor.narrow; slice along a dimension given as a
    variable; np.take along an axis; tf.slice; tf.gather one index; torch.slice_scatter;
    torch.select_scatter; functional assignment to a slice; x.at[2:4].set in JAX;
    jax.lax.dynamic_slice; jax.lax.dynamic_update_slice; start and length instead of
    start and end; index a dimension by number; narrow_copy; pick one time step
"""

import torch

x = torch.arange(12).reshape(3, 4)
dim = 1
print(x.narrow(dim, 1, 2))  # <- x[:, 1:3]
#> tensor([[ 1,  2],
#>         [ 5,  6],
#>         [ 9, 10]])
print(x.select(dim, 3), x.select(0, -1))
#> tensor([ 3,  7, 11]) tensor([ 8,  9, 10, 11])

print(x.slice_scatter(torch.zeros(3, 2, dtype=torch.int64), dim=1, start=2))
#> tensor([[0, 1, 0, 0],
#>         [4, 5, 0, 0],
#>         [8, 9, 0, 0]])
print(x.select_scatter(torch.tensor([7, 7, 7]), dim=1, index=0))
#> tensor([[ 7,  1,  2,  3],
#>         [ 7,  5,  6,  7],
#>         [ 7,  9, 10, 11]])
print(x[0])  # as it was
#> tensor([0, 1, 2, 3])
