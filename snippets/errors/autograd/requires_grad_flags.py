r"""you can only change requires_grad flags of leaf variables: detach it instead.

`requires_grad` is set on a result of a recorded operation: to False, or to True, which
it is already. Usual causes: the output of a layer is to be frozen, not its weights; a
part of a weight, `weight[0]`; a computed weight, as `weight` under
`torch.nn.utils.weight_norm`. For a value without history take `detach()`; for weights
that do not learn, freeze the parameters. See
[`detach`](../autograd/tracking.md#detach), [`freeze`](../finetune/index.md#freeze).

Raises:
    RuntimeError: `hidden.requires_grad_(False)` you can only change requires_grad flags
        of leaf variables. If you want to use a computed variable in a subgraph that
        doesn't require differentiation use var_no_grad = var.detach().

Also worded:
    RuntimeError: you can only change requires_grad flags of leaf variables.

Asked as:
    set requires_grad to False on an intermediate result; var_no_grad = var.detach();
    stop the gradient at a hidden layer by a flag; turn off gradients of a computed
    weight; requires_grad=False on a non-leaf fails; freeze part of a network by its
    output
"""

import torch
from torch import nn

first, second = nn.Linear(2, 3), nn.Linear(3, 1)
x = torch.ones(4, 2)
hidden = first(x)
try:
    hidden.requires_grad = False
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> you can only change requires_grad flags of leaf variables

# No gradient through this value: use it without its history.
second(hidden.detach()).sum().backward()  # <-
print(first.weight.grad)
#> None

# Weights that do not learn: freeze the parameters, which are leaves.
first.requires_grad_(False)
print(first(x).requires_grad)
#> False

# A part of a weight that stays: set its gradient to zero, use no weight decay.
second.zero_grad()
second(hidden.detach()).sum().backward()
second.weight.grad[:, 0] = 0
