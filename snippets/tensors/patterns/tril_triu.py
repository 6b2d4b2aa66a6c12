r"""tril and triu: below and above the diagonal.

`diagonal=1` moves the border up, `-1` down. `torch.ones(n, n, dtype=torch.bool).tril()`
is the causal mask: row i sees columns up to i. `tril_indices` gives rows and columns as
a (2, m) tensor, to fill a triangle from a vector. `tril_` and `triu_` write in place;
batches of matrices are taken too.

Attributes: Shapes
    x: (3, 3) int64
    causal: (3, 3) bool
    rows: (3,) int64
    columns: (3,) int64

Asked as:
    torch.tril; torch.triu; lower triangular part of a matrix; upper triangle;
    np.tril; np.triu; causal mask from ones; tf.linalg.band_part; tril_indices;
    np.triu_indices; fill a symmetric matrix from a vector; zero everything above
    the diagonal; triu_ in place; autoregressive mask; pairs i < j of a matrix; band
    matrix; upper triangle of a distance matrix as a vector; ones on and below the
    diagonal; each pair of indices once
"""

import torch

x = torch.arange(1, 10).reshape(3, 3)
print(x.tril())
#> tensor([[1, 0, 0],
#>         [4, 5, 0],
#>         [7, 8, 9]])
print(x.triu(diagonal=1))
#> tensor([[0, 2, 3],
#>         [0, 0, 6],
#>         [0, 0, 0]])
causal = torch.ones(3, 3, dtype=torch.bool).tril()  # <-
print(causal)
#> tensor([[ True, False, False],
#>         [ True,  True, False],
#>         [ True,  True,  True]])

rows, columns = torch.tril_indices(3, 3, offset=-1)
print(rows, columns)
#> tensor([1, 2, 2]) tensor([0, 0, 1])
print(x[rows, columns])  # below the diagonal
#> tensor([4, 7, 8])
print(torch.triu_indices(3, 3, offset=1).tolist())
#> [[0, 0, 1], [1, 2, 2]]
print(torch.ones(2, 2).triu_())
#> tensor([[1., 1.],
#>         [0., 1.]])
