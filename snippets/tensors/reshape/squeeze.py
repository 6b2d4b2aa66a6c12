r"""squeeze: drop dimensions of size 1.

`squeeze(dim)` drops that dimension if its size is 1, and does nothing if it is not.
Without `dim` it drops all of them, the batch dimension of a batch of one too: name the
dimension. The opposite is `unsqueeze`.

Attributes: Shapes
    x: (1, 3, 1) int64
    y: (1, 3) int64
"""

import torch

x = torch.tensor([[[1], [2], [3]]])
y = x.squeeze(2)
print(y)
#> tensor([[1, 2, 3]])
print(x.squeeze().shape)  # both gone
#> torch.Size([3])
print(x.squeeze(1).shape)  # size 3: nothing happens
#> torch.Size([1, 3, 1])
print(x.squeeze((0, 2)).shape)
#> torch.Size([3])
