r"""linalg.eigh and eig: eigenvalues and eigenvectors.

`eigh` is for symmetric matrices: real values, smallest first, orthonormal columns.
`eig` takes square matrices and gives complex numbers. The sign of a vector is
arbitrary: compare `A @ v` with `value * v`. `torch.symeig` and `torch.eig` are removed.

Attributes: Shapes
    A: (2, 2) float32
    values: (2,) float32
    vectors: (2, 2) float32, one a column

Asked as:
    np.linalg.eigh; torch.symeig; eigvalsh; eigendecomposition; spectral decomposition;
    diagonalize a matrix; eigenvalues of a symmetric matrix; principal components from a
    covariance matrix; largest eigenvalue of a hessian; complex eigenvalues; eigenvector
    with the wrong sign; eigenvalues of a covariance matrix; eigenvectors of a matrix,
    sorted in which order; principal axes, eigen decomposition; compute eigenvalues and
    eigenvectors
"""

import torch

A = torch.tensor([[2.0, 1.0], [1.0, 2.0]])
values, vectors = torch.linalg.eigh(A)  # <-
print(values)
#> tensor([1., 3.])
print(torch.allclose(A @ vectors, vectors * values, atol=1e-6))
#> True

turn = torch.tensor([[0.0, -1.0], [1.0, 0.0]])  # a quarter turn
print(torch.linalg.eig(turn).eigenvalues.imag.sort().values)
#> tensor([-1.,  1.])
