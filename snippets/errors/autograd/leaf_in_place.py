r"""a leaf Variable that requires grad is used in place: updates need no_grad.

A parameter that is not frozen, or a tensor made with `requires_grad=True`, cannot be
changed in place while a graph is recorded. Usual causes: an update by hand, `w -= lr *
w.grad`; weights that are filled or copied in a loop; a part that is set, `x[0] = 5`,
where the message speaks of a view. See [`no_grad`](../autograd/tracking.md#no_grad) and
[`inplace`](../autograd/basics.md#inplace).

Raises:
    RuntimeError: `w.add_(1)` a leaf Variable that requires grad is being used in an
        in-place operation.
    RuntimeError: `w[0].mul_(2)` a view of a leaf Variable that requires grad is being
        used in an in-place operation.

Also worded:
    RuntimeError: a leaf Variable that requires grad has been used in an in-place
      operation.
    RuntimeError: leaf variable has been moved into the graph interior

Asked as:
    set the bias of a layer to zero fails; fill a weight matrix row by row; copy
    pretrained embeddings into weight[:n]; in-place change of a parameter outside
    no_grad; model.weight[0] = 1 not allowed; initialize weights by assignment fails
"""

import torch
from torch import nn

w = torch.ones(2, requires_grad=True)
try:
    w -= 0.1
except RuntimeError as error:
    print(error)
    #> a leaf Variable that requires grad is being used in an in-place operation.

# An update by hand: without a graph.
(w**2).sum().backward()
with torch.no_grad():  # <-
    w -= 0.1 * w.grad
print(w)
#> tensor([0.8000, 0.8000], requires_grad=True)

# Weights that are filled or copied: the same, or `nn.init`, which does it for you.
layer = nn.Linear(2, 3)
nn.init.zeros_(layer.bias)
with torch.no_grad():
    layer.weight[0] = 5.0
    layer.weight[1:].clamp_(-1, 1)

# A change that the gradient is to go through: on a copy.
y = w.clone()
y[0] = 5.0
y.sum().backward()
