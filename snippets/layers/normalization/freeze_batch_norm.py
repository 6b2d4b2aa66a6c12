r"""Freeze batch norm: keep its statistics while the rest trains.

For fine-tuning with small batches. Two things move in a batch norm: the running
statistics, which `eval()` stops, and `weight` and `bias`, which `requires_grad_(False)`
stops. Either alone leaves the other moving. Call it after each `model.train()`, which
sets all layers back to training.

Attributes: Shapes
    x: (N, C, H, W) float32, images
    bn.running_mean: (K,) float32

Asked as:
    bn.eval() during fine-tuning; stop running statistics, freeze_bn; BatchNorm in eval
    mode inside a model in train mode; FrozenBatchNorm2d; layer.trainable = False for
    BatchNormalization; fine-tune with batch size one or two; requires_grad is False but
    running_mean still changes; freeze BatchNorm layers of a pretrained backbone; frozen
    model drifts although no weight learns; does no_grad stop batch norm from updating;
    override train() so that norm layers stay in eval; freeze BatchNorm layers;
    model.train() sets frozen BN back to training; fine-tune without updating BatchNorm
    statistics; keep ImageNet statistics of batch norm; BatchNorm eval while training;
    small batches destroy pretrained BatchNorm
"""

import torch
from torch import nn


def freeze_batch_norm(model):
    for module in model.modules():
        if isinstance(module, nn.modules.batchnorm._BatchNorm):
            module.eval().requires_grad_(False)  # <-


conv, bn = nn.Conv2d(3, 4, kernel_size=1), nn.BatchNorm2d(4)
model = nn.Sequential(conv, bn, nn.ReLU())
x = torch.ones(2, 3, 5, 6)

model.train()
freeze_batch_norm(model)
print(model.training, bn.training)
#> True False

model(x).sum().backward()
print(bn.running_mean)
#> tensor([0., 0., 0., 0.])
print(bn.weight.grad)
#> None
print(conv.weight.grad is None)
#> False

# Without eval() the statistics follow the data, gradients or not.
model.train()
with torch.no_grad():
    model(x)
print(bn.num_batches_tracked)
#> tensor(1)
