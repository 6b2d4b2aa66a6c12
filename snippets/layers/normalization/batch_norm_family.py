r"""BatchNorm1d, BatchNorm3d, SyncBatchNorm: the other shapes of batch norm.

The number in the name counts the positions' dimensions, and the layer checks it:
`BatchNorm1d` takes (N, C) and (N, C, L), `BatchNorm3d` takes (N, C, D, H, W). The
channel is dimension 1, also in sequences: (N, L, C) needs a transpose first.
With one process per GPU, `SyncBatchNorm` takes the statistics over all of them; convert
the model before wrapping it in `DistributedDataParallel`.

Attributes: Shapes
    features: (N, C) float32
    sequence: (N, C, L) float32
    volume: (N, C, D, H, W) float32

Raises:
    ValueError: `nn.BatchNorm1d(3)(torch.ones(2, 3, 4, 5))` expected 2D or 3D input (got
        4D input)
    ValueError: `nn.BatchNorm3d(3)(torch.ones(2, 3, 4, 5))` expected 5D input (got 4D
        input)
    RuntimeError: `bn(torch.ones(2, 5, 3))` running_mean should contain 5 elements not 3

Asked as:
    BatchNorm after a linear or fully connected layer, 2d input; batch norm for tabular
    features; normalize sequences or text channels; batch norm for video; multi-GPU
    batch normalization, synchronized across GPUs; convert to SyncBatchNorm for DDP;
    BatchNormalization(synchronized=True); which BatchNorm for which input; small batch
    on each GPU; VolumetricBatchNormalization; apex.parallel.convert_syncbn_model;
    expected 4D input (got 5D input); batch norm on data of shape (N, C); BatchNorm1d
    for sequences, which axis is the channel; which BatchNorm for 3d conv output or
    volumes; sync batch norm in distributed training; difference between BatchNorm1d and
    BatchNorm2d
"""

import torch
import torch.nn.functional as F
from torch import nn

features = torch.tensor([[1.0, 10.0, 0.0], [3.0, 30.0, 0.0]])  # (2, 3)
bn = nn.BatchNorm1d(3)  # <-
print(bn(features).detach())
#> tensor([[-1.0000, -1.0000,  0.0000],
#>         [ 1.0000,  1.0000,  0.0000]])

sequence = features.unsqueeze(2).expand(2, 3, 4)
print(bn(sequence)[:, 0].detach())
#> tensor([[-1.0000, -1.0000, -1.0000, -1.0000],
#>         [ 1.0000,  1.0000,  1.0000,  1.0000]])

volume = torch.ones(2, 3, 4, 5, 6)
y = nn.BatchNorm3d(3)(volume)  # (2, 3, 4, 5, 6)

# Each batch norm of a model is replaced; its weights and statistics are kept.
model = nn.Sequential(nn.Conv2d(1, 8, 3, bias=False), nn.BatchNorm2d(8), nn.ReLU())
model = nn.SyncBatchNorm.convert_sync_batchnorm(model)
print(type(model[1]).__name__, model[1].num_features)
#> SyncBatchNorm 8

mean, var = features.mean(dim=0), features.var(dim=0, correction=0)
y = F.batch_norm(features, mean, var, training=False)
print(torch.allclose(y, bn(features), atol=1e-6))
#> True
