r"""backward(gradient): start from a vector.

A result of several numbers has a Jacobian $J$, not one gradient. `backward(gradient=v)`
computes $v^\top J$; a v of ones is the gradient of the sum.

$$x.\text{grad} = v^\top J, \quad J_{ij} = \frac{\partial y_i}{\partial x_j}$$

Attributes: Shapes
    x: (3,) float32
    y: (3,) float32
    v: (3,) float32, same shape as y

Raises:
    RuntimeError: `(x * 2).backward(gradient=torch.ones(2))` Mismatch in shape
"""

import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x**2

v = torch.tensor([1.0, 0.0, 10.0])
y.backward(gradient=v)
print(x.grad)  # v * 2x
#> tensor([ 2.,  0., 60.])
