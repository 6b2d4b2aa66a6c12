r"""L1Loss: the mean absolute error.

An error of 10 counts ten times an error of 1, so outliers pull less than with
`MSELoss`. The gradient has the same size everywhere and jumps at zero.

$$\ell = \frac{1}{N} \sum_n |x_n - y_n|$$

Attributes: Shapes
    pred: (N,) float32, predictions
    target: (N,) float32, the same shape as pred
    loss: () float32
"""

import torch
from torch import nn

pred = torch.tensor([2.5, 0.0, 2.0, 8.0])
target = torch.tensor([3.0, -0.5, 2.0, 7.0])

loss_fn = nn.L1Loss()
loss = loss_fn(pred, target)  # mean of 0.5, 0.5, 0, 1
print(loss)
#> tensor(0.5000)
