"""saved_tensors_hooks: what backward keeps, packed in another way.

Each tensor that an operation saves for `backward` goes through `pack`, and what `pack`
returned through `unpack` when it is needed. Keep it in half precision, on the disk, or
in CPU memory: `save_on_cpu` is that pair, ready made; `pin_memory=True` makes its
copies faster. The hooks hold for what is saved inside the block. Neither may change a
tensor in place. To compute again instead of keeping: [checkpoint](#checkpointing).

Attributes: Shapes
    x: (100, 8) float32

Asked as:
    torch.autograd.graph.saved_tensors_hooks; torch.autograd.graph.save_on_cpu; offload
    activations to the CPU; activation offloading; compress activations; how much memory
    do the saved activations take; pack_hook and unpack_hook; save intermediate tensors
    to disk; disable_saved_tensors_hooks; count bytes saved for backward; keep
    activations in float16; activations do not fit on the GPU; ctx.saved_tensors of
    built-in functions; _saved_self; keep activations on the host until backward
"""

import torch
from torch import nn
from torch.autograd.graph import save_on_cpu, saved_tensors_hooks

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(8, 8), nn.Sigmoid(), nn.Linear(8, 8), nn.Sigmoid())
x = torch.randn(100, 8)
kept = []


def pack(tensor):
    kept.append(tensor.half())
    return kept[-1]


with saved_tensors_hooks(pack, lambda half: half.float()):  # <-
    loss = model(x).square().mean()
print([tuple(half.shape) for half in kept])
#> [(100, 8), (100, 8), (100, 8), (8, 8), (100, 8), (100, 8)]
loss.backward()
rounded = model[0].weight.grad.clone()

model.zero_grad()
with save_on_cpu(pin_memory=False):
    loss = model(x).square().mean()
loss.backward()
exact = model[0].weight.grad
print(torch.equal(rounded, exact), torch.allclose(rounded, exact, atol=1e-4))
#> False True
