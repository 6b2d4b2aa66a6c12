"""Unfreeze: let the body learn later, with add_param_group.

First the head alone, so that its random start does not spoil the body; then both. The
state of the optimizer for the head is kept. A scheduler that is already there does not
know the new group: make it anew, or give all groups from the start and unfreeze only.

Attributes: Shapes
    body.weight: (4, 8) float32

Raises:
    ValueError: `optimizer.add_param_group({"params": body.parameters()})` some
        parameters appear in more than one parameter group
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
optimizer.add_param_group({"params": body.parameters(), "lr": 1e-3})
print(step(), [group["lr"] for group in optimizer.param_groups])
#> body moves [0.01, 0.001]
