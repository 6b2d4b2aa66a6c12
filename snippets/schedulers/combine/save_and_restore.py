"""Save and restore a schedule: go on exactly where it was.

Save the states of model, optimizer and scheduler together. Make all three anew, then
load. A scheduler that is only made anew starts at epoch 0. The functions of `LambdaLR`
are not in the state: the new scheduler must get the same one.
"""

import io

import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR


def make():
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    return model, optimizer, CosineAnnealingLR(optimizer, T_max=50)


def run(optimizer, scheduler, epochs):
    rates = []
    for _ in range(epochs):
        rates.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return rates


model, optimizer, scheduler = make()
run(optimizer, scheduler, epochs=20)
file = io.BytesIO()  # a path, in a real run
torch.save([part.state_dict() for part in (model, optimizer, scheduler)], file)
expected = run(optimizer, scheduler, epochs=30)

file.seek(0)
parts = make()
for part, state in zip(parts, torch.load(file), strict=True):
    part.load_state_dict(state)
print(run(*parts[1:], epochs=30) == expected)
#> True
print(run(*make()[1:], epochs=30) == expected)
#> False
