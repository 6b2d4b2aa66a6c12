"""Leaf and retain_grad: where .grad is kept.

A leaf was not computed from a tensor that requires a gradient. Results in between get
no `.grad`: call `retain_grad()` on them before `backward`. `.to(device)` of a tensor
that requires a gradient gives a result, not a leaf: move first, then require.

Attributes: Shapes
    x: (2,) float32, a leaf
    h: (2,) float32, a result

Warns:
    UserWarning: `(x * 2).grad` The .grad attribute of a Tensor that is not a leaf
        Tensor is being accessed

Raises:
    RuntimeError: `h.requires_grad_(False)` you can only change requires_grad flags of
        leaf variables
"""

import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
h = x * 3
print(x.is_leaf, h.is_leaf)
#> True False

h.retain_grad()
(h**2).sum().backward()
print(h.grad)
#> tensor([ 6., 12.])
print(x.grad)
#> tensor([18., 36.])
