r"""apex.amp: torch.amp, and what else torch has itself now.

`amp.initialize` and `scale_loss` are `torch.amp.autocast` and `torch.amp.GradScaler`.
`FusedAdam` is `AdamW(fused=True)` with a decay of 0 by default, or `Adam(fused=True)`
where it says `adam_w_mode=False`; `convert_syncbn_model` is
`nn.SyncBatchNorm.convert_sync_batchnorm`, `apex.parallel.DistributedDataParallel` is
the one of `nn.parallel`. The whole loop: [mixed
precision](../training/index.md#mixed_precision_cuda).

Asked as:
    from apex import amp; model, optimizer = amp.initialize(model, optimizer,
    opt_level="O1"); with amp.scale_loss(loss, optimizer) as scaled_loss; FusedAdam of
    apex; No module named 'apex'; convert_syncbn_model of apex; do I still need NVIDIA
    apex; opt_level O2
"""

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 4), nn.BatchNorm1d(4), nn.Linear(4, 1))
model = nn.SyncBatchNorm.convert_sync_batchnorm(model)
print(type(model[1]).__name__)
#> SyncBatchNorm

layer, device = nn.Linear(2, 1), "cpu"  # or "cuda"
optimizer = torch.optim.AdamW(layer.parameters(), weight_decay=0.0, fused=True)
scaler = torch.amp.GradScaler(device)
with torch.amp.autocast(device, dtype=torch.bfloat16):  # <-
    loss = layer(torch.ones(3, 2)).float().square().mean()
scaler.scale(loss).backward()
scaler.step(optimizer)
scaler.update()
print(layer(torch.ones(3, 2)).dtype, layer.weight.grad.dtype, scaler.get_scale())
#> torch.float32 torch.float32 65536.0
