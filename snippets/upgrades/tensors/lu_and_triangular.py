r"""torch.lu, lu_solve, triangular_solve, chain_matmul, matrix_rank: in linalg.

They warn and are to be removed; `torch.matrix_rank` raises. Of a singular matrix
`lu_factor` raises and `torch.lu` does not: take `lu_factor_ex`. `linalg.lu_solve` takes
the factors first, `solve_triangular` takes the matrix first and wants `upper` named;
`transpose=True` is `A.mT`, with `upper` turned round. `multi_dot` takes a list.

Raises:
    RuntimeError: `torch.matrix_rank(A)` Please use the `torch.linalg.matrix_rank`
        function instead.

Warns:
    UserWarning: `torch.lu(A)` torch.lu is deprecated in favor of torch.linalg.lu_factor
    UserWarning: `torch.lu_solve(b, LU, pivots)` torch.lu_solve is deprecated in favor
        of torch.linalg.lu_solve
    UserWarning: `torch.triangular_solve(b, A)` torch.triangular_solve is deprecated in
        favor of torch.linalg.solve_triangular
    UserWarning: `torch.chain_matmul(A, A, b)` torch.chain_matmul is deprecated and will
        be removed in a future PyTorch release. Use torch.linalg.multi_dot instead

Asked as:
    torch.btrifact; LU, pivots = torch.lu(A); torch.lu_solve(b, LU, pivots); X, M =
    torch.triangular_solve(b, A); torch.chain_matmul(a, b, c); torch.matrix_rank(A);
    A.lu(); torch.trtrs
"""

import torch

A = torch.tensor([[4.0, 2.0], [1.0, 3.0]])
b = torch.tensor([[8.0], [7.0]])

LU, pivots = torch.linalg.lu_factor(A)
print(torch.linalg.lu_solve(LU, pivots, b).T)  # <-
#> tensor([[1., 2.]])

print(torch.linalg.solve_triangular(A.triu(), b, upper=True).T.round(decimals=3))
#> tensor([[0.8330, 2.3330]])
print(torch.equal(torch.linalg.multi_dot([A, A, b]), A @ (A @ b)))
#> True
print(torch.linalg.matrix_rank(A))
#> tensor(2)
