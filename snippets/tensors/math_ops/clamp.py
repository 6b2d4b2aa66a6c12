r"""clamp: cut off below and above.

Give `min`, `max` or both; each may be a tensor. The gradient is 0 where something was
cut off. `clip` is another name.

Attributes: Shapes
    x: (4,) float32

Raises:
    RuntimeError: `x.clamp()` At least one of 'min' or 'max' must not be None
"""

import torch

x = torch.tensor([-2.0, 0.3, 0.8, 5.0], requires_grad=True)
y = x.clamp(min=0, max=1)  # (4,)
print(y.detach())
#> tensor([0.0000, 0.3000, 0.8000, 1.0000])

y.sum().backward()
print(x.grad)
#> tensor([0., 1., 1., 0.])
