r"""ParameterList and ParameterDict: several parameters by number or name.

Tensors put into them become parameters; those of integers raise. For whole layers use
`ModuleList` and `ModuleDict`.

Attributes: Shapes
    x: (N, D) float32
    named.gain: (D,) float32

Raises:
    RuntimeError: `weights(x)` ParameterList should not be called
    RuntimeError: `named(x)` ParameterDict should not be called

Asked as:
    list of learnable weights; dictionary of learnable weights; register a Python list
    of tensors; nn.Parameter in a list is not found; weights of my own in a loop; one
    trainable temperature for each head; mixing coefficients, one for each branch; one
    learned vector for every key; own weight matrices without layers; append learnable
    matrices in a loop so that the optimizer finds them; several learnable tensors;
    nn.ParameterDict with names; parameters in a Python dict are not registered;
    variable number of weight tensors; learnable prompts or tokens, one for every layer
"""

import torch
from torch import nn

weights = nn.ParameterList([torch.ones(2, 3), torch.ones(3, 3)])
weights.append(torch.zeros(4))
print(weights[0].requires_grad, len(weights))
#> True 3

named = nn.ParameterDict({"gain": torch.ones(3)})  # <-
named["shift"] = torch.zeros(3)
x = torch.tensor([[1.0, 2.0, 3.0]])
print((x * named["gain"] + named["shift"]).tolist())
#> [[1.0, 2.0, 3.0]]
print([name for name, _ in named.named_parameters()])
#> ['gain', 'shift']
