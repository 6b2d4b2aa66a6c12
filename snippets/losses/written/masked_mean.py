r"""Masked loss: a mean over the entries that count.

For missing targets and padded steps. Pick the entries first and divide by their number:
a target of NaN times 0 is still NaN. `clamp(min=1)` makes the loss of a batch in which
nothing counts 0; a mean of nothing is NaN. Classes have
[`ignore_index`](options.md#ignore_index) for it.

$$\ell = \frac{\sum_i m_i \, (x_i - y_i)^2}{\max(1, \sum_i m_i)}$$

Attributes: Shapes
    pred: (N, T) float32
    target: (N, T) float32, NaN where nothing was measured
    mask: (N, T) bool, what counts
    loss: () float32

Asked as:
    masked mse; regression loss with missing values; targets contain NaN; loss for
    padded sequences; mean over valid positions only; ignore padding in MSELoss;
    ignore_index for regression; multiply the loss by a mask; loss with mask divided by
    mask.sum(); sample_weight of zero; some labels of a multi-task set are missing; nan
    targets; mask out the padded time steps; masked_select before the loss
"""

import torch
import torch.nn.functional as F

nan = float("nan")
pred = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
target = torch.tensor([[2.0, 2.0, 0.0], [1.0, nan, nan]])
mask = target.isfinite()

total = F.mse_loss(pred[mask], target[mask], reduction="sum")
loss = total / mask.sum().clamp(min=1)  # <-
print(loss)  # a quarter of 1 + 0 + 9 + 9
#> tensor(4.7500)
print((mask * (pred - target) ** 2).sum())
#> tensor(nan)

# Each row first, then the mean of the rows: short rows count as much as long ones.
each = torch.where(mask, pred - target, 0.0) ** 2  # the square last: no NaN gradient
print((each.sum(dim=1) / mask.sum(dim=1).clamp(min=1)).mean())
#> tensor(6.1667)
