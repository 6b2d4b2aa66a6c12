"""loss.item(): keep the number, not the graph.

`backward` frees what a graph saved. Without it, as in validation with gradients on, a
kept or summed loss holds the activations of its batch. Keep `loss.item()`, a Python
float, or `loss.detach()`, which does not wait for the GPU.

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

losses, total = [], 0.0
for x in (1.0, 2.0):
    loss = (w * x).exp().sum()
    losses.append(loss)  # keeps the graph
    total += loss.item()  # <- keeps the number
print(round(total, 4))
#> 20.2147

last = loss.grad_fn.next_functions[0][0]
print(last._saved_result.detach())  # the activations of that batch
#> tensor([7.3891, 7.3891])
