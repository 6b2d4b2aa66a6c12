r"""depth: what ten layers do to the spread of activations.

Ten linear layers of 256 units with ReLU, one batch of normal noise. With weights that
are too small the signal dies out, with weights that are too large it explodes; Kaiming
keeps it. The gradient on the way back does the same.

Attributes: Shapes
    x: (512, 256) float32

Asked as:
    vanishing activations in a deep network; exploding activations; why does weight
    initialization matter; deep net outputs are all zero; values blow up to inf or nan
    in the forward pass; standard deviation of each layer's output; what happens to the
    signal when weights are too small; variance propagation; initial weights too small
    or too large for a deep network; deep plain network does not train; compare
    initializations; variance of activations per layer; std of outputs shrinks with
    depth; effect of initialization scale on deep nets; outputs become tiny after many
    layers; activations die out or explode with depth; why a 50 layer net needs good
    init; print the std after every layer
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
        x = torch.relu(x @ init(torch.empty(256, 256)).T)  # <-
        spread[name].append(x.std().item())
    print(f"{name}: layer 1 {spread[name][0]:.0e}, layer 10 {spread[name][9]:.0e}")
    #> normal, std 0.01: layer 1 9e-02, layer 10 2e-10
    #> normal, std 1: layer 1 9e+00, layer 10 2e+10
    #> kaiming: layer 1 8e-01, layer 10 7e-01
