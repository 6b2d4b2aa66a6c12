r"""Attempting to unscale FP16 gradients: the weights are float16 themselves.

`GradScaler` works with float32 weights; `autocast` runs the operations in float16.
Usual causes: `model.half()`, or a model loaded in float16, trained with a scaler;
layers added to such a model in its dtype. Keep the weights that learn in float32; or
train in bfloat16, which needs no scaler. See
[`mixed_precision_cuda`](../training/index.md#mixed_precision_cuda).

Raises:
    ValueError: `scaler.unscale_(optimizer)` Attempting to unscale FP16 gradients.

Asked as:
    fine-tune a model loaded in float16 fails; model.half() with GradScaler; torch_dtype
    float16 and fp16=True in the trainer; LoRA weights in half precision; train with
    pure fp16; mixed precision training of a half model
"""

import torch
from torch import nn

half = nn.Linear(2, 1).half()
optimizer = torch.optim.SGD(half.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cpu")
scaler.scale(half(torch.ones(4, 2).half()).sum()).backward()
try:
    scaler.step(optimizer)
except ValueError as error:
    print(error)
    #> Attempting to unscale FP16 gradients.

# Weights in float32, operations in float16.
model = nn.Linear(2, 1)
steps = torch.optim.SGD(model.parameters(), lr=0.1)
with torch.autocast("cpu", dtype=torch.float16):  # <-
    loss = model(torch.ones(4, 2)).sum()
fresh = torch.amp.GradScaler("cpu")
fresh.scale(loss).backward()
fresh.step(steps)
fresh.update()
print(model.weight.dtype, model.weight.grad.dtype)
#> torch.float32 torch.float32

# Frozen weights may stay in float16: those that learn go to float32.
pair = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1)).half()
pair[0].requires_grad_(False)
for p in pair.parameters():
    if p.requires_grad:
        p.data = p.data.float()
print([str(p.dtype) for p in pair.parameters()])
#> ['torch.float16', 'torch.float16', 'torch.float32', 'torch.float32']
