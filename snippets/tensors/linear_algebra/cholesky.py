r"""linalg.cholesky: the root of a positive definite matrix.

A = L Lᵀ with L lower triangular. The test whether a symmetric matrix is positive
definite, of which it reads the lower triangle: `cholesky_ex` gives an `info` above 0
instead of an error. A covariance that fails by rounding gets a small number on its
diagonal. `cholesky_solve` solves with the factor.

Attributes: Shapes
    A: (2, 2) float32
    L: (2, 2) float32
    b: (2, 1) float32

Raises:
    LinAlgError: `torch.linalg.cholesky(-A)` the input is not positive-definite

Asked as:
    torch.linalg.cholesky; cholesky_solve; cholesky_inverse; torch.cholesky_solve;
    np.linalg.cholesky; scipy.linalg.cho_solve; is the matrix positive definite; the
    input is not positive-definite; cholesky_ex, info; add jitter to the diagonal;
    square root of a covariance matrix; correlated samples from independent ones;
    tf.linalg.cholesky; leading minor of order is not positive definite; gaussian
    process; tf.linalg.cholesky_solve; factor a covariance into lower triangles; test
    for positive definiteness
"""

import torch

A = torch.tensor([[4.0, 2.0], [2.0, 3.0]])
L = torch.linalg.cholesky(A)  # <-
print(L)
#> tensor([[2.0000, 0.0000],
#>         [1.0000, 1.4142]])
print((L @ L.T).allclose(A), L.diagonal().log().sum() * 2, A.logdet())
#> True tensor(2.0794) tensor(2.0794)

b = torch.tensor([[2.0], [1.0]])
x = torch.cholesky_solve(b, L)
print(x, (A @ x).allclose(b))
#> tensor([[0.5000],
#>         [0.0000]]) True
print(torch.cholesky_inverse(L).allclose(A.inverse()))
#> True

factors, info = torch.linalg.cholesky_ex(torch.stack([A, -A]))
print(info == 0)
#> tensor([ True, False])
