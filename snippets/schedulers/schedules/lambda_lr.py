r"""LambdaLR: any function of the epoch.

The function returns a factor of the first rate, not a rate. A list of functions gives
each parameter group its own. Lambdas are not saved in `state_dict`: make the scheduler
anew with the same function.

$$\eta_t = \eta_0 \, f(t)$$

Asked as:
    lr from a function of the epoch, custom lr function;
    tf.keras.callbacks.LearningRateScheduler; what does lr_lambda return; learning rate
    by a formula of the epoch; inverse time decay; 1/t decay; InverseTimeDecay; factor
    times the initial lr; pass a Python function as lr schedule; lambda returned the
    rate itself and lr is far too small; LambdaLR(optimizer, lr_lambda); define the
    schedule with a lambda; lr is not what my lambda returns; lambda epoch: 0.95 **
    epoch; multiply the base lr by my own function; callback that returns the lr for
    each epoch; arbitrary schedule; own function for the learning rate
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = LambdaLR(optimizer, lambda epoch: 1 / (1 + 0.1 * epoch))  # <-

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[::10]])
#> [0.1, 0.05, 0.0333, 0.025, 0.02]
