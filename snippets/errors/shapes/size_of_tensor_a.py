r"""The size of tensor a must match the size of tensor b: no size 1 there.

Two tensors of one operation are compared from the last dimension on; sizes fit if they
are equal or one of them is 1 or missing. The message names the dimension; in `a + b`
tensor a is the left one. Usual causes: a value for each row, (N,), where (N, 1) is
meant; odd picture sizes on the two ways of a U-Net or a residual block; predictions and
targets of unequal length; a picture with an alpha channel in `Normalize`. The rule:
[`broadcasting`](../tensors/math_ops.md#broadcasting).

Raises:
    RuntimeError: `x - x.mean(1)` The size of tensor a (3) must match the size of tensor
        b (2) at non-singleton dimension 1
    RuntimeError: `F.mse_loss(torch.zeros(4), torch.zeros(5))` The size of tensor a (4)
        must match the size of tensor b (5) at non-singleton dimension 0

Also worded:
    RuntimeError: The size of tensor a (64) must match the size of tensor b (32) at
      non-singleton dimension 3
    RuntimeError: Attempting to broadcast a dimension of length 4 at -1! Mismatching
      argument at index 1 had torch.Size([2, 4]); but expected shape should be
      broadcastable to [2, 3]
    RuntimeError: Shape mismatch: objects cannot be broadcast to a single shape
    RuntimeError: inconsistent tensor size, expected r_ [2 x 3], t [2 x 3] and src
      [2 x 4] to have the same number of elements, but got 6, 6 and 8 elements
      respectively

Asked as:
    residual connection, sizes differ by one; skip connection does not fit after a
    stride of 2; at non-singleton dimension 3; subtract the mean of each row fails; loss
    of prediction and target with different sizes; U-Net with odd picture size
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])  # (2, 3)
try:
    x - x.mean(1)  # two rows, two values
except RuntimeError as error:
    print(str(error).split(" at ")[0])
    #> The size of tensor a (3) must match the size of tensor b (2)

# A value for each row: keep the dimension, or add one.
print(x - x.mean(1, keepdim=True))  # <-
#> tensor([[-1.,  0.,  1.],
#>         [-1.,  0.,  1.]])
print((x * torch.tensor([1.0, 10.0])[:, None]).shape)
#> torch.Size([2, 3])

# A skip connection where an odd size was halved: bring one to the size of the other.
skip = torch.zeros(1, 4, 7, 7)
up = nn.Upsample(scale_factor=2)(F.max_pool2d(skip, 2))
print(up.shape[2:], (skip + F.interpolate(up, size=skip.shape[2:])).shape)
#> torch.Size([6, 6]) torch.Size([1, 4, 7, 7])

# A branch with other channels or stride: a 1x1 convolution on the shortcut.
main = nn.Conv2d(4, 8, 3, stride=2, padding=1)(skip)
print((main + nn.Conv2d(4, 8, 1, stride=2)(skip)).shape)
#> torch.Size([1, 8, 4, 4])
