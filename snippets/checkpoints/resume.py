"""Resume: five epochs and five more equal ten.

Make model, optimizer and scheduler anew, then load the three states. Seeding each epoch
by its number makes the order of the samples and the dropout of epoch 7 the same in both
runs. On the CPU the weights are equal bit for bit. What the optimizer alone keeps:
[`load_state_dict`](../optimizers/base.md#resume).

Asked as:
    resume training; continue training from a saved checkpoint; load a checkpoint and
    keep training; pick up training where it left off; training crashed, how to
    continue; continue an interrupted training after 20 epochs; job was stopped after 24
    hours, pick up the run again; go on with training after a restart, from the last
    epoch; start epoch 20 instead of 0; start_epoch, --resume; initial_epoch; train for
    more epochs later; pause and continue tomorrow; go on as if never stopped; load
    model, optimizer and scheduler again; loss jumps up after loading a checkpoint;
    resumed run gives different results; learning rate wrong after restarting; continue
    training from a checkpoint after the job was killed; carry on with the training
    tomorrow where it stopped; train a finished model longer; restart a training
"""

import io

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
x, y = torch.tensor(digits.data).float() / 16, torch.tensor(digits.target)


def train(epochs, checkpoint=None):
    torch.manual_seed(0)
    layers = nn.Linear(64, 16), nn.Dropout(0.2), nn.ReLU(), nn.Linear(16, 10)
    model = nn.Sequential(*layers)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
    parts = {"model": model, "optimizer": optimizer, "scheduler": scheduler}
    first = 0
    if checkpoint is not None:
        state = torch.load(checkpoint, weights_only=True)
        first = state["epoch"] + 1
        for name, part in parts.items():
            part.load_state_dict(state[name])  # <-
    for epoch in range(first, epochs):
        torch.manual_seed(epoch)
        for batch in torch.randperm(len(x)).split(256):
            optimizer.zero_grad()
            F.cross_entropy(model(x[batch]), y[batch]).backward()
            optimizer.step()
        scheduler.step()
    return {"epoch": epoch, **{name: part.state_dict() for name, part in parts.items()}}


whole = train(10)["model"]
file = io.BytesIO()
torch.save(train(5), file)
file.seek(0)
resumed = train(10, file)["model"]
print(all(torch.equal(resumed[name], whole[name]) for name in whole))
#> True
