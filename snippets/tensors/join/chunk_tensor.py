r"""chunk: a number of pieces.

The last piece may be smaller, and there may be fewer pieces than asked for. The pieces
are views.

Attributes: Shapes
    x: (7,) int64

Asked as:
    np.array_split; tensor_split; split into n equal parts; split a tensor in half;
    divide a big tensor in n pieces; difference between chunk and split; mean and log
    variance from one VAE output; four gates of an LSTM; halve the channels; fewer parts
    than I asked for; cut or break a tensor into 3 equal parts; divide into a number of
    blocks, sizes do not matter; split the feature dim in half, two halves of the last
    axis; divide a tensor into equal chunks along a dimension
"""

import torch

x = torch.arange(7)
a, b, c = x.chunk(3)  # <- (3,), (3,), (1,)
print(a, b, c)
#> tensor([0, 1, 2]) tensor([3, 4, 5]) tensor([6])
print(len(torch.arange(5).chunk(4)))  # pieces of 2: three are enough
#> 3
