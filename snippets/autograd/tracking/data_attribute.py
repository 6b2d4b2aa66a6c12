""".data: old, and unsafe.

It gives the values without history, as `detach()` does, but changes through it are not
counted: `backward` then computes a wrong gradient and says nothing. Write `detach()` to
read and `torch.no_grad()` to change.

Attributes: Shapes
    x: () float32
    y: () float32

Raises:
    RuntimeError: `(y.detach().zero_(), y.backward())` one of
        the variables needed for gradient computation has been modified
"""

import torch

x = torch.tensor(0.0, requires_grad=True)

y = torch.sigmoid(x)
y.data.zero_()  # not noticed
y.backward()
print(x.grad)  # wrong: the derivative of sigmoid at 0 is 0.25
#> tensor(0.)

x.grad = None
y = torch.sigmoid(x)
