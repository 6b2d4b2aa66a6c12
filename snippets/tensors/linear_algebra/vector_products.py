r"""dot, inner, vdot, vecdot, mv, cross: products of vectors.

`dot` takes two vectors and does not broadcast; `linalg.vecdot` takes batches along
`dim`. `vdot` and `vecdot` conjugate the first, `dot` does not. `mv` is matrix times
vector, `inner` sums over the last dimension of both. `linalg.cross` is for three
numbers along `dim=-1`.

Attributes: Shapes
    a: (3,) float32
    b: (3,) float32
    A: (2, 3) float32

Raises:
    RuntimeError: `torch.dot(A, A)` 1D tensors expected

Asked as:
    torch.dot of two vectors; torch.inner; torch.vdot; torch.linalg.vecdot; torch.mv;
    torch.linalg.cross; cross product; np.cross; np.inner; np.vdot; scalar product;
    row-wise dot product; dot product of each pair of rows; tf.linalg.matvec; 1D tensors
    expected, but got 2D; matrix vector product; normal of a triangle; batch of dot
    products; torch.ger and outer; np.vecdot
"""

import torch

a, b = torch.tensor([1.0, 0.0, 2.0]), torch.tensor([0.0, 3.0, 4.0])
A = torch.stack([a, b])
print(a.dot(b), a.inner(b), a @ b)  # <-
#> tensor(8.) tensor(8.) tensor(8.)
print(torch.linalg.vecdot(A, A), (A * A).sum(dim=1))  # a product a row
#> tensor([ 5., 25.]) tensor([ 5., 25.])
print(torch.mv(A, a), A.inner(A), sep="\n")
#> tensor([5., 8.])
#> tensor([[ 5.,  8.],
#>         [ 8., 25.]])
print(torch.linalg.cross(a, b), torch.cross(A, A.flip(0), dim=1), sep="\n")
#> tensor([-6., -4.,  3.])
#> tensor([[-6., -4.,  3.],
#>         [ 6.,  4., -3.]])

z = torch.tensor([1j, 1.0])
print(torch.dot(z, z), torch.vdot(z, z))
#> tensor(0.+0.j) tensor(2.+0.j)
