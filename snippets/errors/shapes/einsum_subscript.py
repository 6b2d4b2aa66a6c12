r"""einsum() subscript does not broadcast with previously seen size: sizes differ.

A letter stands for one size; in another operand 1 fits as well. The message names the
letter, the operand, counted from 0, and both sizes. Usual causes: a transposed operand,
so that the letters have to be turned; one letter for two things, as the steps of
queries and of keys; a missing batch letter, where the number of letters differs from
the number of dimensions. See [`einsum`](../tensors/math_ops.md#einsum).

Raises:
    RuntimeError: `torch.einsum("ij,jk->ik", a, b)` einsum(): subscript j has size 4 for
        operand 1 which does not broadcast with previously seen size 3
    RuntimeError: `torch.einsum("ij,jk->ik", batch, b.T)` einsum(): the number of
        subscripts in the equation (2) does not match the number of dimensions (3) for
        operand 0 and no ellipsis was given
    RuntimeError: `torch.einsum("ij->ik", a)` einsum(): output subscript k does not
        appear in the equation for any input operand

Also worded:
    RuntimeError: einsum() operands do not broadcast with remapped shapes
      [original->remapped]: [2, 3]->[2, 1, 3] [4, 3]->[1, 3, 4]
    RuntimeError: einsum(): subscript i is repeated for operand 0 but the sizes don't
      match, 3 != 2
    RuntimeError: einsum(): fewer operands were provided than specified in the equation
    ValueError: Size of label 'j' for operand 1 (3) does not match previous terms (4).

Asked as:
    letters of einsum and shapes do not agree; einsum with a batch dimension fails;
    attention scores with einsum, wrong letters; einsum equation has too few letters;
    queries and keys of unequal length in einsum; diagonal of a matrix that is not
    square with einsum
"""

import torch

a, b = torch.ones(2, 3), torch.ones(4, 3)
try:
    torch.einsum("ij,jk->ik", a, b)
except RuntimeError as error:
    print(str(error).split(" which ")[0])
    #> einsum(): subscript j has size 4 for operand 1

# The second lies the other way round: turn its letters, not the tensor.
print(torch.einsum("ij,kj->ik", a, b).shape)  # <-
#> torch.Size([2, 4])

# Queries and keys of unequal length: a letter for each.
query, key = torch.ones(2, 4, 8), torch.ones(2, 5, 8)
print(torch.einsum("bqd,bkd->bqk", query, key).shape)
#> torch.Size([2, 4, 5])

# Dimensions in front, any number: an ellipsis.
batch = torch.ones(6, 2, 3)
print(torch.einsum("...ij,kj->...ik", batch, b).shape)
#> torch.Size([6, 2, 4])
