"""requires_grad = False on a module: nothing is frozen.

A module has no such switch: the line makes a new attribute that PyTorch does not read,
and all its parameters go on learning. So does `trainable = False`, as in Keras, and
`require_grad`, one letter short, on a parameter. `eval()` does not freeze either. Call
[`requires_grad_(False)`](../finetune/index.md#freeze), a method with an underscore, and
count what still requires a gradient.

Asked as:
    model.fc.requires_grad = False does not work; module.requires_grad = False has no
    effect; freezing does not work, weights still change; requires_grad or
    requires_grad_; frozen layers still train; layer.trainable = False in PyTorch; does
    model.eval() freeze the weights; param.require_grad = False; set requires_grad on a
    whole module; number of trainable parameters does not go down after freezing; I
    froze the backbone and it still gets gradients
"""

import torch
from torch import nn


def trained(freeze):
    model = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 2))
    body = model[0]
    freeze(body)
    start = body.weight.detach().clone()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    model(torch.ones(3, 4)).square().sum().backward()
    optimizer.step()
    count = sum(p.numel() for p in model.parameters() if p.requires_grad)
    return count, "body stands still" if body.weight.equal(start) else "body moves"


def attribute(body):
    body.requires_grad = False


def keras(body):
    body.trainable = False


def misspelt(body):
    for parameter in body.parameters():
        parameter.require_grad = False


# Wrong: attributes that are not read, and a mode that is about something else.
for freeze in (attribute, keras, misspelt, nn.Module.eval):
    print(freeze.__name__, *trained(freeze))
    #> attribute 58 body moves
    #> keras 58 body moves
    #> misspelt 58 body moves
    #> eval 58 body moves

# Right: the method.
print("method", *trained(lambda body: body.requires_grad_(False)))  # <-
#> method 18 body stands still
