"""Per-sample gradients: one gradient a sample, at once.

`vmap` over `grad`: for gradient noise, influence and differential privacy. Their mean
is the gradient of the mean loss.

Attributes: Shapes
    x: (N, D) float32
    y: (N, 1) float32
"""

import torch
import torch.nn.functional as F
from torch import nn
from torch.func import functional_call, grad, vmap

torch.manual_seed(0)
x, y = torch.randn(5, 3), torch.randn(5, 1)
model = nn.Linear(3, 1)
params = {name: p.detach() for name, p in model.named_parameters()}


def loss_of(params, x, y):
    return F.mse_loss(functional_call(model, params, (x,)), y)


each = vmap(grad(loss_of), in_dims=(None, 0, 0))(params, x, y)
print(each["weight"].shape, each["bias"].shape)
#> torch.Size([5, 1, 3]) torch.Size([5, 1])

F.mse_loss(model(x), y).backward()
print(torch.allclose(each["weight"].mean(dim=0), model.weight.grad, atol=1e-6))
#> True
