r"""MultiplicativeLR: multiply by a factor that may change.

Like `LambdaLR`, but the factor applies to the rate of the epoch before, so factors
accumulate: return 1 to leave the rate as it is. The function is first called with 1,
and like all lambdas it is not saved in `state_dict`.

$$\eta_t = \eta_0 \prod_{k = 1}^{t} f(k)$$

Asked as:
    difference between LambdaLR and MultiplicativeLR; factor on the current lr, not on
    the initial one; factors accumulate; lr_lambda applied to the current lr; took a
    LambdaLR function and lr shrinks far too fast; compound the learning rate; scale the
    rate now and then; multiply the last rate by a factor that depends on the epoch;
    multiply lr by a factor each time; MultiplicativeLR(optimizer, lr_lambda); relative
    change of the lr every epoch; lr *= factor(epoch); new lr = old lr times a function
    of the epoch; cumulative product of factors; MultiplicativeLR or LambdaLR; lr of the
    last epoch times something
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import MultiplicativeLR


def factor(epoch):
    return 0.5 if epoch % 20 == 0 else 1.0


model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = MultiplicativeLR(optimizer, factor)  # <-

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[::10]])
#> [0.1, 0.1, 0.05, 0.05, 0.025]
