"""apply: run a function on every module.

Children first, the model itself last. Used for initialisation. To change parameters,
do it under `torch.no_grad()` or with `nn.init`, which does so itself.

Attributes: Shapes
    first.weight: (3, 2) float32
"""

from torch import nn


def init(module):
    if isinstance(module, nn.Linear):
        nn.init.ones_(module.weight)
        nn.init.zeros_(module.bias)


first = nn.Linear(2, 3)
model = nn.Sequential(first, nn.ReLU(), nn.Linear(3, 1))
model.apply(init)
print(model[2].weight, model[2].bias)
#> Parameter containing:
#> tensor([[1., 1., 1.]], requires_grad=True) Parameter containing:
#> tensor([0.], requires_grad=True)

order = []
model.apply(lambda module: order.append(type(module).__name__))
print(order)
#> ['Linear', 'ReLU', 'Linear', 'Sequential']
