"""zero_grad: forget the gradients of the last step.

Call it once a step, before `backward`. It sets `.grad` to None, which saves memory and
lets the optimizer skip what got no gradient; `set_to_none=False` fills with zeros.
Optimizers and modules both have it.

Attributes: Shapes
    x: (4, 2) float32, samples
"""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.ones(4, 2)
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

model(x).sum().backward()
print(model.weight.grad)
#> tensor([[4., 4.]])
optimizer.zero_grad()
print(model.weight.grad)
#> None

model(x).sum().backward()
model.zero_grad(set_to_none=False)
print(model.weight.grad)
#> tensor([[0., 0.]])
