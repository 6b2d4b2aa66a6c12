r"""matrix_rank, cond, pinv: how far a matrix is from singular.

`cond` is the largest singular value by the smallest: with 10^k expect to lose k of the
digits, and float32 has seven. `matrix_rank` counts the singular values above a
tolerance, which `rtol` sets. `pinv` inverts those and drops the rest.

Attributes: Shapes
    A: (2, 2) float32
    near: (2, 2) float32

Asked as:
    torch.linalg.matrix_rank; torch.linalg.cond; condition number; rank of a matrix in
    torch; np.linalg.matrix_rank; np.linalg.cond; torch.linalg.pinv; torch.pinverse with
    a tolerance; ill-conditioned matrix; is the matrix invertible; are the columns
    linearly independent; tf.linalg.pinv; inverse is inaccurate; effective rank;
    numerical rank; nearly singular matrix; rows of a matrix linearly dependent
"""

import torch

A = torch.tensor([[2.0, 0.0], [0.0, 1.0]])
near = torch.tensor([[1.0, 1.0], [1.0, 1.001]])
print(torch.linalg.cond(A), torch.linalg.cond(near) > 1000)  # <-
#> tensor(2.) tensor(True)
print(torch.linalg.matrix_rank(near), torch.linalg.matrix_rank(near, rtol=0.01))
#> tensor(2) tensor(1)
print(torch.linalg.svdvals(A))
#> tensor([2., 1.])

tall = torch.tensor([[1.0, 0.0], [0.0, 2.0], [0.0, 0.0]])
print(torch.linalg.pinv(tall), torch.pinverse(tall) @ tall, sep="\n")
#> tensor([[1.0000, 0.0000, 0.0000],
#>         [0.0000, 0.5000, 0.0000]])
#> tensor([[1., 0.],
#>         [0., 1.]])
print(torch.linalg.pinv(torch.ones(2, 2), rtol=0.1))
#> tensor([[0.2500, 0.2500],
#>         [0.2500, 0.2500]])
