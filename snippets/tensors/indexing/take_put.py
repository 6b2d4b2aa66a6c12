r"""take, put_, masked_scatter, masked_select: by flat position or mask.

`take` reads the tensor as if it were flat and gives the shape of the index. `put_`
writes so. `masked_select` is `x[mask]` for a mask of the same shape, one-dimensional;
`masked_scatter` fills the places of a mask in order from another tensor.
`unravel_index` turns flat positions into rows and columns, `argwhere` gives them for a
mask.

Attributes: Shapes
    x: (2, 3) int64
    mask: (2, 3) bool

Asked as:
    torch.take; torch.Tensor.put_; masked_scatter_; torch.masked_select; np.take on the
    flattened array; np.put; np.place; np.copyto with where; np.unravel_index; flat
    index to row and column; position of the maximum in a matrix; torch.argwhere; insert
    image embeddings at image tokens; fill masked positions from a list; row and column
    of the largest element; coordinates of nonzero elements; placeholder tokens replaced
    by embeddings; np.ravel_multi_index and back
"""

import torch

x = torch.tensor([[10, 20, 30], [40, 50, 60]])
print(x.take(torch.tensor([0, 5])))  # <-
#> tensor([10, 60])
print(x.clone().put_(torch.tensor([0, 5]), torch.tensor([7, 8])))
#> tensor([[ 7, 20, 30],
#>         [40, 50,  8]])

mask = x > 25
print(x.masked_select(mask), torch.argwhere(mask)[0])
#> tensor([30, 40, 50, 60]) tensor([0, 2])
print(x.masked_scatter(mask, torch.tensor([1, 2, 3, 4])))
#> tensor([[10, 20,  1],
#>         [ 2,  3,  4]])

row, column = torch.unravel_index(x.argmax(), x.shape)
print(row, column, x.argmin(dim=1))
#> tensor(1) tensor(2) tensor([0, 0])
