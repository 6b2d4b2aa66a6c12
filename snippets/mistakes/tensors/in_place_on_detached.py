"""In place on detached: the output changes with its picture.

`detach()` shares memory with the original. Changed in place, for a plot or a log, it
changes the output that the loss is computed from next; weights kept with `detach()`
follow the optimizer, so a comparison says that nothing was trained. Only where backward
needs the old values is there an error, and for a change through `numpy()` not even
there. Write the operation without its underscore, or take `detach().clone()`. See
[`detach`](../autograd/tracking.md#detach).

Attributes: Shapes
    weight: (2,) float32
    target: (2,) float32

Asked as:
    loss changes when I plot the output; does detach copy the data; weights do not
    change during training, difference is zero; compare weights before and after a step;
    detach() and in-place clamp_; changing a detached tensor changes the original;
    logging code changes the training; detach without clone; saved copy of the weights
    follows the training; clamp_ on output.detach(); visualisation alters the loss;
    gradient is zero after logging
"""

import torch
import torch.nn.functional as F

target = torch.tensor([1.0, 0.0])

# Wrong: the output is clamped with its picture.
weight = torch.tensor([2.0, -1.0], requires_grad=True)
output = weight * 2  # 4 and -2
picture = output.detach().clamp_(0, 1)
loss = F.mse_loss(output, target)
loss.backward()
print(loss.item(), weight.grad)
#> 0.0 tensor([0., 0.])

# Right: a new tensor is clamped.
weight = torch.tensor([2.0, -1.0], requires_grad=True)
output = weight * 2
picture = output.detach().clamp(0, 1)  # <-
loss = F.mse_loss(output, target)
loss.backward()
print(loss.item(), weight.grad)
#> 6.5 tensor([ 6., -4.])

# Did the step change the weights? Wrong, then right.
before, copied = weight.detach(), weight.detach().clone()
torch.optim.SGD([weight], lr=0.5).step()
print((weight - before).abs().sum().item(), (weight - copied).abs().sum().item())
#> 0.0 5.0
