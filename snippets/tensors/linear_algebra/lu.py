r"""lu_factor, lu_solve, solve_triangular: factor once, solve often.

A = P L U, for any square matrix. `lu_factor` keeps it packed with its pivots, for
`lu_solve` with one right side after another; `lu` unpacks, and takes singular ones too.
`solve_triangular` wants `upper=`, and reads that triangle alone. For positive definite
matrices take [`cholesky`](#cholesky), for symmetric ones `ldl_factor`.

Attributes: Shapes
    A: (2, 2) float32
    b: (2, 1) float32

Asked as:
    torch.linalg.lu_factor; torch.linalg.lu_solve; torch.linalg.lu; torch.lu_unpack;
    torch.linalg.solve_triangular; scipy.linalg.lu_factor;
    scipy.linalg.solve_triangular; LU decomposition; forward substitution, back
    substitution; np.linalg.solve with many right sides; pivots of a factorisation;
    torch.linalg.ldl_factor; tf.linalg.triangular_solve; inv_ex, solve_ex without an
    error; tf.linalg.lu; factor a matrix once and reuse it; triangular system
"""

import torch

A = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
b = torch.tensor([[5.0], [6.0]])
LU, pivots = torch.linalg.lu_factor(A)
x = torch.linalg.lu_solve(LU, pivots, b)  # <-
print(x, pivots)
#> tensor([[-4.0000],
#>         [ 4.5000]]) tensor([2, 2], dtype=torch.int32)
P, L, U = torch.linalg.lu(A)
print((P @ L @ U).allclose(A), L, sep="\n")
#> True
#> tensor([[1.0000, 0.0000],
#>         [0.3333, 1.0000]])
print(torch.lu_unpack(LU, pivots)[1].equal(L))
#> True
print(torch.linalg.solve_triangular(U, L.inverse() @ P.T @ b, upper=True).allclose(x))
#> True

LD, pivots = torch.linalg.ldl_factor(A @ A.T)  # symmetric
print(torch.linalg.ldl_solve(LD, pivots, A @ b).allclose(A.T.inverse() @ b, atol=1e-4))
#> True

# Of a batch some may be singular: info instead of an error.
batch = torch.stack([A, torch.zeros(2, 2)])
print(torch.linalg.inv_ex(batch).info, torch.linalg.solve_ex(batch, b).info)
#> tensor([0, 1], dtype=torch.int32) tensor([0, 1], dtype=torch.int32)
print(torch.linalg.lu_factor_ex(batch).info)
#> tensor([0, 1], dtype=torch.int32)
print(torch.linalg.ldl_factor_ex(batch @ batch.mT).info)
#> tensor([0, 1], dtype=torch.int32)
