r"""torch.symeig and torch.eig: eigh reads the lower triangle, eig is complex.

Both raise today. `torch.symeig` read the upper triangle by default, `torch.linalg.eigh`
reads the lower one: that is the same for a symmetric matrix (a complex one has to be
Hermitian), else pass `UPLO="U"`. `torch.linalg.eig` gives complex numbers, not pairs of
real ones.

Raises:
    RuntimeError: `torch.symeig(A)` This function was deprecated since version 1.9 and
        is now removed. The default behavior has changed from using the upper triangular
        portion
    RuntimeError: `torch.eig(A)` `torch.linalg.eig` returns complex tensors of dtype
        `cfloat` or `cdouble` rather than real tensors mimicking complex tensors.

Asked as:
    e, v = torch.symeig(A, eigenvectors=True); torch.symeig(A, upper=True); e, v =
    torch.eig(A, eigenvectors=True); symeig replaced by eigh; torch.eig was removed;
    eigenvalues[:, 0] of torch.eig
"""

import torch

A = torch.tensor([[2.0, 1.0], [1.0, 2.0]])
values, vectors = torch.linalg.eigh(A)  # <-
print(values)
#> tensor([1., 3.])
print(torch.allclose(A @ vectors, vectors * values))
#> True

# A matrix that is not symmetric: say which half.
half = torch.tensor([[2.0, 1.0], [0.0, 2.0]])
print(torch.linalg.eigvalsh(half), torch.linalg.eigvalsh(half, UPLO="U"))
#> tensor([2., 2.]) tensor([1., 3.])

turn = torch.tensor([[0.0, -1.0], [1.0, 0.0]])
print(torch.linalg.eigvals(turn))
#> tensor([0.+1.j, 0.-1.j])
