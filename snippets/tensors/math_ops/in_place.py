r"""in-place operations: a trailing underscore.

They change the tensor and return it. They save memory and can break gradients: a leaf
that requires grad refuses them, and a value that backward needs must not change.
`x += 1` is in place, `x = x + 1` is not.

Attributes: Shapes
    x: (3,) float32
    w: (3,) float32

Raises:
    RuntimeError: `w.add_(1)` a leaf Variable that requires grad is being used in an
        in-place operation.

Asked as:
    what does the underscore in x.add_(1) mean; is x += 1 the same as x = x + 1; mul_;
    copy_; zero_; modify in place; assign_add; tensor changed although I only modified
    its alias; overwrite values; a -= b and a += b; sub_; should I use inplace
    operations to save memory; methods with an underscore at the end; change the values
    of a tensor without allocating a new one; difference between add and add_; functions
    with a trailing underscore, names ending in _; add_
"""

import torch

x = torch.tensor([1.0, 2.0, 3.0])
alias = x
x += 1
print(alias)  # changed too
#> tensor([2., 3., 4.])

x = x + 1
print(alias)
#> tensor([2., 3., 4.])
print(x.mul_(2))  # <-
#> tensor([ 6.,  8., 10.])

w = torch.ones(3, requires_grad=True)
with torch.no_grad():  # what an optimizer does
    w -= 0.1
print(w.requires_grad)
#> True
