r"""linalg.qr: orthonormal columns and a triangle.

A = Q R. `mode="reduced"` (default) gives as many columns as needed, `"complete"` a
square Q, `"r"` R alone. The signs of R's diagonal are not fixed: multiply by them for a
Q that is unique. A random orthogonal matrix is the Q of a random matrix.

Attributes: Shapes
    A: (3, 2) float32
    Q: (3, 2) float32
    R: (2, 2) float32

Asked as:
    torch.linalg.qr; QR decomposition; np.linalg.qr; Gram-Schmidt; orthonormal basis of
    the columns; orthogonalise vectors; tf.linalg.qr; random orthogonal matrix; mode
    reduced or complete; torch.linalg.householder_product; geqrf and orgqr; sign of the
    diagonal of R; least squares by QR; scipy.linalg.qr; orthonormalise the rows of a
    weight; vectors orthogonal to each other and of length one
"""

import torch

A = torch.tensor([[3.0, 1.0], [4.0, 2.0], [0.0, 2.0]])
Q, R = torch.linalg.qr(A)  # <-
print((Q.T @ Q).allclose(torch.eye(2), atol=1e-6), (Q @ R).allclose(A, atol=1e-6))
#> True True
print(R.abs())
#> tensor([[5.0000, 2.2000],
#>         [0.0000, 2.0396]])
signs = R.diagonal().sign()
print(Q * signs)  # that of the R whose diagonal is positive
#> tensor([[ 0.6000, -0.1569],
#>         [ 0.8000,  0.1177],
#>         [ 0.0000,  0.9806]])
print(torch.linalg.qr(A, mode="complete").Q.shape)
#> torch.Size([3, 3])

packed, tau = torch.geqrf(A)  # what qr is made of
print(torch.linalg.householder_product(packed, tau).allclose(Q, atol=1e-6))
#> True
print(torch.ormqr(packed, tau, torch.eye(3))[:, :2].allclose(Q, atol=1e-6))
#> True
