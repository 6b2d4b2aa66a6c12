"""Best checkpoint: keep the weights of the best validation loss.

`state_dict()` does not copy: what you keep changes with the next step. Use `deepcopy`,
or [write it to a file](../checkpoints/index.md#keep_best) at once. Load it back before
the test.

Attributes: Shapes
    weight: () float32
"""

from copy import deepcopy

import torch
from torch import nn

model = nn.Linear(1, 1, bias=False)
val_losses = [0.9, 0.5, 0.3, 0.4, 0.6]  # of five epochs

best_loss, kept, not_copied = float("inf"), None, None
for epoch, val_loss in enumerate(val_losses):
    with torch.no_grad():
        model.weight.fill_(float(epoch))  # stands for the training of an epoch
    if val_loss < best_loss:
        best_loss, best_epoch = val_loss, epoch
        kept = deepcopy(model.state_dict())
        not_copied = model.state_dict()

print(best_epoch, kept["weight"].item())
#> 2 2.0
print(not_copied["weight"].item())  # the last weights, not the best
#> 4.0

model.load_state_dict(kept)
weight = model.weight.squeeze()
print(weight)
#> tensor(2., grad_fn=<SqueezeBackward0>)
