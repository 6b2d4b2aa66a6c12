r"""Subtraction, the `-` operator, with two bool tensors: masks, losses.

Minus is not defined for bools, since it is not clear what True - True is for a mask.
Usual causes: `1 - mask` to invert it; a target of bools in a loss, such as
`BCEWithLogitsLoss`; the difference of two masks; `-mask`. Addition and multiplication
of bools work: they are "or" and "and".

Raises:
    NotImplementedError: `mask - other`
        Subtraction, the `-` operator, with two bool tensors is not supported. Use the
        `^` or `logical_xor()` operator instead.
    NotImplementedError: `1 - mask`
        Subtraction, the `-` operator, with a bool tensor is not supported. If you are
        trying to invert a mask, use the `~` or `logical_not()` operator instead.
    NotImplementedError: `-mask`
        Negation, the `-` operator, on a bool tensor is not supported.

Before: 2.14
    RuntimeError: `mask - other` Subtraction, the `-` operator, with two bool
        tensors is not supported. Use the `^` or `logical_xor()` operator instead.
    RuntimeError: `1 - mask` Subtraction, the `-` operator, with a bool tensor is
        not supported. If you are trying to invert a mask, use the `~` or
        `logical_not()` operator instead.
    RuntimeError: `-mask` Negation, the `-` operator, on a bool tensor is not
        supported.

Also worded:
    RuntimeError: Subtraction, the `-` operator, with a bool tensor is not supported. If
      you are trying to invert a mask, use the `~` or `bitwise_not()` operator instead.
    RuntimeError: Negation, the `-` operator, on a bool tensor is not supported. If you
      are trying to invert a mask, use the `~` or `logical_not()` operator instead.
    RuntimeError: Subtraction, the `-` operator, with two bool tensors is not supported.
      Use the `^` or `bitwise_xor()` operator instead.

Asked as:
    invert a boolean tensor; bool target in BCEWithLogitsLoss; difference of two masks;
    subtract comparison results; old code with 1 - (x == 0) fails; minus sign before a
    mask
"""

import torch
import torch.nn.functional as F

mask = torch.tensor([True, True, False])
other = torch.tensor([True, False, True])
try:
    print(1 - mask)
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> Subtraction, the `-` operator, with a bool tensor is not supported

# Invert a mask.
print(~mask)  # <-
#> tensor([False, False,  True])

# In one but not in the other; where they differ.
print(mask & ~other, mask ^ other)
#> tensor([False,  True, False]) tensor([False,  True,  True])

# As numbers.
print(1 - mask.int(), mask.float() - other.float())
#> tensor([0, 0, 1], dtype=torch.int32) tensor([ 0.,  1., -1.])

# A target of bools in a loss: to float.
print(F.binary_cross_entropy_with_logits(torch.zeros(3), mask.float()))
#> tensor(0.6931)
