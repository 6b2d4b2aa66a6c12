"""optimizer.state_dict: averages and settings, not the weights.

`state` holds what the method remembers, by the number of the parameter; `param_groups`
the settings. The model's weights are in the model's own `state_dict`: save both.

Attributes: Shapes
    x: (1, 2) float32

Asked as:
    what is inside optimizer.state_dict(); where does Adam keep its moments; look at
    Adam's momentum buffers; look at exp_avg and exp_avg_sq of Adam; save the optimizer;
    optimizer.get_weights() of Keras; optimizer.state is empty; checkpoint file is two
    or three times as large with Adam; variables of an optimizer; step counter of Adam;
    is it enough to save the model or the optimizer too; optimizer.state[p]; running
    averages that Adam keeps per weight; what does an optimizer store besides the lr;
    what does Adam store for each parameter; keys of opt.state_dict(); print the
    internal state of Adam; what does Adam remember between steps
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

state = optimizer.state_dict()  # <-
print(list(state))
#> ['state', 'param_groups']
print(state["state"][0]["exp_avg"])
#> tensor([[0.1000, 0.1000]])
print({number: list(s) for number, s in state["state"].items()})
#> {0: ['step', 'exp_avg', 'exp_avg_sq'], 1: ['step', 'exp_avg', 'exp_avg_sq']}
print(state["param_groups"][0]["lr"], state["param_groups"][0]["params"])
#> 0.01 [0, 1]
