"""loss.item(): keep the number, not the graph.

A list of losses keeps the graph of every batch alive, and memory grows until it ends.
Keep `loss.item()`, a Python float, or `loss.detach()`, which does not wait for the GPU.

Attributes: Shapes
    w: (2,) float32
"""

import torch

w = torch.ones(2, requires_grad=True)

graphs, numbers = [], []
for _ in range(3):
    loss = (w * 2).sum()
    graphs.append(loss)
    numbers.append(loss.item())

print(graphs[0].grad_fn is None)
#> False
print(numbers)
#> [4.0, 4.0, 4.0]
