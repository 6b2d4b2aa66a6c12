"""Accumulation without dividing: the gradient is too long.

The mean losses of k equal parts give gradients that add up to k times that of the whole
batch, batch norm and dropout aside. For SGD this is k times the learning rate: training
diverges where the rate was not far below its limit. Adam hardly notices, since it
divides by the size of the gradient; clipping does, for the norm is k times as long.
Divide by the [number of parts](../optimizers/practice.md#accumulate), or with unequal
parts by [samples](../training/index.md#accumulate_in_loop).

Asked as:
    forgot to divide the loss by accumulation_steps; loss diverges with gradient
    accumulation; gradient accumulation gives worse results than the large batch;
    gradients are 4 times too large; loss / accumulation_steps or not; why divide the
    loss when accumulating; gradient accumulation and learning rate; accumulated
    gradients explode; is dividing needed with Adam; training differs with accumulation
    steps; effective learning rate is multiplied by accumulation
"""

import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(64, 3)
best = torch.tensor([1.0, 2.0, 3.0])
target = x @ best
parts = 8


def train(divisor, make):
    """The first gradient against that of the whole batch, and the error at the end."""
    w = torch.zeros(3, requires_grad=True)
    optimizer = make([w], lr=0.2)
    (whole,) = torch.autograd.grad(F.mse_loss(x @ w, target), w)
    for step in range(30):
        optimizer.zero_grad()
        for inputs, labels in zip(x.chunk(parts), target.chunk(parts), strict=True):
            loss = F.mse_loss(inputs @ w, labels) / divisor  # <-
            loss.backward()
        if step == 0:
            ratio = (w.grad.norm() / whole.norm()).item()
        optimizer.step()
    return f"{ratio:.1f} times, error {(w - best).norm().item():.0e}"


# Wrong: the sum of the parts.
print(train(1, torch.optim.SGD))
#> 8.0 times, error 1e+15
print(train(1, torch.optim.Adam))
#> 8.0 times, error 5e-01

# Right: their mean.
print(train(parts, torch.optim.SGD))
#> 1.0 times, error 1e-05
print(train(parts, torch.optim.Adam))
#> 1.0 times, error 5e-01
