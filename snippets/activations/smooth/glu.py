r"""GLU: one half of the channels gates the other.

The input is split in two along `dim`: the first half is kept, weighted by the sigmoid
of the second. The layer before it must give twice the channels. Language models use
SwiGLU, with SiLU and a linear layer for each half. It has no module.

$$\text{GLU}(a, b) = a \cdot \sigma(b)$$

Attributes: Shapes
    x: (N, 2*C) float32, `a` and `b` side by side
    y: (N, C) float32

Raises:
    RuntimeError: `nn.GLU()(torch.ones(2, 3))` Halving dimension must be even, but
        dimension 1 is size 3

Asked as:
    gated linear unit; GEGLU; LLaMA MLP feed-forward block; F.glu; jax.nn.glu; split
    into two parts and multiply by the sigmoid; gated convolution; why does the output
    have half as many features; gate a layer's output; multiply one half by the sigmoid
    of the other half; gating mechanism for feed-forward layers; halve the number of
    channels with a gate; activation of gated convolutional networks; odd number of
    features cannot be split by GLU; gated activation; split in half and gate
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([[1.0, 2.0, 3.0, 0.0, 100.0, -100.0]])  # (1, 6)

activation = nn.GLU(dim=-1)  # <-
y = activation(x)
print(y)
#> tensor([[0.5000, 2.0000, 0.0000]])
print(F.glu(x, dim=-1).equal(y))
#> True

# SwiGLU, as in a transformer.
tokens = torch.randn(2, 5, 8)
up, gate = nn.Linear(8, 16, bias=False), nn.Linear(8, 16, bias=False)
down = nn.Linear(16, 8, bias=False)
out = down(up(tokens) * F.silu(gate(tokens)))  # (2, 5, 8)
