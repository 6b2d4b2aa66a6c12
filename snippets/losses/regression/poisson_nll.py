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

Asked as:
    Poisson regression; F.poisson_nll_loss; tf.keras.losses.Poisson; sklearn
    PoissonRegressor; R glm with family=poisson; loss for count data; predict how many
    events, customers or clicks come per hour; target is a count, an integer from zero
    on; log link, exponentiate the output; log_input=True or False; spike counts of
    neurons; loss for regression on counts; output the log of the rate or the rate
    itself; model event counts with a neural network; frequency model, number of claims;
    number of goals, visitors or accidents; labels are non-negative integers, how many,
    not classes; how many things per hour or day
"""

import torch
import torch.nn.functional as F
from torch import nn

rate = torch.tensor([1.0, 2.0, 4.0])
log_rate = rate.log()
target = torch.tensor([1.0, 0.0, 4.0])

loss_fn = nn.PoissonNLLLoss()  # <-
loss = loss_fn(log_rate, target)  # mean of 1, 2 and 4 - 4 log 4
print(loss)
#> tensor(0.4849)
print(F.poisson_nll_loss(log_rate, target))
#> tensor(0.4849)
