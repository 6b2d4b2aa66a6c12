r"""linalg.svd: stretch along orthogonal directions.

Gives U, S and Vh (V transposed already), with S from the largest. `full_matrices=False`
is the economical form. For low rank keep the first k.

Attributes: Shapes
    A: (3, 2) float32
    U: (3, 2) float32
    S: (2,) float32
    Vh: (2, 2) float32

Asked as:
    np.linalg.svd; torch.svd; singular value decomposition; singular values; low-rank
    approximation; TruncatedSVD for dimensionality reduction; pca; principal component
    analysis; compress a weight matrix; is V returned transposed; matrix factorization;
    full_matrices; reduce the number of features; approximate a matrix by one of lower
    rank; rank of a matrix; SVD decomposition of a matrix in U, S and V
"""

import torch

A = torch.tensor([[3.0, 0.0], [0.0, 2.0], [0.0, 0.0]])
U, S, Vh = torch.linalg.svd(A, full_matrices=False)  # <-
print(S)
#> tensor([3., 2.])
print(torch.allclose((U * S[..., None, :]) @ Vh, A, atol=1e-6))  # batches too
#> True

k = 1
low_rank = (U[..., :k] * S[..., None, :k]) @ Vh[..., :k, :]  # (3, 2)
print(low_rank)
#> tensor([[3., 0.],
#>         [0., 0.],
#>         [0., 0.]])
