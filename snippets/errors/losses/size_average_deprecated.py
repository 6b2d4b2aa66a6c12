r"""size_average and reduce args will be deprecated: use reduction.

A warning of old options of the losses. `size_average=False` is `reduction="sum"`,
`reduce=False` is `reduction="none"`. It also comes without those words: the first
positional argument of `MSELoss`, `L1Loss` and others is `size_average`, so
`nn.MSELoss("none")` is taken for True, and the loss is averaged. Name the argument; see
[reduction](../losses/options.md#reduction).

Warns:
    UserWarning: `nn.MSELoss(size_average=False)`
        size_average and reduce args will be deprecated, please use reduction='sum'
        instead.
    UserWarning: `nn.MSELoss("none")`
        size_average and reduce args will be deprecated, please use reduction='mean'
        instead.

Also worded:
    UserWarning: size_average and reduce args will be deprecated, please use
      reduction='none' instead.
    UserWarning: size_average and reduce args will be deprecated, please use
      reduction='elementwise_mean' instead.
    ValueError: avg is not a valid value for reduction
    UserWarning: reduction='elementwise_mean' is deprecated. Please use reduction='mean'
      instead.

Asked as:
    size_average=False in old code; MSELoss('sum') warns and still averages; which
    reduction replaces size_average; loss per element in new torch; reduction given
    without its name; first argument of nn.MSELoss
"""

import warnings

import torch
from torch import nn

pred, target = torch.tensor([1.0, 2.0]), torch.zeros(2)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loss_fn = nn.MSELoss("sum")  # a word in the place of size_average
print(str(caught[0].message).split(", ")[0])
#> size_average and reduce args will be deprecated
print(loss_fn(pred, target))  # an average: the word was taken for True
#> tensor(2.5000)

# size_average=False.
print(nn.MSELoss(reduction="sum")(pred, target))  # <-
#> tensor(5.)

# reduce=False.
print(nn.MSELoss(reduction="none")(pred, target))
#> tensor([1., 4.])

# The default, named.
print(nn.MSELoss(reduction="mean")(pred, target))
#> tensor(2.5000)
