r"""det, slogdet, logdet: determinants.

That of a large matrix overflows or vanishes: `slogdet` gives the sign and the logarithm
of the absolute value. `logdet` is `nan` where the determinant is negative. A singular
matrix has 0, up to rounding.

Attributes: Shapes
    A: (2, 2) float32
    batch: (2, 100, 100) float32

Raises:
    RuntimeError: `torch.linalg.det(torch.ones(2, 3))` must be batches of square
        matrices

Asked as:
    torch.linalg.det; torch.det; torch.logdet; torch.linalg.slogdet; determinant of a
    matrix; log determinant; np.linalg.det; np.linalg.slogdet; tf.linalg.det;
    tf.linalg.logdet; determinant overflows to inf; change of volume of a linear map; is
    the matrix singular; log det of a covariance; jacobian determinant of a flow;
    compute a determinant
"""

import torch

A = torch.tensor([[2.0, 1.0], [1.0, 3.0]])
print(torch.linalg.det(A), A.det(), A.logdet())  # <-
#> tensor(5.) tensor(5.) tensor(1.6094)

batch = torch.stack([0.1 * torch.eye(100), 10 * torch.eye(100)])
print(torch.linalg.det(batch))
#> tensor([0., inf])
sign, log = torch.linalg.slogdet(batch)
print(sign, log)
#> tensor([1., 1.]) tensor([-230.2585,  230.2585])
print(torch.slogdet(-A[:1, :1]), (-A[:1, :1]).logdet())
#> torch.return_types.slogdet(
#> sign=tensor(-1.),
#> logabsdet=tensor(0.6931)) tensor(nan)
