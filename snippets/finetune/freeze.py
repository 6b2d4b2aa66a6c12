"""Freeze: parameters that do not learn.

`requires_grad_(False)` on a module reaches all its parameters, saves their gradients
and, below the first trained layer, the backward pass. Give the optimizer the rest only.
An optimizer that holds them passes over them, since their gradient is `None`; call
`zero_grad` once after freezing, or the last gradient is applied again. Batch norm needs
[more](../layers/normalization.md#freeze_batch_norm): without `body.eval()` after
`model.train()` its statistics go on moving. See also freezing [by
name](../models/inspection.md#freeze_part) and [the backbone of torchvision's
models](../models/pretrained.md#freeze_backbone).

Attributes: Shapes
    head.weight: (2, 4) float32

Asked as:
    how to freeze layers; do not train the first layers, stop some layers from training;
    keep some layers as they are while the others are trained; train only part of the
    network; train only the last layer, the rest stays; do not update part of a network;
    make weights not trainable, non-trainable layers; keep weights unchanged, lock them,
    disable training of a layer; encoder constant or fixed during training, only the
    classifier learns; requires_grad = False; param.requires_grad = False; for param in
    model.parameters(): param.requires_grad = False; layer.trainable = False;
    filter(lambda p: p.requires_grad, model.parameters()); exclude parameters from the
    optimizer; should the optimizer get frozen parameters; frozen weights still change;
    save memory when fine-tuning, train fewer layers; make sure that only the head is
    trained
"""

import torch
from torch import nn

torch.manual_seed(0)
body = nn.Sequential(nn.Linear(8, 4), nn.BatchNorm1d(4), nn.ReLU())
head = nn.Linear(4, 2)
model = nn.Sequential(body, head)
body.requires_grad_(False)  # <-

trained = [p for p in model.parameters() if p.requires_grad]
print(sum(p.numel() for p in trained), "of", sum(p.numel() for p in model.parameters()))
#> 10 of 54
optimizer = torch.optim.AdamW(trained, lr=0.1)

before = {name: value.clone() for name, value in model.state_dict().items()}
for _ in range(5):
    model.train()
    body.eval()  # batch norm keeps its statistics
    optimizer.zero_grad()
    model(torch.randn(16, 8)).pow(2).mean().backward()
    optimizer.step()
after = model.state_dict()
moved = [name for name in after if not torch.equal(after[name], before[name])]
print(moved, body[0].weight.grad)
#> ['1.weight', '1.bias'] None
