r""".T of three dimensions: mT for matrices, permute for the rest.

`x.T` turns all dimensions round. On other than two it warns and is to raise. For a
batch of matrices one wants the last two: `x.mT`.

Warns:
    UserWarning: `x.T` The use of `x.T` on tensors of dimension other than 2 to reverse
        their shape is deprecated and it will throw an error in a future release.

Asked as:
    x.T on a batch; transpose of a 3-D tensor with .T; .T warns; image.T for matplotlib;
    mT or T; reverse all dimensions; dot T of a 3D tensor warns; transpose each matrix
    of a batch in old code
"""

import torch

x = torch.arange(24).reshape(2, 3, 4)
print(x.mT.shape)  # <-
#> torch.Size([2, 4, 3])
print(torch.equal(x.mT, x.transpose(-2, -1)))
#> True

print(x.permute(2, 1, 0).shape)  # what .T gives: batch last
#> torch.Size([4, 3, 2])
