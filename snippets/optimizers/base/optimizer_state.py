"""state_dict: averages and settings, not the weights.

`state` holds what the method remembers, by the number of the parameter; `param_groups`
the settings. The model's weights are in the model's own `state_dict`: save both.

Attributes: Shapes
    x: (1, 2) float32
"""

import torch
from torch import nn

model = nn.Linear(2, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
print(optimizer.state_dict()["state"])  # before the first step
#> {}

x = torch.ones(1, 2)
model(x).sum().backward()
optimizer.step()

state = optimizer.state_dict()
print(list(state))
#> ['state', 'param_groups']
print(state["state"][0]["exp_avg"])
#> tensor([[0.1000, 0.1000]])
print({number: list(s) for number, s in state["state"].items()})
#> {0: ['step', 'exp_avg', 'exp_avg_sq'], 1: ['step', 'exp_avg', 'exp_avg_sq']}
print(state["param_groups"][0]["lr"], state["param_groups"][0]["params"])
#> 0.01 [0, 1]
