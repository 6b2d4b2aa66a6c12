"""foreach, fused, capturable: the same step, in fewer kernels.

`foreach` runs operations on all parameters at once, on a GPU by default (Adafactor:
when asked). `fused` is one operation in all, for SGD, Adam, AdamW and Adagrad.
`capturable` lets a CUDA graph record the step: Adadelta, Adam and its relatives
(Adamax, AdamW, NAdam, RAdam), ASGD, RMSprop, Rprop. LBFGS, SparseAdam and Muon have
none of them, Adafactor `foreach` alone.

Attributes: Shapes
    x: (8, 4) float32

Raises:
    RuntimeError: `torch.optim.Adam(model.parameters(), foreach=True, fused=True)`
        `fused` and `foreach` cannot be `True` together.
    TypeError: `torch.optim.RMSprop(model.parameters(), fused=True)` unexpected keyword
        argument 'fused'
    AssertionError: `captured.step()` If capturable=True, params and state_steps must be
        on supported devices

Asked as:
    speed up the optimizer, faster Adam step; what does fused=True do in AdamW;
    apex.optimizers.FusedAdam; optimizer step is slow; multi-tensor implementation of an
    optimizer; foreach=False; capture the optimizer in a CUDA graph; too many small
    kernel launches; for-loop, foreach or fused; fastest Adam on the GPU; RMSprop has no
    fused version; foreach=True; capturable=True; which optimizers can be captured in a
    CUDA graph; fused optimizer; reduce the overhead of the optimizer on the GPU; apex
    fused optimizer without apex; is fused AdamW faster; torch._foreach_add_,
    torch._foreach_mul_; torch._foreach_mul, torch._foreach_div_,
    torch._foreach_maximum_
"""

import copy

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(8, 4)
model = nn.Linear(4, 2)
weights = []

for options in ({"foreach": False}, {"foreach": True}, {"fused": True}):  # <-
    twin = copy.deepcopy(model)
    optimizer = torch.optim.AdamW(twin.parameters(), lr=0.1, **options)
    for _ in range(3):
        optimizer.zero_grad()
        twin(x).pow(2).mean().backward()
        optimizer.step()
    weights.append(twin.weight.detach())

print(torch.allclose(weights[0], weights[1]), torch.allclose(weights[0], weights[2]))
#> True True

p = torch.ones(2, device="cpu", requires_grad=True)
p.grad = torch.ones(2, device="cpu")
captured = torch.optim.Adam([p], capturable=True)  # for a GPU
