r"""mat1 and mat2 shapes cannot be multiplied: inner sizes differ.

The last size of the first matrix must be the first size of the second. In a model
`mat2` is the weight of a linear layer: its first number is `in_features`, and the last
of `mat1` is what arrives. Usual causes: `in_features` worked out for pictures of
another size; no `flatten` before the layer, so that it gets rows of pixels; `flatten()`
without 1, which takes the batch too; a matrix that has to be transposed. See [`from
convolution to linear`](../layers/convolution.md#conv_to_linear).

Raises:
    RuntimeError: `fc(features.flatten(1))`
        mat1 and mat2 shapes cannot be multiplied (2x72 and 50x3)
    RuntimeError: `a @ torch.zeros(4)` size mismatch, got input (2), mat (2x3), vec (4)
    RuntimeError: `torch.zeros(3) @ torch.zeros(4)` inconsistent tensor size, expected
        tensor [3] and src [4] to have the same number of elements

Before: 2.15
    prints: `print(error)` mat1 and mat2 shapes cannot be multiplied (2x72 and 50x3)

Also worded:
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (64x784 and 256x10)
    RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
    RuntimeError: size mismatch, m1: [4 x 576], m2: [400 x 120]
    RuntimeError: mat1 dim 1 must match mat2 dim 0
    RuntimeError: size mismatch, got 4, 4x10,8
    RuntimeError: a and b must have same reduction dim, but got [2, 3] X [2, 3].
    RuntimeError: multi_dot(): tensors 0 and 1 with shapes [2, 3] and [4, 5] cannot be
      multiplied

Asked as:
    in_features does not fit my picture size; first fully connected layer has the wrong
    input size; which number goes into nn.Linear after the conv layers; classifier fails
    since I changed the image size; weight of the layer is 784x10, my batch is 28x28;
    matrix times vector, size mismatch
"""

import torch
from torch import nn

features = torch.zeros(2, 8, 3, 3)  # (N, C, H, W): after the convolutions
fc = nn.Linear(50, 3)
try:
    fc(features.flatten(1))
except RuntimeError as error:
    print(error)
    #> addmm: mat1 and mat2 shapes cannot be multiplied (2x72 and 50x3)

# Wrong in_features: C * H * W of what arrives, or let the first batch tell.
print(nn.Linear(8 * 3 * 3, 3)(features.flatten(1)).shape)  # <-
#> torch.Size([2, 3])
lazy = nn.LazyLinear(3)
print(lazy(features.flatten(1)).shape, lazy.in_features)
#> torch.Size([2, 3]) 72

# Rows of pixels, or one long row: keep the batch, flatten from dimension 1 on.
print(features.flatten().shape, features.flatten(1).shape)
#> torch.Size([144]) torch.Size([2, 72])

# A product of two matrices: transpose one.
a, b = torch.ones(2, 3), torch.ones(4, 3)
print((a @ b.T).shape)
#> torch.Size([2, 4])
