"""Save and restore a schedule: go on exactly where it was.

Save the states of model, optimizer and scheduler together. Make all three anew first,
then load: some schedulers set the optimizer's rate when they are made, so one made
after the optimizer's `load_state_dict` spoils what was loaded. A schedule that is made
anew and not loaded begins again. The lambdas of `LambdaLR` are not in the state: the
new scheduler must get the same ones.

Raises:
    KeyError: `CosineAnnealingLR(torch.optim.SGD(model.parameters()), 50,
        last_epoch=20)` param 'initial_lr' is not specified in param_groups[0] when
        resuming

Asked as:
    scheduler.state_dict(); save and load a learning rate scheduler; last_epoch; lr is
    reset, starts from the beginning after loading a checkpoint; learning rate continues
    after a restart; checkpoint with a scheduler; warm-up runs again when training
    continues; resume cosine decay in the middle; pickle a LambdaLR; wrong learning rate
    after loading; load the scheduler before or after the optimizer; resume the lr
    schedule; scheduler.load_state_dict(); param initial_lr is not specified when
    resuming, last_epoch; save the scheduler state in the checkpoint; checkpoint the
    scheduler with the optimizer; scheduler starts over when I continue training; save
    the lr scheduler
"""

import io

import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR


def new_run():
    model = nn.Linear(1, 1, bias=False)  # one parameter
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    return model, optimizer, CosineAnnealingLR(optimizer, T_max=50)


def go_on(optimizer, scheduler, epochs):
    rates = []
    for _ in range(epochs):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


model, optimizer, scheduler = new_run()
first = go_on(optimizer, scheduler, epochs=20)
file = io.BytesIO()  # a path, in a real run
torch.save([part.state_dict() for part in (model, optimizer, scheduler)], file)  # <-
rates = {"never stopped": first + go_on(optimizer, scheduler, epochs=30)}

file.seek(0)
parts = new_run()
for part, state in zip(parts, torch.load(file), strict=True):
    part.load_state_dict(state)
rates["restored"] = first + go_on(*parts[1:], epochs=30)
print(rates["restored"] == rates["never stopped"])
#> True

rates["begun again"] = first + go_on(*new_run()[1:], epochs=30)
print([round(curve[20], 4) for curve in rates.values()])
#> [0.0655, 0.0655, 0.1]

by_lambda = LambdaLR(optimizer, lambda epoch: 0.95**epoch)
print(by_lambda.state_dict()["lr_lambdas"])
#> [None]
