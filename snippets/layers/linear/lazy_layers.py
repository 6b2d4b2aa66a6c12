"""Lazy layers: the input size is found at the first call.

`LazyLinear(10)` becomes `Linear(n, 10)` when the first batch passes. Run one batch
before you count or initialize parameters, and before some optimizers (`Adagrad`,
`Muon`). Loaded weights set the sizes too.

Attributes: Shapes
    images: (N, 3, 16, 16) float32
    logits: (N, 10) float32

Raises:
    ValueError: `sum(p.numel() for p in nn.LazyLinear(2).parameters())` Attempted to use
        an uninitialized parameter

Asked as:
    infer in_features automatically; find the number of input channels by itself;
    nn.Linear without in_features; never give the input size; what are lazy modules,
    shape inference; deferred initialization; define a layer without knowing the number
    of input features; dummy batch before making the optimizer; Keras build on first
    use; count parameters of a lazy model fails; let torch figure out the size of the
    first linear layer; guess the input shape, as Keras does; nn.LazyLinear;
    nn.LazyConv2d; nn.LazyBatchNorm2d; size of the input not known in advance; avoid to
    specify in_channels or in_features; in_channels filled in at the first batch
"""

import torch
from torch import nn

head = nn.LazyLinear(10)  # <-
model = nn.Sequential(nn.LazyConv2d(8, 3), nn.LazyBatchNorm2d(), nn.Flatten(), head)
images = torch.zeros(2, 3, 16, 16)
logits = model(images)
print(model[0])
#> Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1))
print(head)
#> Linear(in_features=1568, out_features=10, bias=True)

signal, volume = torch.zeros(2, 3, 9), torch.zeros(2, 3, 9, 9, 9)
norms = nn.LazyBatchNorm1d(), nn.LazyInstanceNorm1d(), nn.LazyInstanceNorm2d()
print(norms[0](signal).shape, norms[1](signal).shape, norms[2](images).shape)
#> torch.Size([2, 3, 9]) torch.Size([2, 3, 9]) torch.Size([2, 3, 16, 16])
norms = nn.LazyBatchNorm3d(), nn.LazyInstanceNorm3d()
print(norms[0](volume).shape, norms[1](volume).shape)
#> torch.Size([2, 3, 9, 9, 9]) torch.Size([2, 3, 9, 9, 9])
print(nn.LazyConv1d(4, 3)(signal).shape, nn.LazyConv3d(4, 3)(volume).shape)
#> torch.Size([2, 4, 7]) torch.Size([2, 4, 7, 7, 7])
print(nn.LazyConvTranspose1d(4, 3)(signal).shape)
#> torch.Size([2, 4, 11])
print(nn.LazyConvTranspose2d(4, 3)(images).shape)
#> torch.Size([2, 4, 18, 18])
print(nn.LazyConvTranspose3d(4, 3)(volume).shape)
#> torch.Size([2, 4, 11, 11, 11])
