"""keepdim forgotten: the means of the rows hit the columns.

`x.mean(dim=1)` of (N, D) is (N,), and `x - x.mean(dim=1)` lines it up with the columns:
(2, 3) raises, a square matrix does not. The same happens in a division by a norm or a
sum. Keep the dimension with `keepdim=True` where you subtract or divide, and look at
the sums afterwards. See [`sum`](../tensors/reduce.md#sum); of a softmax it is the
[dimension](models.md#softmax_over_the_batch) that goes wrong.

Attributes: Shapes
    scores: (N, C) float32

Asked as:
    forgot keepdim; mean subtracted from the wrong axis; row means are not zero after
    centring; similarity matrix normalised along the wrong axis; broadcasting in a
    square matrix hides a bug; works for a square matrix only; divide each row by its
    sum, rows do not sum to 1; x - x.mean(1) goes wrong without an error; normalise the
    rows of a matrix
"""

import torch

scores = torch.tensor([[1.0, 3.0], [5.0, 9.0]])

# Wrong: the means of the rows, subtracted from the columns.
centred = scores - scores.mean(dim=1)
print(centred)
#> tensor([[-1., -4.],
#>         [ 3.,  2.]])
print(centred.mean(dim=1))
#> tensor([-2.5000,  2.5000])

# Right: means of shape (2, 1), one a row.
centred = scores - scores.mean(dim=1, keepdim=True)  # <-
print(centred)
#> tensor([[-1.,  1.],
#>         [-2.,  2.]])
print(centred.mean(dim=1))
#> tensor([0., 0.])
