r"""LRScheduler: a schedule of your own.

Return one rate a group from `get_lr`; `self.last_epoch` counts the steps from 0, and
`self.base_lrs` are the first rates. Numbers kept on `self` are saved in `state_dict`.
Here: linear warm-up in $w$ steps, then the inverse square root, as for the first
transformers. The old name of the class is `_LRScheduler`.

$$\eta_t = \eta_0 \min \left( \frac{t + 1}{w}, \sqrt{\frac{w}{t + 1}} \right)$$

Asked as:
    write my own lr scheduler class; subclass _LRScheduler; Noam schedule of the
    transformer, d_model and warmup; NoamOpt of the annotated transformer; inverse
    square root decay; Attention Is All You Need learning rate;
    tf.keras.optimizers.schedules.LearningRateSchedule subclass; override get_lr;
    base_lrs; fairseq inverse_sqrt; rsqrt decay; last_epoch inside a scheduler; custom
    learning rate scheduler; class MyScheduler(LRScheduler); schedule that PyTorch does
    not have; inverse square root after warmup; inherit from LRScheduler, define get_lr;
    make a new schedule class
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import LRScheduler


class InverseSquareRoot(LRScheduler):  # <-
    def __init__(self, optimizer, warmup):
        self.warmup = warmup  # before super(): it calls get_lr
        super().__init__(optimizer)

    def get_lr(self):
        step = self.last_epoch + 1
        factor = min(step / self.warmup, (self.warmup / step) ** 0.5)
        return [rate * factor for rate in self.base_lrs]


model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = InverseSquareRoot(optimizer, warmup=4)

rates = []
for step in range(50):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
print([round(rate, 4) for rate in rates[:16:3]])
#> [0.025, 0.1, 0.0756, 0.0632, 0.0555, 0.05]
print(scheduler.state_dict()["warmup"])
#> 4
