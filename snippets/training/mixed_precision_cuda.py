"""Mixed precision on a GPU: bfloat16; float16 with GradScaler.

From Ampere on take bfloat16, without a scaler. Before, float16, which underflows:
`GradScaler` multiplies the loss, divides the gradients and [skips a
step](../optimizers/practice.md#skipped_step) in which one is infinite or NaN. Clip
after `unscale_`. The old spellings `torch.cuda.amp.autocast` and
`torch.cuda.amp.GradScaler` are deprecated.

Attributes: Shapes
    hidden: (4, 16) float16
    loss: () float32

Asked as:
    AMP, automatic mixed precision; fp16 training; train in float16 or half on the GPU;
    half precision; use less GPU memory with 16-bit floats; torch.cuda.amp; with
    torch.cuda.amp.autocast():; torch.amp.GradScaler usage;
    scaler.scale(loss).backward(); scaler.step(optimizer) and scaler.update(); what does
    scaler.update() do; loss scaling; apex amp.initialize, amp.scale_loss; mixed_float16
    policy, LossScaleOptimizer; `torch.cuda.amp.GradScaler(args...)` is deprecated;
    small gradients become zero in float16; inf or nan gradients, nan loss with fp16 in
    16 bit; gradient clipping with amp; train with half precision to save memory; make
    training faster; speed up training; 16 bit training; use tensor cores;
    torch.amp.GradScaler
"""
# needs: cuda

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
model = nn.Linear(8, 16, device="cuda")
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cuda")
x = torch.randn(4, 8, device="cuda")
target = torch.tensor([0, 3, 5, 7], device="cuda")

for _ in range(3):
    optimizer.zero_grad()
    with torch.autocast("cuda", dtype=torch.bfloat16):  # <-
        loss = F.cross_entropy(model(x), target)
    loss.backward()
    optimizer.step()

for _ in range(3):
    optimizer.zero_grad()
    with torch.autocast("cuda", dtype=torch.float16):
        hidden = model(x)
        loss = F.cross_entropy(hidden, target)
    scaler.scale(loss).backward()
    scaler.unscale_(optimizer)
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    scaler.step(optimizer)  # skipped if a gradient is not finite
    scaler.update()
print(hidden.dtype, loss.dtype, scaler.get_scale() > 0)
#> torch.float16 torch.float32 True
