r"""Warm-up, then cosine: the usual schedule of large models.

Five epochs of straight line from a tenth, then half a cosine over the other 45. $w$ is
the length of the warm-up, $T$ the whole length.

$$\eta_t = \begin{cases} \eta_0 (0.1 + 0.9 \, t / w) & t < w \\ \frac{\eta_0}{2}
\left(1 + \cos \frac{\pi (t - w)}{T - w}\right) & t \ge w \end{cases}$$

Asked as:
    cosine schedule with warmup; get_cosine_schedule_with_warmup;
    LinearWarmupCosineAnnealingLR; optax.warmup_cosine_decay_schedule;
    CosineDecay(warmup_target); timm CosineLRScheduler, warmup_t; learning rate schedule
    to pretrain GPT or ViT; linear warmup, then cosine decay to zero; lr schedule for a
    transformer; warmup steps, then cosine decay; lr schedule used to train GPT and
    other LLMs; lr rises first and then falls like a cosine; warmup plus cosine
    annealing; how ViT and LLMs change their learning rate; warm up followed by cosine
    annealing; 5 epochs of warm-up, then cosine; warm up lr then decay; warm up for 1000
    steps, then anneal; learning rate for a transformer
"""

import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

epochs, warmup = 50, 5
model = nn.Linear(1, 1, bias=False)  # one parameter
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
rise = LinearLR(optimizer, start_factor=0.1, total_iters=warmup)
cosine = CosineAnnealingLR(optimizer, T_max=epochs - warmup)
scheduler = SequentialLR(optimizer, [rise, cosine], milestones=[warmup])  # <-

rates = []
for epoch in range(epochs):
    rates.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
print([round(rate, 4) for rate in rates[:6]])
#> [0.01, 0.028, 0.046, 0.064, 0.082, 0.1]
print([round(rate, 4) for rate in rates[5::15]])
#> [0.1, 0.075, 0.025]
