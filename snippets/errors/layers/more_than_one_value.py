r"""Expected more than 1 value per channel when training: a batch of one.

Batch norm in training mode has a single number per channel, and no variance of it.
Usual causes: the last batch of an epoch holds one sample; one sample is predicted
without `model.eval()`; batch size 1 with feature maps of 1 × 1 (as behind global
pooling). In evaluation mode the running statistics are used, and one sample is enough,
unless `track_running_stats=False` left them out. Instance norm says "spatial element":
it refuses maps of 1 × 1 in batches of any size. See
[BatchNorm2d](../layers/normalization.md#batch_norm).

Raises:
    ValueError: `model.train()(torch.zeros(1, 4))`
        Expected more than 1 value per channel when training, got input size
        torch.Size([1, 3])

Also worded:
    ValueError: Expected more than 1 value per channel when training, got input size
      torch.Size([1, 512, 1, 1])
    ValueError: Expected more than 1 value per channel when training, got input size
      torch.Size([1, 256, 1, 1])
    ValueError: Expected more than 1 value per channel when training, got input size [1,
      512, 1, 1]
    ValueError: Expected more than 1 value per channel when training, got input size [1,
      3]
    ValueError: Expected more than 1 spatial element when training, got input size
      torch.Size([1, 512, 1, 1])

Asked as:
    BatchNorm fails at the end of the epoch; training stops at the last batch, which has
    one sample; batch norm with a single sample; forgot model.eval() before predicting
    one image; DeepLab with batch size 1 raises in the ASPP pooling; InstanceNorm on a
    1x1 feature map
"""

import textwrap

import torch
from torch import nn
from torch.utils.data import DataLoader

model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3))
x = torch.zeros(1, 4)
try:
    model(x)
except ValueError as error:
    print(textwrap.fill(str(error), 80))
    #> Expected more than 1 value per channel when training, got input size
    #> torch.Size([1, 3])

# The last batch has one sample: leave it out of the training.
samples = torch.zeros(5, 4)
print([len(batch) for batch in DataLoader(samples, batch_size=2)])
#> [2, 2, 1]
loader = DataLoader(samples, batch_size=2, drop_last=True)  # <-
print([len(batch) for batch in loader])
#> [2, 2]

# A prediction for one sample: evaluation mode.
print(model.eval()(x).shape)
#> torch.Size([1, 3])

# Training with one sample a batch: a norm that does not look at the batch.
print(nn.LayerNorm(3)(torch.zeros(1, 3)).shape)
#> torch.Size([1, 3])
print(nn.GroupNorm(2, 8)(torch.zeros(1, 8, 1, 1)).shape)
#> torch.Size([1, 8, 1, 1])
