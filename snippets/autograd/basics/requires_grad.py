"""requires_grad: ask for gradients.

Tensors do not require one; parameters of a module do. A float result of a tensor that
requires one does too, and has a `grad_fn`, but for a few such as `ones_like` and
`histc`. Integers and booleans cannot.

Attributes: Shapes
    x: (2,) float32
    y: (2,) float32

Raises:
    RuntimeError: `torch.tensor([1, 2], requires_grad=True)` Only Tensors of floating
        point and complex dtype can require gradients

Asked as:
    turn on gradient tracking for a tensor; what does requires_grad=True do; make the
    input differentiable; flag for tracking operations on a tensor; tape.watch; what is
    grad_fn=<MulBackward0> in the printed output; check whether a tensor needs a
    gradient; integer tensor cannot need a derivative; requires_grad is False, change it
    to True after creation; do model weights have gradients switched on by default;
    record operations in the computational graph; make a tensor that has gradients
    enabled; tell a tensor that it should be differentiated; require gradients for the
    input; Only Tensors of floating point dtype can require gradients; mark a tensor as
    trainable; why does my result have a grad_fn; optimise an input tensor instead of
    weights; track gradients of my own variable
"""

import torch
from torch import nn

x = torch.tensor([1.0, 2.0], requires_grad=True)  # <-
y = x * 3
print(y)
#> tensor([3., 6.], grad_fn=<MulBackward0>)
print(y.requires_grad, y.is_leaf, x.is_leaf)
#> True False True

print(nn.Linear(2, 1).weight.requires_grad)
#> True
print(torch.ones(2).requires_grad)
#> False

z = torch.ones(2).requires_grad_()  # switch on later, in place
print(z.requires_grad)
#> True
