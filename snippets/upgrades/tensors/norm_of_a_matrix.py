r"""torch.norm with p=2: of a matrix it is not linalg.norm with ord=2.

`torch.norm` and `x.norm()` still work and warn of nothing. `torch.norm(A, p=2)` is the
root of the sum of squares of all elements; `torch.linalg.norm(A, ord=2)` is the largest
singular value. `torch.linalg.vector_norm` means what the old call meant: a number `p`
is `ord`, `"fro"`, the default, is 2. It takes no `"nuc"`: that is `matrix_norm`. See
[linalg.norm](../tensors/math_ops.md#linalg_norm).

Asked as:
    torch.norm deprecated; x.norm(p=2, dim=1); torch.norm(x, 2) or torch.linalg.norm(x,
    2); w.norm(2) of a weight matrix; replace torch.norm; linalg.norm gives a smaller
    number than torch.norm; nuclear norm p='nuc'; Frobenius or spectral: what torch.norm
    takes of a matrix
"""

import torch

A = torch.tensor([[3.0, 0.0], [0.0, 4.0]])
print(torch.norm(A, p=2), torch.linalg.norm(A, ord=2))
#> tensor(5.) tensor(4.)

print(torch.equal(torch.linalg.vector_norm(A, ord=2), torch.norm(A, p=2)))  # <-
#> True
print(torch.equal(torch.linalg.vector_norm(A, dim=1), A.norm(dim=1)))
#> True
print(torch.equal(torch.linalg.matrix_norm(A, ord="nuc"), torch.norm(A, p="nuc")))
#> True
