r"""squeeze: drop dimensions of size 1.

`squeeze(dim)` drops that dimension if its size is 1, and does nothing if it is not.
Without `dim` it drops all of them, the batch dimension of a batch of one too: name the
dimension. The opposite is `unsqueeze`.

Attributes: Shapes
    x: (1, 3, 1) int64
    y: (1, 3) int64

Asked as:
    get rid of a dimension of length one; remove extra brackets; singleton axis; output
    is (N, 1) but should be (N,); delete the channel axis of a gray image; column vector
    to flat vector; remove the batch dimension of a single prediction; (1, 28, 28) to
    (28, 28) for imshow; reverse of unsqueeze; last batch with one sample loses its
    batch dimension; remove dimensions of size one, singleton dims; delete an axis of
    size 1; squeeze removed my batch dimension; remove unnecessary dimension of the
    output; drop a dimension of size one, (1, N, 1) to (N,)
"""

import torch

x = torch.tensor([[[1], [2], [3]]])
y = x.squeeze(2)  # <-
print(y)
#> tensor([[1, 2, 3]])
print(x.squeeze().shape)  # both gone
#> torch.Size([3])
print(x.squeeze(1).shape)  # size 3: nothing happens
#> torch.Size([1, 3, 1])
print(x.squeeze((0, 2)).shape)
#> torch.Size([3])
