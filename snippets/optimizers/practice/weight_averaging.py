"""AveragedModel: the mean of the weights of many steps.

Stochastic weight averaging: train as usual, then keep a constant rate (`SWALR`) and
average. The averaged model often does better on new data. Its batch norm statistics are
those of the last weights: `update_bn` computes its own from the training data.

Attributes: Shapes
    x: (64, 3) float32

Asked as:
    SWA, swa_model; stochastic weight averaging; torch.optim.swa_utils; update_bn;
    torchcontrib.optim.SWA; tfa.optimizers.SWA; average the last checkpoints; flat
    minima; recompute batch norm statistics after averaging; mean of the weights over
    the last epochs; StochasticWeightAveraging callback; bn_update; better
    generalization for free; average checkpoints; why do I have to call update_bn;
    AveragedModel(model), update_parameters; combine the weights of several epochs into
    a better model; average the weights at the end of training to generalise better
"""

import torch
from torch import nn
from torch.optim.swa_utils import (
    SWALR,
    AveragedModel,
    get_swa_avg_fn,
    get_swa_multi_avg_fn,
    update_bn,
)
from torch.utils.data import DataLoader

torch.manual_seed(0)
x = torch.randn(64, 3)
model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
averaged = AveragedModel(model)  # <-
scheduler = SWALR(optimizer, swa_lr=0.05, anneal_epochs=2)

seen = []
for epoch in range(10):
    optimizer.zero_grad()
    (model(x) - x[:, :1]).pow(2).mean().backward()
    optimizer.step()
    if epoch >= 6:  # the last four
        scheduler.step()
        averaged.update_parameters(model)
        seen.append(model[0].weight.detach().clone())
update_bn(DataLoader(x, batch_size=32), averaged)

mean = torch.stack(seen).mean(dim=0)
print(torch.allclose(averaged.module[0].weight, mean), averaged.n_averaged.item())
#> True 4

equal = AveragedModel(model, multi_avg_fn=get_swa_multi_avg_fn())
print(equal.n_averaged.item(), get_swa_avg_fn()(1.0, 4.0, 2))
#> 0 2.0
