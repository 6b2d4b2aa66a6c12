"""In-place errors: values that backward still needs.

`sigmoid` and `exp` keep their output for the backward pass, `x * y` its inputs;
changing them in place is noticed by a version counter. Write `y = y + 1` instead of
`y += 1`. A leaf that requires a gradient refuses `+=` where operations are recorded.

Attributes: Shapes
    x: (2,) float32
    y: (2,) float32

Raises:
    RuntimeError: `y.sum().backward()` one of the variables needed for gradient
        computation has been modified by an inplace operation
    RuntimeError: `x.add_(1)` a leaf Variable that requires grad is being used in an
        in-place operation
    RuntimeError: `x[0].mul_(2)` a view of a leaf Variable that requires grad is being
        used in an in-place operation

Asked as:
    is at version 1, expected version 0 instead; version counter of a tensor; does +=
    inside forward destroy the gradient; a leaf Variable that requires grad has been
    used in an in-place operation; assign to a slice of a tensor that requires grad;
    x[0] = 5 fails for a parameter; change a parameter in place; overwriting a tensor
    breaks backward; which operations save their output; ReLU(inplace=True) and an error
    in backward; x += 1 in forward makes backward fail; tensor._version; not allowed to
    change a parameter directly; one of the variables needed for gradient computation
    has been modified; overwritten value is needed for backward; tensor needed for the
    gradient was changed after it was used; x[:, 0] = 0 before loss.backward(); masked
    fill in place gives an error in backward; needed for gradient computation has been
    modified by an inplace operation; in-place operation breaks the gradient
"""

import torch

x = torch.zeros(2, requires_grad=True)
y = torch.sigmoid(x)
y = y + 1  # <-
y.sum().backward()
print(x.grad)
#> tensor([0.2500, 0.2500])

y = torch.sigmoid(x)
print(y._version)
#> 0
y += 1
print(y._version)
#> 1

with torch.no_grad():
    x += 1  # an update by hand, as optimizers do
print(x)
#> tensor([1., 1.], requires_grad=True)
