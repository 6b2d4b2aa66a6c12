"""AveragedModel: the mean of the weights of many steps.

Stochastic weight averaging: train as usual, then keep a constant rate (`SWALR`) and
average. The averaged model often does better on new data. Its batch norm statistics
belong to no set of weights: `update_bn` computes them from the training data.

Attributes: Shapes
    x: (64, 3) float32
"""

import torch
from torch import nn
from torch.optim.swa_utils import SWALR, AveragedModel, update_bn
from torch.utils.data import DataLoader

torch.manual_seed(0)
x = torch.randn(64, 3)
model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
averaged = AveragedModel(model)
scheduler = SWALR(optimizer, swa_lr=0.05, anneal_epochs=2)

seen = []
for epoch in range(4):
    optimizer.zero_grad()
    (model(x) - x[:, :1]).pow(2).mean().backward()
    optimizer.step()
    scheduler.step()
    averaged.update_parameters(model)
    seen.append(model[0].weight.detach().clone())
update_bn(DataLoader(x, batch_size=32), averaged)

mean = torch.stack(seen).mean(dim=0)
print(torch.allclose(averaged.module[0].weight, mean), averaged.n_averaged.item())
#> True 4
