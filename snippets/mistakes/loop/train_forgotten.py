"""train() forgotten: after the first validation the model stays in eval mode.

`eval()` holds until `train()` is called, and nothing in a training step does so. From
the second epoch on dropout drops nothing and the running statistics of batch norm stand
still, so training goes on with those of the first epoch and without the regularization.
The loss still falls. Call [`train()`](../models/inspection.md#train_and_eval) at the
top of each epoch, not once before the first.

Asked as:
    forgot model.train(); model.train() missing after validation; does eval mode end by
    itself after validation; should I call model.train() in every epoch; dropout has no
    effect after the first epoch; overfits although there is dropout;
    num_batches_tracked does not grow; running statistics stop changing after the first
    validation; training in eval mode; loss falls suddenly after the first validation;
    model.train() before the epoch loop or inside it; dropout does nothing during
    training; call model.train() again after validating
"""

import torch
import torch.nn.functional as F
from torch import nn


def fit(train_each_epoch):
    torch.manual_seed(0)
    x, target = torch.randn(80, 500), torch.randint(3, (80,))
    bn, dropout = nn.BatchNorm1d(500), nn.Dropout(0.5)
    model = nn.Sequential(bn, dropout, nn.Linear(500, 3))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    batches, dropped = [], []
    for epoch in range(4):
        if train_each_epoch:
            model.train()  # <-
        for batch in torch.randperm(60).split(20):
            optimizer.zero_grad()
            F.cross_entropy(model(x[batch]), target[batch]).backward()
            optimizer.step()
        batches.append(bn.num_batches_tracked.item())
        share = (dropout(torch.ones(1000)) == 0).double().mean().item()
        dropped.append(round(share, 1))
        model.eval()
        with torch.inference_mode():
            F.cross_entropy(model(x[60:]), target[60:])  # validation
    return batches, dropped


# Wrong: no train(). By epoch: batches that batch norm has counted, share dropped.
print(*fit(train_each_epoch=False))
#> [3, 3, 3, 3] [0.5, 0.0, 0.0, 0.0]

# Right: train() at the top of each epoch.
print(*fit(train_each_epoch=True))
#> [3, 6, 9, 12] [0.5, 0.5, 0.5, 0.5]
