r"""svd_lowrank, pca_lowrank, lobpcg: the largest few.

For a large matrix of which a few singular values are wanted. The random projections are
exact where the rest is 0, and need a seed. `pca_lowrank` centres the columns first: `(x
- x.mean(0)) @ V` are the components. `lobpcg` finds some eigenvalues of a large
symmetric matrix.

Attributes: Shapes
    x: (100, 20) float32
    V: (20, 2) float32

Asked as:
    torch.svd_lowrank; torch.pca_lowrank; torch.lobpcg; randomised SVD; sklearn
    TruncatedSVD in torch; sklearn PCA in torch; principal components on the GPU;
    scipy.sparse.linalg.svds; scipy.sparse.linalg.eigsh; top k eigenvectors; project
    embeddings to two dimensions; first two components; approximate svd of a big matrix;
    PCA of features; a few singular values of a huge matrix, the largest
"""

import torch

torch.manual_seed(0)
hidden = torch.randn(100, 2) * torch.tensor([5.0, 2.0])
x = hidden @ torch.randn(2, 20) + 3  # of rank 2, around 3

U, S, V = torch.pca_lowrank(x, q=2)  # <-
projected = (x - x.mean(dim=0)) @ V  # (100, 2)
print((projected @ V.T + x.mean(dim=0)).allclose(x, atol=1e-3))
#> True
print((S**2).allclose(torch.linalg.svdvals(x - x.mean(dim=0))[:2] ** 2, rtol=1e-3))
#> True

_, S, _ = torch.svd_lowrank(x, q=4)
print(S[3] < 1e-4 * S[0])  # with the mean of rank 3
#> tensor(True)
values, vectors = torch.lobpcg(torch.diag(torch.arange(1.0, 13.0)), k=2)
print(values.round(decimals=2))
#> tensor([12., 11.])
