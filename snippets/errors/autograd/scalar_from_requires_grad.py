r"""Converting a tensor with requires_grad=True to a scalar: the graph is lost.

A warning: `float(x)` or a function that calls it (`math.sqrt`, `torch.tensor` of a list
of tensors) takes the number and leaves the history behind. For a log that is wanted:
write `.item()`, which does not warn. Where the number goes back into the loss, no
gradient flows through it: use the operation of torch, and `stack` for a list. See
[`keep_the_number`](../autograd/tracking.md#keep_the_number).

Warns:
    UserWarning: `float(loss)` Converting a tensor with requires_grad=True to a scalar
        may lead to unexpected behavior. Consider using tensor.detach() first.

Asked as:
    float(loss) warns; math.exp of a tensor that requires grad; Consider using
    tensor.detach() first; python number from a tensor with gradient; loss is logged
    with float(); numpy array filled with loss values warns
"""

import math
import warnings

import torch

torch.set_warn_always(True)  # else once a process
x = torch.tensor([1.0, 4.0], requires_grad=True)
loss = x.sum()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    numbers = float(loss), math.sqrt(loss)
    stacked = torch.tensor([x[0], x[1]])
print(str(caught[0].message).split(" may")[0])
#> Converting a tensor with requires_grad=True to a scalar
print(stacked.requires_grad)
#> False

# To log or to print: item, or format it as it is.
print(loss.item(), f"{loss:.2f}")  # <-
#> 5.0 5.00

# To compute on: functions of torch keep the graph.
print(torch.sqrt(loss).requires_grad, torch.stack([x[0], x[1]]).requires_grad)
#> True True
