"""add_param_group: more parameters, later.

For layers that were frozen and now learn. Momentum of the old group is kept, the new
one starts without. Of schedulers made before, some step it too (`StepLR`), some raise
(`LambdaLR`). In a run of fine-tuning: [Unfreeze](../finetune/index.md#unfreeze).

Attributes: Shapes
    x: (2, 4) float32

Asked as:
    new layers after the optimizer was made; add parameters to an existing optimizer;
    new layer is not trained; extend the optimizer after unfreezing; grow the network
    during training; keep momentum when adding a layer; unfroze a block, the optimizer
    should train it too; give a new layer its own lr;
    optimizer.add_param_group({"params": ...}); append new layers to Adam without losing
    its state; optimizer does not know the unfrozen parameters; include more weights
    halfway through training; I created another layer, how does Adam learn about it;
    attach new parameters to a running optimizer; optimizer made before the layer was
    unfrozen; add a group of weights with another lr; optimizer ignores a newly added
    layer; give more layers to the optimizer later on
"""

import torch
from torch import nn

torch.manual_seed(0)
body, head = nn.Linear(4, 4).requires_grad_(False), nn.Linear(4, 1)
optimizer = torch.optim.SGD(head.parameters(), lr=0.1, momentum=0.9)
x = torch.ones(2, 4)

body.requires_grad_(True)
optimizer.add_param_group({"params": body.parameters(), "lr": 0.01})  # <-
print([group["lr"] for group in optimizer.param_groups])
#> [0.1, 0.01]

before = body.weight.detach().clone()
head(body(x)).sum().backward()
optimizer.step()
print(body.weight.equal(before))
#> False
