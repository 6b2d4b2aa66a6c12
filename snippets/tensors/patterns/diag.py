r"""diag, diagonal, diag_embed, trace: diagonals.

`diag` of a vector makes a matrix, of a matrix takes its diagonal out; `offset` or
`diagonal` chooses a parallel. For batches: `diagonal(dim1=-2, dim2=-1)` takes out,
`diag_embed` makes. `diagonal()` is a view: write to it, or use `fill_diagonal_`, which
is for one matrix. `block_diag` sets matrices along the diagonal.

Attributes: Shapes
    x: (2, 2) float32
    batch: (2, 3, 3) float32

Asked as:
    torch.diag; main diagonal of a matrix; np.diagonal; diagonal matrix from a vector;
    np.fill_diagonal; set the diagonal to zero; torch.trace; sum of the diagonal;
    np.trace; torch.diag_embed; tf.linalg.diag; batch of diagonal matrices;
    scipy.linalg.block_diag; block diagonal matrix; diagflat; diagonal_scatter;
    torch.diagonal of a batch; add to the diagonal, jitter; off-diagonal elements
"""

import torch

x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
print(x.diag(), x.trace())  # <-
#> tensor([1., 4.]) tensor(5.)
print(torch.diag(torch.tensor([5.0, 6.0])))
#> tensor([[5., 0.],
#>         [0., 6.]])
x.diagonal().add_(0.5)  # a view: x has changed
print(x, x.clone().fill_diagonal_(0), sep="\n")
#> tensor([[1.5000, 2.0000],
#>         [3.0000, 4.5000]])
#> tensor([[0., 2.],
#>         [3., 0.]])
print(x.diagonal_scatter(torch.zeros(2)))  # a copy, x stays
#> tensor([[0., 2.],
#>         [3., 0.]])

batch = torch.diag_embed(torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]))
print(batch.diagonal(dim1=-2, dim2=-1))
#> tensor([[1., 2., 3.],
#>         [4., 5., 6.]])
print(torch.block_diag(torch.ones(1, 2), torch.ones(1, 1)))
#> tensor([[1., 1., 0.],
#>         [0., 0., 1.]])
print(torch.diagflat(torch.tensor([7, 8]), offset=1))
#> tensor([[0, 7, 0],
#>         [0, 0, 8],
#>         [0, 0, 0]])
