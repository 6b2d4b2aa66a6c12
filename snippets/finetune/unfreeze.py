"""Unfreeze: let the body learn later, with add_param_group.

First the head alone, so that its random start does not spoil the body; then both. The
state of the optimizer for the head is kept. An earlier `StepLR` changes the new group
too, an earlier `LambdaLR` raises: better give both groups from the start, and unfreeze
later.

Attributes: Shapes
    body.weight: (4, 8) float32

Raises:
    ValueError: `optimizer.add_param_group({"params": body.parameters()})` some
        parameters appear in more than one parameter group

Asked as:
    how to unfreeze layers; unfreeze after 5 epochs; unfreeze layer by layer while
    finetuning; gradual unfreezing; train the frozen layers again; train the head first,
    then the whole network; first only the new layer, all layers after 5 epochs;
    two-stage transfer learning; switch the backbone on after the head is trained;
    requires_grad = True later, but weights still do not change; trainable = True,
    compile again; learn.unfreeze(), learn.fine_tune; fine_tune with freeze_epochs,
    freeze_to; BackboneFinetuning callback; linear probing, then full fine-tuning;
    ULMFiT; thaw layers during training; scheduler ignores the newly added layers
"""

import torch
from torch import nn

torch.manual_seed(0)
body, head = nn.Linear(8, 4), nn.Linear(4, 2)
model = nn.Sequential(body, head)
body.requires_grad_(False)
optimizer = torch.optim.AdamW(head.parameters(), lr=1e-2)


def step():
    kept = body.weight.clone()
    optimizer.zero_grad()
    model(torch.randn(16, 8)).pow(2).mean().backward()
    optimizer.step()
    return "body moves" if not torch.equal(kept, body.weight) else "body stands still"


print(step())
#> body stands still
body.requires_grad_(True)
print(step())  # no longer frozen, but no optimizer holds it
#> body stands still
optimizer.add_param_group({"params": body.parameters(), "lr": 1e-3})  # <-
print(step(), [group["lr"] for group in optimizer.param_groups])
#> body moves [0.01, 0.001]
