r"""some parameters appear in more than one parameter group: each belongs to one.

Usual causes: a group for the head and one with `model.parameters()`, which holds the
head too; a layer that is added with `add_param_group` and was there before; two modules
that share a weight, in a group each. Make one group by name and the other of the rest.
See [`param_groups`](../optimizers/base.md#param_groups).

Raises:
    ValueError: `torch.optim.SGD([{"params": model.parameters()}, {"params": head}],
        lr=0.1)` some parameters appear in more than one parameter group

Also worded:
    UserWarning: optimizer contains a parameter group with duplicate parameters; in
      future, this will cause an error; see github.com/pytorch/pytorch/issues/40967 for
      more information

Asked as:
    smaller learning rate for the backbone, head counted twice; parameter groups
    overlap; add_param_group after unfreezing fails; all parameters except the last
    layer in a group; tied weights in two parameter groups; exclude some parameters from
    a group
"""

import torch
from torch import nn

model = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 1))
head = list(model[2].parameters())
try:
    torch.optim.SGD([{"params": model.parameters()}, {"params": head}], lr=0.1)
except ValueError as error:
    print(error)
    #> some parameters appear in more than one parameter group

# A group for the head: the other one holds the rest, told apart by identity.
ids = {id(p) for p in head}
rest = [p for p in model.parameters() if id(p) not in ids]  # <-
torch.optim.SGD([{"params": rest}, {"params": head, "lr": 1.0}], lr=0.1)

# Or by name.
named = dict(model.named_parameters())
first = [p for name, p in named.items() if name.startswith("0.")]
last = [p for name, p in named.items() if not name.startswith("0.")]
optimizer = torch.optim.SGD([{"params": first}, {"params": last, "lr": 1.0}], lr=0.1)
print([len(group["params"]) for group in optimizer.param_groups])
#> [2, 2]

# Unfrozen later: add what is not there yet.
optimizer = torch.optim.SGD(head, lr=0.1)
optimizer.add_param_group({"params": rest, "lr": 0.01})
