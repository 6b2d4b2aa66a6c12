r"""ConstantLR: a smaller rate for the first epochs.

The rate times `factor` for `total_iters` epochs, then the full rate at once.

$$\eta_t = \begin{cases} f \eta_0 & t < T \\ \eta_0 & t \ge T \end{cases}$$

Asked as:
    ConstantLR does not stay constant; start with 0.01, then go to 0.1; factor and
    total_iters; constant warmup; fixed reduced lr at the start; lower rate for some
    epochs, then jump to the full learning rate at once; small lr for the first epochs,
    then the normal one; warm-up of ResNet-110; train the first five epochs with half
    the lr; keep the rate at a fixed fraction for some epochs; factor for the first
    epochs; lower constant factor in the beginning; lr 0.05 for five epochs, then 0.1;
    step up the learning rate once; multiply lr by 0.5 until epoch 5; a smaller learning
    rate for the first few epochs
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import ConstantLR

model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = ConstantLR(optimizer, factor=0.5, total_iters=5)  # <-

rates = []
for epoch in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()  # after loss.backward()
    scheduler.step()
print([round(rate, 4) for rate in rates[:10]])
#> [0.05, 0.05, 0.05, 0.05, 0.05, 0.1, 0.1, 0.1, 0.1, 0.1]
