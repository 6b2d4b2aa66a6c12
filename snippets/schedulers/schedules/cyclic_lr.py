r"""CyclicLR: up and down between two rates.

Step it after every batch. `base_lr` replaces the rate of the optimizer; a rise takes
$s$ = `step_size_up` batches, a fall as many unless `step_size_down` says otherwise. The
height of the peaks has a factor $g$: 1 for `triangular`, half as much each cycle for
`triangular2`, smaller by `gamma` each batch for `exp_range`. Momentum swings too unless
`cycle_momentum=False`. $c$ counts the cycles from 1.

$$\eta_t = \eta_\text{min} + (\eta_\text{max} - \eta_\text{min}) \left(1 -
\left|\frac{t}{s} - 2c + 1\right|\right) g, \quad c = \left\lfloor 1 + \frac{t}{2s}
\right\rfloor$$

$$g = \begin{cases} 1 & \text{triangular} \\ 2^{1 - c} & \text{triangular2} \\ \gamma^t
& \text{exp_range} \end{cases}$$

Raises:
    ValueError: `CyclicLR(torch.optim.Adagrad(model.parameters()), 0.01, 0.1)` optimizer
        must support momentum or beta1 with `cycle_momentum` option enabled

Asked as:
    cyclical learning rates, CLR of Leslie Smith; triangular learning rate schedule;
    exp_range; base_lr and max_lr; tfa.optimizers.CyclicalLearningRate; step_size_up; lr
    oscillates between a minimum and a maximum; zigzag schedule; cycle_momentum=False;
    optimizer without momentum in CyclicLR; periodic learning rate, goes up and down
    repeatedly; what are triangular and triangular2; lr cycles between two bounds;
    triangle wave learning rate; lr between base_lr and max_lr; cyclic schedule, up for
    some steps and down again; CyclicLR with Adam raises an error about momentum;
    learning rate swings between low and high
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import CyclicLR

rates = {"triangular": [], "triangular2": [], "exp_range": []}
for mode in rates:
    model = nn.Linear(1, 1, bias=False)  # one parameter
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = CyclicLR(  # <-
        optimizer, base_lr=0.01, max_lr=0.1, step_size_up=10,
        mode=mode, gamma=0.98, cycle_momentum=False,
    )
    for batch in range(50):
        rates[mode].append(scheduler.get_last_lr()[0])
        optimizer.step()  # after loss.backward()
        scheduler.step()

print([round(rate, 4) for rate in rates["triangular"][:25:5]])
#> [0.01, 0.055, 0.1, 0.055, 0.01]
# The peaks, at batches 10 and 30.
for mode in rates:
    print(mode, round(rates[mode][10], 4), round(rates[mode][30], 4))
    #> triangular 0.1 0.1
    #> triangular2 0.1 0.055
    #> exp_range 0.0835 0.0591
