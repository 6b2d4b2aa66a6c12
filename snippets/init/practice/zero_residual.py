"""Zero-init of residuals: each block starts as nothing.

The last layer of each residual branch is set to zero, and the block is the identity at
the start: the signal keeps its size through any number of blocks. It learns all the
same, as the weight that is zero has a gradient; the layers before it have one from the
second step on. In ResNets it is the weight of the last batch norm,
`zero_init_residual=True`; in transformers the output projection. The shortcut must be
there: without it a zero layer stops the signal.

Attributes: Shapes
    x: (64, 32) float32

Asked as:
    zero_init_residual; initialise the last batch norm gamma to zero; ReZero, SkipInit,
    Fixup; residual block as identity at initialization; deep residual network explodes
    at the start; zero the output projection; adaLN-Zero; ControlNet zero convolution;
    init the residual branch with zeros; LayerScale; train very deep resnets stably
"""

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, width, zero):
        super().__init__()
        self.branch = nn.Sequential(
            nn.Linear(width, width), nn.ReLU(), nn.Linear(width, width)
        )
        for layer in (self.branch[0], self.branch[2]):
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        if zero:
            nn.init.zeros_(self.branch[2].weight)  # <-
            nn.init.zeros_(self.branch[2].bias)

    def forward(self, x):
        return x + self.branch(x)


torch.manual_seed(0)
x = torch.randn(64, 32)
for zero in (False, True):
    net = nn.Sequential(*[Block(32, zero) for _ in range(20)])
    print(zero, f"{net(x).std():.0e}")
    #> False 5e+04
    #> True 1e+00

net(x).square().sum().backward()
first, last = net[0].branch[0].weight.grad, net[0].branch[2].weight.grad
print(bool(first.any()), bool(last.any()))
#> False True
