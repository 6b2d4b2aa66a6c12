r"""'NoneType' object has no attribute 'zero_' or 'data': .grad is None.

A tensor has no `.grad` until a `backward` reached it. Usual causes: it is read before
the first `backward`, or after `zero_grad()`, which sets it to None; the tensor was not
used for the loss, or is frozen; `w = w - lr * w.grad` made a new tensor, which is not a
leaf; so did `.to("cuda")` or `* 0.1` after `requires_grad=True`. See
[`leaf`](../autograd/basics.md#leaf).

Raises:
    AttributeError: `w.grad.zero_()` 'NoneType' object has no attribute 'zero_'
    TypeError: `w - 0.1 * w.grad` unsupported operand type(s) for *: 'float' and
        'NoneType'

Also worded:
    AttributeError: 'NoneType' object has no attribute 'data'
    AttributeError: 'NoneType' object has no attribute 'norm'
    AttributeError: 'NoneType' object has no attribute 'abs'
    AttributeError: 'NoneType' object has no attribute 'detach'
    TypeError: unsupported operand type(s) for *: 'int' and 'NoneType'
    TypeError: unsupported operand type(s) for -: 'Tensor' and 'NoneType'
    TypeError: sub_(): argument 'other' (position 1) must be Tensor, not NoneType

Asked as:
    param.grad is None for some parameters; gradient descent by hand, second iteration
    fails; grad disappears after the weight update; logging gradient norms fails for
    unused layers; weights minus learning rate times None; gradient None after zero_grad
    set_to_none
"""

import torch
from torch import nn

w = torch.ones(2, requires_grad=True)
try:
    w.grad.zero_()
except AttributeError as error:
    print(error)
    #> 'NoneType' object has no attribute 'zero_'

# Read before `backward`: ask first.
if w.grad is not None:  # <-
    w.grad.zero_()

# An update that made a new tensor: change the leaf in place, without a graph.
a = torch.ones(2, requires_grad=True)
for _ in range(2):
    a.grad = None
    (a**2).sum().backward()
    with torch.no_grad():
        a -= 0.1 * a.grad
print(a, (a - 0.1 * a.grad).is_leaf)
#> tensor([0.6400, 0.6400], requires_grad=True) False

# A computed tensor: require the gradient last.
b = (torch.ones(2) * 0.1).requires_grad_()
(b**2).sum().backward()
print(b.grad)
#> tensor([0.2000, 0.2000])

# Parts that the loss did not use: leave them out.
model = nn.ModuleDict({"used": nn.Linear(2, 1), "unused": nn.Linear(2, 1)})
model["used"](torch.ones(1, 2)).sum().backward()
print([name for name, p in model.named_parameters() if p.grad is None])
#> ['unused.weight', 'unused.bias']
