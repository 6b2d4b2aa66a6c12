r"""Top-k accuracy: right if the class is among the k likeliest.

The usual second number for many classes: ImageNet results give top-1 and top-5.

$$\text{top-}k = \frac{1}{N} \sum_n \left[ y_n \in \text{topk}(x_n) \right]$$

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64
    best: (N, 2) int64
    top_2: () float32

Raises:
    RuntimeError: `logits.topk(5)` selected index k out of range
"""

import torch

logits = torch.tensor([[4.0, 3, 1, 0], [0, 1, 2, 3], [1, 0, 2, 3]])
target = torch.tensor([1, 3, 1])

best = logits.topk(k=2, dim=1).indices
print(best)
#> tensor([[0, 1],
#>         [3, 2],
#>         [3, 2]])
top_2 = (best == target[:, None]).any(dim=1).float().mean()
print(top_2)
#> tensor(0.6667)
