r"""cumsum: the running sum.

The result has the shape of the input. Its first element and its differences are the
input again. Likewise `cumprod`, `logcumsumexp`, and `cummax`, which gives the indices
too.

Attributes: Shapes
    x: (2, 3) int64

Asked as:
    cumulative sum; running total along a row; prefix sums; sum of everything before
    each position; np.cumprod; running maximum; itertools.accumulate; undo np.diff; cdf
    from probabilities; start offsets from lengths; integral image; running sum along a
    row, cumulative total; add up numbers step by step, progressively; cumulative
    product, cumulative maximum; cumulative sum along a dimension; running sum
"""

import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(x.cumsum(dim=1))  # <-
#> tensor([[ 1,  3,  6],
#>         [ 4,  9, 15]])
print(x.cumsum(dim=0))
#> tensor([[1, 2, 3],
#>         [5, 7, 9]])
print(x.cumprod(dim=1), x.cummax(dim=1).values, sep="\n")
#> tensor([[  1,   2,   6],
#>         [  4,  20, 120]])
#> tensor([[1, 2, 3],
#>         [4, 5, 6]])
