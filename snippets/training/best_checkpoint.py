"""Best checkpoint: keep the weights of the best validation loss.

`state_dict()` does not copy: what you keep changes with the next step. Use `deepcopy`,
or [write it to a file](../checkpoints/index.md#keep_best) at once. Load it back before
the test.

Attributes: Shapes
    weight: () float32

Asked as:
    restore_best_weights=True; go back to the weights of the best epoch; load the best
    weights at the end of training; copy or snapshot of the best model in memory;
    copy.deepcopy(model.state_dict()); best_model_wts; clone a state_dict; is
    state_dict() a copy or a reference; my saved state_dict changes when I train on;
    state dict I kept is overwritten by later epochs; model was better some epochs ago;
    last epoch is worse than an earlier one; undo the last epochs; keep the weights from
    the epoch with the lowest val loss in RAM; roll back to the best weights when
    training ends, without writing a file; which epoch to use for the test set
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
        kept = deepcopy(model.state_dict())  # <-
        not_copied = model.state_dict()

print(best_epoch, kept["weight"].item())
#> 2 2.0
print(not_copied["weight"].item())  # the last weights, not the best
#> 4.0

model.load_state_dict(kept)
weight = model.weight.squeeze()
print(weight)
#> tensor(2., grad_fn=<SqueezeBackward0>)
