r"""params argument given to the optimizer should be an iterable: not one tensor.

The first argument of an optimizer holds tensors, `(name, tensor)` pairs or dicts with
`params`. Usual causes: one tensor without a list; the model itself, or
`model.parameters` without parentheses; a list that holds generators or modules,
`[a.parameters(), b.parameters()]`; generators added with `+`. See
[`param_groups`](../optimizers/base.md#param_groups).

Raises:
    TypeError: `torch.optim.SGD(w, lr=0.1)` params argument given to the optimizer
        should be an iterable of Tensors or dicts, but got torch.FloatTensor
    TypeError: `torch.optim.SGD([a.parameters(), b.parameters()], lr=0.1)` optimizer can
        only optimize Tensors, but one of the params is Module.parameters
    TypeError: `torch.optim.SGD(a.parameters, lr=0.1)` 'method' object is not iterable
    TypeError: `a.parameters() + b.parameters()` unsupported operand type(s) for +:
        'generator' and 'generator'

Also worded:
    TypeError: params argument given to the optimizer should be an iterable of Tensors
      or dicts, but got torch.cuda.FloatTensor
    TypeError: params argument given to the optimizer should be an iterable of Variables
      or dicts, but got torch.FloatTensor
    TypeError: optimizer can only optimize Tensors, but one of the params is list
    TypeError: optimizer can only optimize Tensors, but one of the params is str
    TypeError: 'Linear' object is not iterable

Asked as:
    optimize two models with one optimizer; optimizer for a single tensor, an image for
    example; model.parameters without parentheses; combine the parameters of encoder and
    decoder; add a learnable scalar to the optimizer; optimizer on state_dict() fails
"""

import itertools

import torch
from torch import nn

a, b = nn.Linear(2, 2), nn.Linear(2, 1)
w = torch.ones(2, requires_grad=True)
try:
    torch.optim.SGD(w, lr=0.1)
except TypeError as error:
    print(str(error).split(", but")[0])
    #> params argument given to the optimizer should be an iterable of Tensors or dicts

# One tensor: in a list.
torch.optim.SGD([w], lr=0.1)  # <-

# Several modules: one list of all parameters.
torch.optim.SGD([*a.parameters(), *b.parameters(), w], lr=0.1)
torch.optim.SGD(itertools.chain(a.parameters(), b.parameters()), lr=0.1)

# A rate for each module: a dict each.
groups = [{"params": a.parameters()}, {"params": b.parameters(), "lr": 0.01}]
optimizer = torch.optim.SGD(groups, lr=0.1)
print([group["lr"] for group in optimizer.param_groups])
#> [0.1, 0.01]
