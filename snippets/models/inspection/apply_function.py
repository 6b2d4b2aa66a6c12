"""apply: run a function on every module.

Children first, the model itself last. Used for initialisation. To change parameters,
do it under `torch.no_grad()` or with `nn.init`, which does so itself.

Attributes: Shapes
    first.weight: (3, 2) float32

Asked as:
    walk through all layers recursively; do something to every submodule; net.apply(fn);
    reset the weights of all layers; call reset_parameters on all layers; set the
    dropout probability of all dropout layers at once; change the momentum of all
    BatchNorm layers; module.apply with a callback; same setting for all layers of one
    kind; in what order does apply go through the layers; visit all modules; change a
    setting in every layer of the net; call a function for all submodules recursively;
    run my function on all layers of the model; map a function over the layers
"""

from torch import nn


def init(module):
    if isinstance(module, nn.Linear):
        nn.init.ones_(module.weight)
        nn.init.zeros_(module.bias)


first = nn.Linear(2, 3)
model = nn.Sequential(first, nn.ReLU(), nn.Linear(3, 1))
model.apply(init)  # <-
print(model[2].weight, model[2].bias)
#> Parameter containing:
#> tensor([[1., 1., 1.]], requires_grad=True) Parameter containing:
#> tensor([0.], requires_grad=True)

order = []
model.apply(lambda module: order.append(type(module).__name__))
print(order)
#> ['Linear', 'ReLU', 'Linear', 'Sequential']
