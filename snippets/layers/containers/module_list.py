r"""ModuleList: layers for a loop of your own.

Where data does not run straight through: skip connections, several outputs, a choice.
It is a list whose layers are registered, with `append`, `extend`, `insert` and slices.
It has no `forward`.

Attributes: Shapes
    x: (N, D) float32
    y: (N, D) float32

Raises:
    NotImplementedError: `model.blocks(x)` Module [ModuleList] is missing the required
        "forward" function
    TypeError: `nn.ModuleList([torch.relu])` is not a Module subclass

Asked as:
    difference between Sequential and ModuleList; for loop over layers in forward;
    variable number of hidden layers; nn.ModuleList vs Python list; create layers in a
    list comprehension; depth of the network as an argument; registered list of layers
    for a loop; skip connections between many layers; repeat a block n times; keep
    layers in a list so that the optimizer sees their weights; create n hidden layers
    from a config; layers in a list in __init__; hold N transformer blocks and loop over
    them; number of layers as a hyperparameter; registered list of submodules; list of
    layers; make a list of layers in a class; many equal layers
"""

import torch
from torch import nn


class Residual(nn.Module):
    def __init__(self, size, depth):
        super().__init__()
        self.blocks = nn.ModuleList(nn.Linear(size, size) for _ in range(depth))  # <-

    def forward(self, x):
        for block in self.blocks:
            x = x + block(x)
        return x


model = Residual(size=4, depth=3)
x = torch.ones(2, 4)
y = model(x)
print(len(list(model.parameters())))
#> 6
print([name for name, _ in model.named_parameters()][:2])
#> ['blocks.0.weight', 'blocks.0.bias']

model.blocks.append(nn.Linear(4, 4))
print(len(model.blocks), len(model.blocks[1:]))
#> 4 3
