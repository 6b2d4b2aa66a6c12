r"""Warm-up, then cosine: the usual schedule of large models.

Five epochs of straight line from a tenth, then half a cosine over the other 45. $w$ is
the length of the warm-up, $T$ the whole length.

$$\eta_t = \begin{cases} \eta_0 (0.1 + 0.9 \, t / w) & t < w \\ \frac{\eta_0}{2}
\left(1 + \cos \frac{\pi (t - w)}{T - w}\right) & t \ge w \end{cases}$$
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

epochs, warmup = 50, 5
model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = SequentialLR(
    optimizer,
    [
        LinearLR(optimizer, start_factor=0.1, total_iters=warmup),
        CosineAnnealingLR(optimizer, T_max=epochs - warmup),
    ],
    milestones=[warmup],
)

rates = []
for epoch in range(epochs):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
print([round(rate, 4) for rate in rates[:6]])
#> [0.01, 0.028, 0.046, 0.064, 0.082, 0.1]
print([round(rate, 4) for rate in rates[5::15]])
#> [0.1, 0.075, 0.025]
