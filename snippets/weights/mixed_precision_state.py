"""all of a mixed-precision run: scaler, averaged weights, random states.

Beside [model, optimizer and scheduler](../checkpoints/index.md#full_checkpoint) a run
keeps: the scale of a `GradScaler`, else it begins at 65536 again and the first steps
may be skipped; averaged weights and how many were averaged; the random states of all
GPUs.
All load with `weights_only=True`. A disabled scaler has an empty state, and an enabled
one refuses it.

Raises:
    RuntimeError: `torch.amp.GradScaler(device.type).load_state_dict({})` The source
        state dict is empty, possibly because it was saved from a disabled instance of
        GradScaler.

Asked as:
    save GradScaler state; scaler.state_dict() in a checkpoint; resume an AMP run;
    resume with EMA weights; save the EMA model; AveragedModel state_dict, n_averaged;
    loss is inf or steps are skipped after resuming with fp16; checkpoint with amp;
    torch.cuda.get_rng_state_all in a checkpoint; what to save beside model and
    optimizer in mixed precision; do I need to save the scaler with bfloat16; EMA jumps
    after resuming; amp.state_dict() of apex; scale is 65536 again; restore GradScaler
    and averaged weights
"""

import io

import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

device = torch.accelerator.current_accelerator(check_available=True)
device = device or torch.device("cpu")


def make():
    torch.manual_seed(0)
    model = nn.Linear(4, 1).to(device)
    return {
        "model": model,
        "optimizer": torch.optim.AdamW(model.parameters(), lr=0.1),
        "scaler": torch.amp.GradScaler(device.type, init_scale=8.0, growth_interval=2),
        "average": AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.9)),
    }


def steps(run, count):
    model, optimizer, scaler, average = run.values()
    for _ in range(count):
        x = torch.randn(8, 4, device=device)
        optimizer.zero_grad()
        scaler.scale(model(x).square().mean()).backward()
        scaler.step(optimizer)
        scaler.update()
        average.update_parameters(model)


run, file = make(), io.BytesIO()
steps(run, 5)
random = {"cpu": torch.get_rng_state(), "cuda": torch.cuda.get_rng_state_all()}
parts = {name: part.state_dict() for name, part in run.items()}
torch.save(parts | {"random": random}, file)  # <-
steps(run, 5)

file.seek(0)
state = torch.load(file, map_location="cpu", weights_only=True)
resumed = make()
for name, part in resumed.items():
    part.load_state_dict(state[name])
torch.set_rng_state(state["random"]["cpu"])
torch.cuda.set_rng_state_all(state["random"]["cuda"])
print(resumed["scaler"].get_scale(), resumed["average"].n_averaged.item())
#> 32.0 5
steps(resumed, 5)
print(torch.equal(resumed["average"].module.weight, run["average"].module.weight))
#> True
