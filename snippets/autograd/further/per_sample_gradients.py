"""Per-sample gradients: one gradient a sample, at once.

`vmap` over `grad`: for gradient noise, influence and differential privacy. Their mean
is the gradient of the mean loss.

Attributes: Shapes
    x: (N, C, L) float32
    y: (N, 1) float32

Asked as:
    gradient for each example in a batch; individual gradients without a loop; DP-SGD;
    Opacus GradSampleModule; differential privacy training; BackPACK batch_grad; grad
    norm per example; variance of the gradient; influence functions; clip gradients per
    example; batch size one backward is too slow; Fisher information from single
    gradients; vmap(grad(loss)); gradients of each sample separately; gradient per
    sample, not averaged or summed over the batch; gradient of each training point
    separately; gradient of one sample at a time is slow; gradient noise scale
"""

import torch
import torch.nn.functional as F
from torch import nn
from torch.func import functional_call, grad, vmap

torch.manual_seed(0)
x, y = torch.randn(5, 1, 3), torch.randn(5, 1)
model = nn.Sequential(nn.Conv1d(1, 2, kernel_size=2), nn.Flatten(), nn.Linear(4, 1))
params = {name: p.detach() for name, p in model.named_parameters()}


def loss_of(params, x, y):
    output = functional_call(model, params, (x.unsqueeze(0),))  # a batch of one
    return F.mse_loss(output, y.unsqueeze(0))


each = vmap(grad(loss_of), in_dims=(None, 0, 0))(params, x, y)  # <-
print(each["0.weight"].shape, each["2.bias"].shape)
#> torch.Size([5, 2, 1, 2]) torch.Size([5, 1])

F.mse_loss(model(x), y).backward()
print(torch.allclose(each["0.weight"].mean(dim=0), model[0].weight.grad, atol=1e-6))
#> True
