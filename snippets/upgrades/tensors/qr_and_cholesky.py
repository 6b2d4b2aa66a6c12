r"""torch.qr and torch.cholesky: removed, in linalg under the same name.

Both raise today. `some=False` of `torch.qr` is `mode="complete"`. `upper=True` of
`torch.cholesky` stays: it reads the upper triangle. The adjoint of the lower factor,
`.mH`, comes from the lower one.

Raises:
    RuntimeError: `torch.cholesky(A)` `torch.cholesky` is deprecated in favor of
        `torch.linalg.cholesky`.
    RuntimeError: `torch.qr(A)` `torch.qr` is deprecated in favor of `torch.linalg.qr`
        and the boolean parameter `some` has been replaced with a string parameter
        `mode`.

Before: 2.14
    UserWarning: `torch.cholesky(A)` torch.cholesky is deprecated in favor of
        torch.linalg.cholesky and will be removed in a future PyTorch release.
    UserWarning: `torch.qr(A)` torch.qr is deprecated in favor of torch.linalg.qr and
        will be removed in a future PyTorch release.

Asked as:
    Q, R = torch.qr(A); torch.qr(A, some=False); torch.cholesky(A, upper=True);
    A.cholesky(); A.qr(); torch.potrf; torch.cholesky was removed; torch.qr was removed
"""

import torch

A = torch.tensor([[4.0, 2.0], [2.0, 5.0]])

L = torch.linalg.cholesky(A)  # <-
print(L)
#> tensor([[2., 0.],
#>         [1., 2.]])
U = torch.linalg.cholesky(A, upper=True)
print(torch.equal(U.mH @ U, A))
#> True

Q, R = torch.linalg.qr(A)
print(torch.allclose(Q @ R, A))
#> True
print(torch.linalg.qr(A[:, :1], mode="complete").Q.shape)  # some=False
#> torch.Size([2, 2])
