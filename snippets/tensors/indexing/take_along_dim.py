r"""take_along_dim: gather that broadcasts.

For the indices of `argsort`, `argmax` with `keepdim` and `topk`: it puts them to use on
another tensor.

Attributes: Shapes
    scores: (2, 3) float32
    boxes: (2, 3, 4) int64
    best: (2, 2) int64
    kept: (2, 2, 4) int64

Asked as:
    np.take_along_axis; apply argsort to another tensor; apply argsort to rows, each row
    by its own indices; use topk indices on a second tensor; values at the argmax
    positions; sort one 2d array by the argsort of another, row by row; batched lookup
    with indices from sort; reorder matrix b in the sorted order of a, for each row; use
    argmax with keepdim to fetch the values; gather without expanding the index; take
    values along an axis by indices from argsort or argmax
"""

import torch

scores = torch.tensor([[0.2, 0.5, 0.3], [0.6, 0.1, 0.3]])
boxes = torch.arange(24).reshape(2, 3, 4)

best = scores.topk(2, dim=1).indices
kept = torch.take_along_dim(boxes, best[:, :, None], dim=1)
print(kept[0])
#> tensor([[ 4,  5,  6,  7],
#>         [ 8,  9, 10, 11]])

order = scores.argsort(dim=1)  # (2, 3)
print(torch.take_along_dim(scores, order, dim=1))  # <-
#> tensor([[0.2000, 0.3000, 0.5000],
#>         [0.1000, 0.3000, 0.6000]])
