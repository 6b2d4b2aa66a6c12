"""zero_grad: None, or zeros.

Gradients are set to None: memory is freed, and parameters without a gradient are left
out of the step. With `set_to_none=False` they are zeros, and momentum or weight decay
still moves the weights.

Attributes: Shapes
    w: (2,) float32
"""

import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, weight_decay=0.5)

w.sum().backward()
optimizer.zero_grad()
print(w.grad)
#> None
optimizer.step()
print(w)  # no gradient, no step
#> tensor([1., 2.], requires_grad=True)

w.sum().backward()
optimizer.zero_grad(set_to_none=False)
print(w.grad)
#> tensor([0., 0.])
optimizer.step()
print(w)  # the decay moved it
#> tensor([0.9500, 1.9000], requires_grad=True)
