r"""number of dimensions in the tensor input does not match: permute, t, mm, dot.

Functions that take a given number of dimensions and got another. `permute` names each
dimension of its tensor once; `t` takes at most two; `mm` takes two matrices, `bmm` two
batches of them, `dot` two vectors. Usual causes: a picture without its batch, or with
one; a grey picture read as (H, W); `dot` for matrices as in NumPy. `transpose` and
`matmul`, `@`, take more: see [`matmul`](../tensors/math_ops.md#matmul).

Raises:
    RuntimeError: `picture.permute(0, 3, 1, 2)` number of dimensions in the tensor input
        does not match the length of the desired ordering of dimensions
    RuntimeError: `picture.t()` t() expects a tensor with <= 2 dimensions, but self is
        3D
    RuntimeError: `torch.mm(a, torch.ones(3))` mat2 must be a matrix, got 1-D tensor
    RuntimeError: `torch.dot(a, a)` 1D tensors expected, but got 2D and 2D tensors

Before: 2.15
    RuntimeError: `torch.mm(a, torch.ones(3))` mat2 must be a matrix

Also worded:
    RuntimeError: permute(sparse_coo): number of dimensions in the tensor input does not
      match the length of the desired ordering of dimensions i.e. input.dim() = 3 is not
      equal to len(dims) = 4
    RuntimeError: number of dims don't match in permute
    RuntimeError: t() expects a 2D tensor, but self is 3D
    RuntimeError: mm: self must be a matrix, got 3-D tensor
    RuntimeError: matrices expected, got 3D, 2D tensors
    RuntimeError: 1D tensors expected, got 2D, 2D tensors
    RuntimeError: vector + matrix @ vector expected, got 1, 3, 1

Asked as:
    permute(0, 3, 1, 2) fails on a single image; permute with too few axes; expected a
    2D tensor; batch1 must be a 3D tensor; bmm with a matrix; mv of two vectors
"""

import torch

picture = torch.zeros(4, 5, 3)  # (H, W, C): without a batch
try:
    picture.permute(0, 3, 1, 2)
except RuntimeError as error:
    print(str(error).split(" i.e. ")[1])
    #> input.dim() = 3 is not equal to len(dims) = 4

# One picture: three numbers, or add the batch first. `movedim` does for both.
print(picture.permute(2, 0, 1).shape)  # <-
#> torch.Size([3, 4, 5])
print(picture[None].permute(0, 3, 1, 2).shape)
#> torch.Size([1, 3, 4, 5])
print(picture.movedim(-1, -3).shape, picture[None].movedim(-1, -3).shape)
#> torch.Size([3, 4, 5]) torch.Size([1, 3, 4, 5])

# A batch of matrices: swap the last two.
print(picture.mT.shape, picture.transpose(1, 2).shape)
#> torch.Size([4, 3, 5]) torch.Size([4, 3, 5])

# A product of matrices, vectors or batches: `@`.
a = torch.ones(2, 3)
print((a @ torch.ones(3)).shape, (picture @ torch.ones(3, 2)).shape, (a @ a.T).shape)
#> torch.Size([2]) torch.Size([4, 5, 2]) torch.Size([2, 2])

# The sum of the products of two matrices, which `dot` gives for vectors.
print((a * a).sum(), torch.dot(a.flatten(), a.flatten()))
#> tensor(6.) tensor(6.)
