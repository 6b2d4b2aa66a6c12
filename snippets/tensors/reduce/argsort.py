r"""argsort: the order, to apply to something else.

The indices of `sort` alone. Twice gives the ranks.

Attributes: Shapes
    score: (3,) float32
    order: (3,) int64

Asked as:
    sort one list by another; sort rows of a matrix by one column; rank of each element;
    rankdata; sort names by score; sort sequences by length; order() in R; indices that
    would sort; pandas sort_values; ranking of values; sort a list of names by their
    scores; order of indices alone, without the sorted values; permutation that puts
    scores into descending order; reorder one tensor by the values of another; return
    the indices that sort a tensor
"""

import torch

score = torch.tensor([0.2, 0.9, 0.5])
order = score.argsort(descending=True)  # <-
print(order)
#> tensor([1, 2, 0])
names = ["cat", "dog", "owl"]
print([names[i] for i in order.tolist()])
#> ['dog', 'owl', 'cat']
print(score.argsort().argsort())  # ranks, smallest 0
#> tensor([0, 2, 1])
