"""deepcopy: a second model with the same weights.

`b = a` gives one model two names. `copy.deepcopy` copies parameters and buffers;
`load_state_dict` fills a model that exists. For a frozen target network, or an average.

Attributes: Shapes
    model.weight: (1, 2) float32
"""

import copy

import torch
from torch import nn

model = nn.Linear(2, 1)
alias = model
twin = copy.deepcopy(model).requires_grad_(False)

with torch.no_grad():
    model.weight.fill_(7.0)
print(alias.weight)
#> Parameter containing:
#> tensor([[7., 7.]], requires_grad=True)
print(twin.weight.equal(model.weight), twin.weight.requires_grad)
#> False False

twin.load_state_dict(model.state_dict())
print(twin.weight)
#> Parameter containing:
#> tensor([[7., 7.]])
