r"""running_mean should contain elements: channels of a batch norm differ.

The first number is what the input has in dimension 1, the second the `num_features`
that the norm was made with. Usual causes: num_features is not the out_channels of the
layer before; a layer was changed and its norm was not; sequences with the features
last, (N, L, C), where batch norm looks for the channels in dimension 1. See
[BatchNorm2d](../layers/normalization.md#batch_norm).

Raises:
    RuntimeError: `nn.BatchNorm2d(3)(torch.zeros(2, 8, 5, 5))`
        running_mean should contain 8 elements not 3
    RuntimeError: `nn.BatchNorm1d(5)(torch.zeros(2, 7, 5))`
        running_mean should contain 7 elements not 5

Also worded:
    RuntimeError: running_mean should contain 64 elements not 32
    RuntimeError: running_mean should contain 1 elements not 64
    RuntimeError: running_mean should contain 128 elements not 256
    RuntimeError: weight should contain 4 elements not 3
    ValueError: expected input's size at dim=1 to match num_features (3), but got: 4.

Asked as:
    num_features of batch norm is wrong; BatchNorm1d on (batch, time, features); changed
    the number of filters, batch norm fails; same batch norm used behind two different
    layers; batch norm on the output of an LSTM; BatchNorm after concatenating channels
"""

import torch
from torch import nn

conv = nn.Conv2d(3, 8, kernel_size=3)
x = torch.zeros(2, 3, 7, 7)
try:
    nn.BatchNorm2d(3)(conv(x))
except RuntimeError as error:
    print(error)
    #> running_mean should contain 8 elements not 3

# As many features as the convolution gives.
print(nn.BatchNorm2d(conv.out_channels)(conv(x)).shape)  # <-
#> torch.Size([2, 8, 5, 5])

# Or let the layer count them at the first call.
print(nn.LazyBatchNorm2d()(conv(x)).shape)
#> torch.Size([2, 8, 5, 5])

# A sequence with its features last: bring them to dimension 1, and back.
steps = torch.zeros(2, 7, 5)  # (N, L, C)
print(nn.BatchNorm1d(5)(steps.transpose(1, 2)).transpose(1, 2).shape)
#> torch.Size([2, 7, 5])
