r"""SwiGLU: the gated network of newer models.

Two projections up, one through SiLU as a gate of the other, and one down. Three
matrices in place of two: with a hidden width of 8/3 E instead of 4 E the number of
weights is that of the plain network. Round it up to a multiple that suits the hardware.
No biases.

$$y = W_{\text{down}} \left( \text{SiLU}(W_{\text{gate}} x) \odot W_{\text{up}} x
\right)$$

Attributes: Shapes
    x: (N, T, E) float32
    y: (N, T, E) float32
    network.gate.weight: (K, E) float32, K is 8/3 of E, rounded up

Asked as:
    feed-forward of Llama; gate_proj, up_proj and down_proj; SiLU gated MLP as a module;
    hidden_dim = int(2 * 4 * dim / 3); multiple_of 256; FFN with gating; w1, w2, w3 of a
    transformer; SwiGLU layer class; why is the intermediate size 11008; MLP of Mistral
    and Qwen; swish gated linear unit; ReGLU or GEGLU feed-forward; feed-forward width
    of 8/3; SwiGLU; nn.SwiGLU
"""

import math

import torch
import torch.nn.functional as F
from torch import nn


class SwiGLU(nn.Module):
    def __init__(self, width, multiple=32):
        super().__init__()
        hidden = multiple * math.ceil(8 * width / 3 / multiple)
        self.gate = nn.Linear(width, hidden, bias=False)
        self.up = nn.Linear(width, hidden, bias=False)
        self.down = nn.Linear(hidden, width, bias=False)

    def forward(self, x):
        return self.down(F.silu(self.gate(x)) * self.up(x))  # <-


network = SwiGLU(width=48)
x = torch.randn(2, 5, 48)
y = network(x)
up, down = nn.Linear(48, 192, bias=False), nn.Linear(192, 48, bias=False)
plain = nn.Sequential(up, nn.GELU(), down)
for model in (network, plain):
    print(sum(p.numel() for p in model.parameters()))
    #> 18432
    #> 18432
with torch.device("meta"):  # shapes alone
    print(SwiGLU(4096, multiple=256).gate.out_features)
    #> 11008
