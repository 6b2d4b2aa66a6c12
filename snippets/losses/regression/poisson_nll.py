r"""PoissonNLLLoss: a count whose rate is predicted.

For targets that count events: 0, 1, 2, … The input is the logarithm of the rate
(`log_input=True`, the default), so the network needs no positive output.

$$\ell = \frac{1}{N} \sum_n \left( e^{x_n} - y_n x_n \right)$$

The term $\log y_n!$ does not depend on the input and is left out; `full=True` adds
Stirling's approximation of it for targets above 1.

Attributes: Shapes
    log_rate: (N,) float32, log of the predicted rate
    target: (N,) float32, counts
    loss: () float32
"""

import torch
from torch import nn

rate = torch.tensor([1.0, 2.0, 4.0])
log_rate = rate.log()
target = torch.tensor([1.0, 0.0, 4.0])

loss_fn = nn.PoissonNLLLoss()
loss = loss_fn(log_rate, target)  # mean of 1, 2 and 4 - 4 log 4
print(loss)
#> tensor(0.4849)
