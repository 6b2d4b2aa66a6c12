"""checkpoint: less memory, one more forward pass.

Activations inside the block are not kept; `backward` computes them again. The gradients
are the same, dropout included: the state of the random generator is restored. Pass
`use_reentrant=False`, as the documentation asks.

Attributes: Shapes
    x: (4, 8) float32
"""

import torch
from torch import nn
from torch.utils.checkpoint import checkpoint

torch.manual_seed(0)
block = nn.Sequential(nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 8))
x = torch.randn(4, 8)
runs = []
block.register_forward_hook(lambda *_: runs.append("forward"))

block(x).sum().backward()
expected = block[0].weight.grad.clone()
block.zero_grad()
runs.clear()

checkpoint(block, x, use_reentrant=False).sum().backward()
print(runs)
#> ['forward']
print(block[0].weight.grad.equal(expected))
#> True
