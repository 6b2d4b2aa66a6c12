"""Freeze by name: which weights learn.

For part of a model that has no module of its own; a whole module takes [one
call](../finetune/index.md#freeze). Set `requires_grad` by the names of
`named_parameters`, and check by listing what is left. Batch norm still updates its
running statistics in training mode: put frozen parts in eval mode, too.

Attributes: Shapes
    x: (N, 4) float32

Asked as:
    freeze some layers only; freeze by parameter name pattern; requires_grad = False for
    some parameters; freeze everything except the biases; named_parameters startswith;
    which parameters are trainable; list frozen layers; check what is frozen; train
    batch norm weights and biases only, lock everything else; requires_grad = False just
    for parameters with "embed" in the name; freeze layers whose name contains; only
    some parameters learn, chosen by their name; if 'layer4' in name:
    param.requires_grad = True; leave some parameters fixed, depending on their name;
    train only the layers I name; frozen part in eval mode because of batch norm
"""

from collections import OrderedDict

import torch
from torch import nn

model = nn.Sequential(
    OrderedDict(body=nn.Linear(4, 8), norm=nn.BatchNorm1d(8), head=nn.Linear(8, 2))
)
for name, parameter in model.named_parameters():
    parameter.requires_grad = name.startswith("head.")  # <-
print([name for name, p in model.named_parameters() if p.requires_grad])
#> ['head.weight', 'head.bias']

x = torch.arange(12.0).reshape(3, 4)
model.train()
model.norm.eval()
before = model.norm.running_mean.clone()
model(x)
print(model.norm.running_mean.equal(before))
#> True
