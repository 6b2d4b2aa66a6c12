r"""argsort: the order, to apply to something else.

The indices of `sort` alone. Twice gives each element's rank.

Attributes: Shapes
    score: (3,) float32
    order: (3,) int64
"""

import torch

score = torch.tensor([0.2, 0.9, 0.5])
order = score.argsort(descending=True)
names = ["cat", "dog", "owl"]
print([names[i] for i in order.tolist()])
#> ['dog', 'owl', 'cat']
print(score.argsort().argsort())  # ranks, smallest 0
#> tensor([0, 2, 1])
