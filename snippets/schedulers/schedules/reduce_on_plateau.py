r"""ReduceLROnPlateau: smaller when the metric stops improving.

`step` takes the validation loss. An epoch is bad unless the loss is below the best so
far by `threshold` (relative, 1e-4). $b_t$ counts the bad epochs in a row; when it
exceeds $p$ = `patience` the rate is multiplied by $\gamma$ = `factor`, not below
`min_lr`, and the count begins again: `patience=2` forgives two bad epochs, and the
third acts. With an accuracy, `mode="max"`. For losses below 0 take
`threshold_mode="abs"`: a relative threshold lets slightly worse ones pass as better.

$$\eta_{t + 1} = \begin{cases} \max(\gamma \, \eta_t, \eta_\text{min}) & b_t > p \\
\eta_t & b_t \le p \end{cases}$$

Raises:
    TypeError: `scheduler.step()` missing 1 required positional argument: 'metrics'
    ValueError: `ReduceLROnPlateau(optimizer, factor=1.0)` Factor should be < 1.0.

Asked as:
    tf.keras.callbacks.ReduceLROnPlateau; lower the learning rate when validation loss
    stalls; how does patience count in a scheduler; reduce lr if no improvement for 5
    epochs; scheduler.step(val_loss); mode="max" for accuracy; adaptive learning rate
    from the validation loss; lr decrease on plateau, validation loss stagnates; min_lr,
    factor, threshold; learning rate drops too early; off by one in patience;
    num_bad_epochs; lower lr when training gets stuck; learning rate reduced
    automatically when the validation loss does not get better; reduce_lr,
    ReduceLROnPlateau(optimizer, "min"); scheduler that watches a metric; lower lr if
    the validation loss does not improve; drop lr automatically when a validation metric
    plateaus
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import ReduceLROnPlateau

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = ReduceLROnPlateau(optimizer, factor=0.1, patience=2)  # <-

losses = [1.0, 0.8, 0.7, 0.7, 0.71, 0.7, 0.69, 0.65, 0.66, 0.67, 0.66, 0.66, 0.66, 0.6]
rates, bad = [], []
for epoch, loss in enumerate(losses):  # losses of the validation set
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step(loss)
    bad.append(scheduler.num_bad_epochs)
print([round(rate, 4) for rate in rates])
#> [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001]
print(bad)  # 0 again after the third: at epochs 5 and 10 the rate fell
#> [0, 0, 0, 1, 2, 0, 0, 0, 1, 2, 0, 1, 2, 0]
