"""checkpoint: less memory, one more forward pass.

Activations inside the block are not kept; `backward` computes them again. The gradients
are the same, dropout included: the state of the random generator is restored. Batch
norm inside the block counts a batch twice in its running statistics. Pass
`use_reentrant=False`, as the documentation asks.

Attributes: Shapes
    x: (4, 8) float32

Also worded:
    UserWarning: torch.utils.checkpoint: please pass in use_reentrant=True or
      use_reentrant=False explicitly.
    UserWarning: torch.utils.checkpoint: the use_reentrant parameter should be passed
      explicitly.

Asked as:
    gradient checkpointing; activation checkpointing; recompute activations in backward;
    trade compute for memory; train a bigger or deeper model in the same memory;
    jax.checkpoint; jax.remat; tf.recompute_grad; use_reentrant should be passed
    explicitly; model.gradient_checkpointing_enable(); does checkpointing change dropout
    or results; out of memory even with batch size 1; save activation memory; gradient
    checkpointing against OOM in training; less memory for activations in training; do
    not keep intermediate activations; transformer too deep for my GPU; activation
    recomputation; save GPU memory in training; reduce memory in training
"""

import torch
from torch import nn
from torch.utils.checkpoint import checkpoint

torch.manual_seed(0)
block = nn.Sequential(nn.Linear(8, 8), nn.ReLU(), nn.Dropout(), nn.Linear(8, 1))
x = torch.randn(4, 8)
runs = []
block.register_forward_pre_hook(lambda *_: runs.append("forward"))

y = checkpoint(block, x, use_reentrant=False)  # <- (4, 1)
print(runs)
#> ['forward']
y.sum().backward()
print(runs)
#> ['forward', 'forward']
