r"""flatten: several dimensions into one.

`x.flatten(1)` keeps the batch dimension: what stands between convolutions and a linear
layer. `x.flatten()` takes all. [`nn.Flatten()`](../layers/linear.md#flatten_layer)
starts at 1, the function at 0.

Attributes: Shapes
    x: (N, C, H, W) float32
    features: (N, C*H*W) float32

Asked as:
    np.ravel; ndarray.flatten; image to one long vector; x.view(x.size(0), -1);
    x.view(-1, 784); flatten a feature map to a vector; flatten all but the batch; merge
    batch and time; collapse height and width; multidimensional to 1d, make it one
    dimensional; matlab x(:); merge dimensions, combine two axes; one long vector of a
    multi-dimensional tensor; start_dim, end_dim; flatten images before a fully
    connected layer; collapse the last two dims; flatten a batch of images into vectors;
    flatten a tensor; tensor to 1d; turn a matrix into a vector
"""

import torch
from torch import nn

x = torch.zeros(2, 3, 4, 5)
features = x.flatten(1)  # <-
print(features.shape, nn.Flatten()(x).shape)
#> torch.Size([2, 60]) torch.Size([2, 60])
print(x.flatten().shape)
#> torch.Size([120])
