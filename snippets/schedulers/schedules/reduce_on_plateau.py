r"""ReduceLROnPlateau: smaller when the metric stops improving.

`step` takes the validation loss. After more than `patience` epochs without an
improvement of at least `threshold` (relative, 1e-4), the rate is multiplied by
`factor`. With an accuracy, `mode="max"`. It has no closed form: the rate depends on the
losses.

$$\eta \leftarrow \gamma \, \eta \quad \text{after } p + 1 \text{ epochs without a new
best}$$

Raises:
    TypeError: `scheduler.step()` missing 1 required positional argument: 'metrics'
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import ReduceLROnPlateau

model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = ReduceLROnPlateau(optimizer, factor=0.1, patience=2)

losses = [1.0, 0.8, 0.7, 0.7, 0.71, 0.7, 0.69, 0.65, 0.66, 0.67, 0.66, 0.66, 0.66, 0.6]
rates = []
for epoch, loss in enumerate(losses):  # losses of the validation set
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step(loss)
print([round(rate, 4) for rate in rates])
#> [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001]
