r"""expected 4D input (got 2D input): the norm of another number of axes.

BatchNorm2d reads (N, C, H, W), BatchNorm1d (N, C) or (N, C, L), BatchNorm3d (N, C, D,
H, W). Usual causes: a BatchNorm2d behind a linear layer or `flatten`; a BatchNorm1d
behind a `Conv2d`; one picture without a batch, which a convolution takes and batch
norm does not. See [the family](../layers/normalization.md#batch_norm_family).

Raises:
    ValueError: `nn.BatchNorm2d(8)(torch.zeros(4, 8))`
        expected 4D input (got 2D input)
    ValueError: `nn.BatchNorm1d(8)(torch.zeros(4, 8, 5, 5))`
        expected 2D or 3D input (got 4D input)

Also worded:
    ValueError: expected 4D input (got 3D input)
    ValueError: expected 4D input (got 5D input)
    ValueError: expected 5D input (got 4D input)
    ValueError: expected 2D or 3D input (got 1D input)
    ValueError: expected 3D or 4D input (got 2D input)

Asked as:
    BatchNorm1d after a conv layer; which batch norm after flatten; batch norm complains
    about the number of dimensions; BatchNorm2d on a single picture without batch; batch
    norm between fully connected layers; video network with the wrong batch norm
"""

import torch
from torch import nn

x = torch.zeros(4, 8, 5, 5)
try:
    nn.BatchNorm2d(8)(x.mean((2, 3)))
except ValueError as error:
    print(error)
    #> expected 4D input (got 2D input)

# Rows of features, behind `flatten` or a linear layer: BatchNorm1d.
print(nn.BatchNorm1d(8)(x.mean((2, 3))).shape)  # <-
#> torch.Size([4, 8])

# Feature maps, behind a `Conv2d`: BatchNorm2d.
print(nn.BatchNorm2d(8)(x).shape)
#> torch.Size([4, 8, 5, 5])

# One picture: a batch of one, in evaluation mode to predict.
print(nn.BatchNorm2d(8).eval()(x[0].unsqueeze(0)).shape)
#> torch.Size([1, 8, 5, 5])
