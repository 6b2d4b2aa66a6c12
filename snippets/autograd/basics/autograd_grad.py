"""autograd.grad: gradients as values.

Returns a tuple, one gradient an input, and leaves every `.grad` alone. An input that
the output does not depend on is an error unless `allow_unused=True`, which gives None.

Attributes: Shapes
    x: () float32
    dx: () float32
    dy: () float32

Raises:
    RuntimeError: `torch.autograd.grad(x * 2, y)` appears to not have been
        used in the graph. Set allow_unused=True if this is the desired behavior.
"""

import torch

x = torch.tensor(2.0, requires_grad=True)
y = torch.tensor(3.0, requires_grad=True)

dx, dy = torch.autograd.grad(x * y + x, [x, y])  # (), ()
print(dx, dy)
#> tensor(4.) tensor(2.)
print(x.grad)
#> None

print(torch.autograd.grad(x * 2, y, allow_unused=True))
#> (None,)
