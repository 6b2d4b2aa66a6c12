"""loss.item(): keep the number, not the graph.

A list of losses keeps the graph of every batch alive, and memory grows until it ends.
Keep `loss.item()`, a Python float, or `loss.detach()`, which does not wait for the GPU.

Attributes: Shapes
    w: (2,) float32

Asked as:
    memory grows every iteration; memory leak in the training loop; CUDA out of memory
    after a few epochs; total_loss += loss eats memory; RAM increases during training
    until it crashes; append losses to a list for plotting; loss.data[0]; log the
    training loss without holding tensors; GPU memory usage goes up each batch; why does
    accumulating the loss use so much memory; does .item() slow down the GPU; store the
    loss without its graph; running loss keeps every batch in memory; append loss.item()
    or loss; loss history without the graph; RAM fills up while logging losses; why
    .item() when summing the epoch loss; program uses more and more memory
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
