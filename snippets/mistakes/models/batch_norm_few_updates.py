r"""Batch norm with few updates: good in training, chance in eval.

The running mean starts at 0 and moves a tenth of the way (`momentum=0.1`) in each
training step: after 20 steps 12 percent of the way is left. If activations lie far from
0, eval mode normalizes with a wrong mean and the model may predict at chance though
training mode is good. Short runs, few large batches, or a small `momentum` bring it
about. Normalize the input; or measure the statistics again with `update_bn`, which
goes through the data once in training mode. See
[the modes of batch norm](../layers/normalization.md#batch_norm_modes). After $n$ steps
with batches of mean $\mu$ the running mean is

$$\hat{\mu}_n = (1 - 0.9^n) \, \mu$$

Attributes: Shapes
    x: (N, 4) float32

Asked as:
    training accuracy high, eval accuracy is chance with batch norm; running_mean has
    hardly moved; model.eval() makes accuracy drop to chance after a short training;
    batch norm with few training steps; momentum of BatchNorm too small; update_bn of
    swa_utils after training; recompute batch norm statistics; validation bad in the
    first epoch only; running statistics not converged; precise batch norm; BatchNorm
    momentum=0.01 and bad validation; good with model.train(), bad with model.eval();
    batch norm good in train mode, useless in eval mode
"""

import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.swa_utils import update_bn

torch.manual_seed(0)
x = 100 + torch.randn(512, 4)
target = (x[:, 0] > 100).long()

model = nn.Sequential(nn.BatchNorm1d(4), nn.Linear(4, 2))
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(20):
    logits = model(x)
    loss = F.cross_entropy(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def accuracy(logits):
    return round((logits.argmax(dim=1) == target).float().mean().item(), 1)


print(accuracy(logits))  # in training mode
#> 1.0

# Wrong: a running mean that is still on its way.
model.eval()
print(accuracy(model(x)), round(model[0].running_mean[0].item()))
#> 0.5 88

# Right: the statistics measured with the final weights.
update_bn([x], model)  # <- goes back to eval mode
print(accuracy(model(x)), round(model[0].running_mean[0].item()))
#> 1.0 100
