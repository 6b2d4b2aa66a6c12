r"""logical_and, logical_or, logical_xor, logical_not: and, or, not of tensors.

They take any type and read every number but 0 as True. For bool tensors write `&`, `|`,
`^` and `~`. Python's `and`, `or` and `not` refuse a tensor of several elements. `~` on
integers flips bits: `~1` is -2, not False.

Attributes: Shapes
    a: (3,) bool
    b: (3,) bool
    n: (3,) int64

Raises:
    RuntimeError: `a and b` Boolean value of Tensor with more than one value is
        ambiguous

Asked as:
    torch.logical_and; torch.logical_not; combine two masks; mask1 and mask2; or of two
    boolean tensors; not of a mask, invert a mask; np.logical_or; np.logical_xor;
    tf.logical_not; and between conditions; use and, or on tensors; logical_or_ in
    place; exclusive or of masks; negate a boolean tensor; elements that meet two
    conditions; both conditions true at a position; turn True into False in a mask
"""

import torch

a = torch.tensor([True, True, False])
b = torch.tensor([True, False, False])
print(a & b, a | b, a ^ b, ~a, sep="\n")  # <-
#> tensor([ True, False, False])
#> tensor([ True,  True, False])
#> tensor([False,  True, False])
#> tensor([False, False,  True])

n = torch.tensor([0, 1, 2])
print(n.logical_not(), ~n)
#> tensor([ True, False, False]) tensor([-1, -2, -3])
print(torch.logical_and(n, a), torch.logical_or(n, b))
#> tensor([False,  True, False]) tensor([True, True, True])
print(torch.logical_xor(n, b))
#> tensor([True, True, True])
