r"""CyclicLR: up and down between two rates.

Stepped after every batch. `triangular2` halves the height each cycle; `exp_range`
shrinks it by `gamma` each batch. It also swings the momentum unless
`cycle_momentum=False`. Here $c$ is the cycle and $x$ the distance from its middle, in
units of `step_size_up`.

$$\eta_t = \eta_\text{min} + (\eta_\text{max} - \eta_\text{min}) \max(0, 1 - x), \quad x
= \left|\frac{t}{s} - 2c + 1\right|, \quad c = \left\lfloor 1 + \frac{t}{2s}
\right\rfloor$$

Raises:
    ValueError: `CyclicLR(torch.optim.Adagrad(model.parameters()), 0.01, 0.1)` optimizer
        must support momentum or beta1 with `cycle_momentum` option enabled
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import CyclicLR

model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = CyclicLR(
    optimizer, base_lr=0.01, max_lr=0.1, step_size_up=10, cycle_momentum=False
)

rates = []
for batch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[:25:5]])
#> [0.01, 0.055, 0.1, 0.055, 0.01]
