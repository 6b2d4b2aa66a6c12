"""nn.Sequential: layers one after the other.

The output of each goes into the next. Layers have numbers for names; index and slice it
like a list. Sizes must fit by hand: the error comes at the first forward pass.

Attributes: Shapes
    x: (N, 4) float32
    y: (N, 3) float32, logits

Raises:
    RuntimeError: `nn.Sequential(nn.Linear(4, 8), nn.Linear(6, 3))(x)` mat1 and mat2
        shapes cannot be multiplied (2x8 and 6x3)
"""

import torch
from torch import nn

model = nn.Sequential(
    nn.Linear(4, 8),
    nn.ReLU(),
    nn.Linear(8, 3),
)
x = torch.ones(2, 4)
y = model(x)

print(model[0])
#> Linear(in_features=4, out_features=8, bias=True)
print(len(model), len(model[:2]))
#> 3 2
model.append(nn.Softmax(dim=1))
print(list(model.state_dict()))
#> ['0.weight', '0.bias', '2.weight', '2.bias']
