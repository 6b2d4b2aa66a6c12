"""Unfreeze: let the body learn later, under a schedule.

First the head alone, so that its random start does not spoil the body; then both. The
optimizer has both groups from the start: it passes over the frozen one, and a scheduler
knows its rate. A function a group lets the body begin at its own rate. An optimizer of
the head alone is given the body by `add_param_group` and keeps its state for the head,
but schedulers may not bear it:

| Schedulers made before | The added group |
|---|---|
| `StepLR`, `MultiStepLR`, `ExponentialLR` | falls by the same factors |
| `PolynomialLR`, `ReduceLROnPlateau` | falls by the same factors |
| `CosineAnnealingLR` | falls too, but after `T_max` a ValueError |
| `LinearLR`, `ConstantLR` | rises with the others, above its own rate |
| `SequentialLR` | ValueError at the next milestone |
| `LambdaLR`, `MultiplicativeLR`, `CyclicLR` | ValueError |
| `CosineAnnealingWarmRestarts` | ValueError |
| `OneCycleLR` | KeyError |

Made anew, `LambdaLR` starts the old group from its first rate again.

Attributes: Shapes
    head.weight: (2, 4) float32

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
body = nn.Sequential(nn.Linear(8, 4), nn.BatchNorm1d(4), nn.ReLU())
head = nn.Linear(4, 2)
model = nn.Sequential(body, head)
groups = [{"params": head.parameters()}, {"params": body.parameters(), "lr": 1e-3}]
optimizer = torch.optim.AdamW(groups, lr=1e-2)
UNFREEZE = 2  # the epoch
rates = [lambda epoch: 0.5**epoch, lambda epoch: 0.5 ** max(epoch - UNFREEZE, 0)]
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, rates)

for epoch in range(4):
    learns = epoch >= UNFREEZE
    model.train()
    body.requires_grad_(learns).train(learns)  # <- in eval, batch norm stands still too
    before = {name: value.clone() for name, value in body.state_dict().items()}
    optimizer.zero_grad()
    model(torch.randn(16, 8)).pow(2).mean().backward()
    optimizer.step()
    moved = sum(not torch.equal(before[n], v) for n, v in body.state_dict().items())
    print(moved, "of", len(before), [group["lr"] for group in optimizer.param_groups])
    #> 0 of 7 [0.01, 0.001]
    #> 0 of 7 [0.005, 0.001]
    #> 7 of 7 [0.0025, 0.001]
    #> 7 of 7 [0.00125, 0.0005]
    scheduler.step()
