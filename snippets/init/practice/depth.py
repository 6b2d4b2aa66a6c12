r"""depth: what ten layers do to the spread of activations.

Ten linear layers of 256 units with ReLU, one batch of normal noise. With weights that
are too small the signal dies out, with weights that are too large it explodes; Kaiming
keeps it. The gradient on the way back does the same.

Attributes: Shapes
    x: (512, 256) float32
"""

import torch
from torch import nn

choices = {
    "normal, std 0.01": lambda w: nn.init.normal_(w, std=0.01),
    "normal, std 1": lambda w: nn.init.normal_(w, std=1.0),
    "kaiming": lambda w: nn.init.kaiming_normal_(w, nonlinearity="relu"),
}
spread = {}
for name, init in choices.items():
    torch.manual_seed(0)
    x = torch.randn(512, 256)
    spread[name] = []
    for _ in range(10):
        x = torch.relu(x @ init(torch.empty(256, 256)).T)
        spread[name].append(x.std().item())
    print(f"{name}: layer 1 {spread[name][0]:.0e}, layer 10 {spread[name][9]:.0e}")
    #> normal, std 0.01: layer 1 9e-02, layer 10 2e-10
    #> normal, std 1: layer 1 9e+00, layer 10 2e+10
    #> kaiming: layer 1 8e-01, layer 10 7e-01
