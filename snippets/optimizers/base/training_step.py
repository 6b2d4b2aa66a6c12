"""Training step: five lines, in this order.

Forward, loss, clear, backward, step. `zero_grad` may come first as well; it must not
come between `backward` and `step`. `step` only moves weights: it computes no gradient.

Attributes: Shapes
    x: (N, 3) float32
    y: (N, 1) float32

Asked as:
    forward pass, backward pass, update; what does optimizer.step() do; GradientTape and
    apply_gradients; difference between loss.backward and optimizer.step; update the
    weights after computing the loss; order of zero_grad, backward and step; weights do
    not change after optimizer.step(); optimizer.minimize(loss); loss stays the same,
    zero_grad in the wrong place; optimizer.zero_grad(), loss.backward(),
    optimizer.step(); one training iteration, one update of the weights; call
    loss.backward(), then optimizer.step(); zero_grad before or after backward; apply
    gradients to the weights; recipe of a single optimization step; run
    optimizer.step(); update the weights; backward computes gradients, step applies
    them; linear regression from scratch; weights are not updating; why do I need an
    optimizer; parameters do not change
"""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(64, 3)
y = x.sum(dim=1, keepdim=True)
model, loss_fn = nn.Linear(3, 1), nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

for step in range(101):
    prediction = model(x)
    loss = loss_fn(prediction, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()  # <-
print(loss.item() < 1e-6)
#> True
print([round(w, 3) for w in model.weight[0].tolist()])
#> [1.0, 1.0, 1.0]
