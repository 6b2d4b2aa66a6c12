r"""meshgrid, cartesian_prod, combinations: all pairs.

`meshgrid` gives a matrix a coordinate; with `indexing="ij"` the first has the rows,
with `"xy"` the columns. Name it: without `indexing` it is "ij", and warns.
`cartesian_prod` gives the pairs as rows, `combinations` those of one tensor, without
order. Where the operation broadcasts, no grid is needed: `y[:, None] + x`.

Attributes: Shapes
    y: (2,) int64
    x: (3,) int64
    rows: (2, 3) int64
    columns: (2, 3) int64
    pairs: (6, 2) int64

Asked as:
    torch.meshgrid; np.meshgrid; np.mgrid; coordinate grid; indexing argument must be
    passed, upcoming release; torch.cartesian_prod; itertools.product; all combinations
    of two tensors; torch.combinations; itertools.combinations; pixel coordinates of an
    image; grid of x and y values; evaluate a function on a grid; tf.meshgrid; anchors
    of a detector; all pairs of elements; np.vander, powers of a vector; xy or ij
    indexing; pairwise combinations; pairs of elements of one vector, no repeats;
    np.indices, np.ogrid
"""

import torch

y, x = torch.tensor([0, 1]), torch.tensor([0, 1, 2])
rows, columns = torch.meshgrid(y, x, indexing="ij")  # <-
print(rows, columns, sep="\n")
#> tensor([[0, 0, 0],
#>         [1, 1, 1]])
#> tensor([[0, 1, 2],
#>         [0, 1, 2]])
pairs = torch.cartesian_prod(y, x)
print(pairs.T)
#> tensor([[0, 0, 0, 1, 1, 1],
#>         [0, 1, 2, 0, 1, 2]])
print(torch.combinations(torch.tensor([5, 6, 7])))
#> tensor([[5, 6],
#>         [5, 7],
#>         [6, 7]])
print(torch.vander(torch.tensor([2, 3]), N=4))  # powers from 3 to 0
#> tensor([[ 8,  4,  2,  1],
#>         [27,  9,  3,  1]])
