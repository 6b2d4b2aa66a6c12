"""detach: the same value without its history.

The result shares memory with the original and is a constant for autograd: gradients
stop there. Use it for targets computed by a network, or to log a tensor.

Attributes: Shapes
    x: (2,) float32
    h: (2,) float32
    target: (2,) float32
"""

import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
h = x**2
target = h.detach()
print(target.requires_grad, target.data_ptr() == h.data_ptr())
#> False True

# Only the first factor is differentiated: 2x * target instead of 4x^3.
(h * target).sum().backward()
print(x.grad)
#> tensor([ 2., 16.])
