"""ModuleList: a plain list loses the layers.

Layers in a Python list are no part of the model: they are not trained, not moved by
`.to()`, and not in `state_dict`. `nn.ModuleList` and `nn.ModuleDict` hold them;
`nn.ParameterList` does the same for parameters.

Attributes: Shapes
    x: (N, 4) float32

Raises:
    ValueError: `torch.optim.SGD(Lost().parameters(), lr=0.1)` optimizer got an empty
        parameter list
"""

import torch
from torch import nn


class Lost(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(3)]


class Kept(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(4, 4) for _ in range(3))
        self.heads = nn.ModuleDict({"age": nn.Linear(4, 1), "name": nn.Linear(4, 9)})

    def forward(self, x, task):
        for layer in self.layers:
            x = layer(x).relu()
        return self.heads[task](x)


print(len(list(Lost().parameters())), len(list(Kept().parameters())))
#> 0 10
x = torch.ones(2, 4)
print(Kept()(x, "age").shape)
#> torch.Size([2, 1])
