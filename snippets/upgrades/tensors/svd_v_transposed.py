r"""torch.svd: linalg.svd gives V already transposed.

`torch.svd` still works, with no warning. `torch.linalg.svd` returns `Vh`, the adjoint
of `V`: a call that is only renamed multiplies with the wrong factor, and on a square
matrix raises nothing. Its `full_matrices` is True by default; `torch.svd` had
`some=True`, which is `full_matrices=False`.

Asked as:
    U, S, V = torch.svd(A); V or Vh of linalg.svd; torch.svd(A, some=False);
    torch.svd(A, compute_uv=False); reconstruction differs after torch.svd was replaced;
    svd returns V transposed
"""

import torch

A = torch.tensor([[3.0, 1.0, 0.0], [1.0, 2.0, 2.0]])
U, S, V = torch.svd(A)
print(torch.allclose(U @ S.diag() @ V.mH, A, atol=1e-5))
#> True

U, S, Vh = torch.linalg.svd(A, full_matrices=False)  # <-
print(torch.allclose(U @ S.diag() @ Vh, A, atol=1e-5))
#> True
print(V.shape, Vh.shape)
#> torch.Size([3, 2]) torch.Size([2, 3])

# Renamed, and no more: on a square matrix nothing is raised.
square = torch.tensor([[3.0, 1.0], [0.0, 2.0]])
U, S, V = torch.linalg.svd(square)
print(torch.allclose(U @ S.diag() @ V.mH, square))
#> False
print(torch.equal(torch.linalg.svdvals(square), S))  # compute_uv=False
#> True
