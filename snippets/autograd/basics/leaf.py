"""Leaf and retain_grad: where .grad is kept.

A leaf has no `grad_fn`. Results in between get no `.grad`: call `retain_grad()` on them
before `backward`. `.to(device)` to another device gives a result, not a leaf: move
first, then require.

Attributes: Shapes
    x: (2,) float32, a leaf
    h: (2,) float32, a result

Warns:
    UserWarning: `(x * 2).grad` The .grad attribute of a Tensor that is not a leaf
        Tensor is being accessed

Raises:
    RuntimeError: `h.requires_grad_(False)` you can only change requires_grad flags of
        leaf variables

Asked as:
    why is grad None after backward; gradient of an intermediate variable; gradient of a
    hidden activation or tensor in the middle is None; non-leaf tensor has no gradient;
    x.requires_grad is True but x.grad is None; tensor moved to cuda loses its gradient;
    .to(device) makes a non-leaf; save the gradient of a computed tensor; x.is_leaf is
    False; my tensor on the GPU has no gradient, the CPU one has; leaf or non-leaf
    tensor; only the first tensor keeps its gradient, not the ones computed from it;
    print the gradient of an inner result; grad of a computed tensor is None; keep the
    gradient of a non-leaf; w = torch.randn(3, requires_grad=True) * 0.1 has no grad;
    retain grad of an activation; layer output has no .grad, it is None; gradient is
    None after I call backward; check that gradients are not None; gradient of a middle
    layer; why does my tensor have no grad
"""

import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
h = x * 3
print(x.is_leaf, h.is_leaf)
#> True False

h.retain_grad()  # <-
(h**2).sum().backward()
print(h.grad)
#> tensor([ 6., 12.])
print(x.grad)
#> tensor([18., 36.])
