r"""create_graph: derivatives of derivatives.

The gradient itself becomes part of a graph. For gradient penalties, physics losses and
meta-learning. With `backward(create_graph=True)` a reference cycle keeps memory: prefer
`autograd.grad`.

$$f(x) = x^4: \quad f' = 4 x^3, \quad f'' = 12 x^2$$

Attributes: Shapes
    x: () float32
    first: () float32
    second: () float32

Asked as:
    second derivative; differentiate two times with respect to x; grad of grad; double
    backward; WGAN-GP gradient penalty; loss that contains a gradient; PINN,
    physics-informed network; d2y/dx2; nested GradientTape; MAML inner loop; does
    create_graph=True leak memory; compute the second derivative of a function;
    differentiate through the gradient; second-order gradients; u_xx of a differential
    equation; put the norm of the gradient into the loss; backward through backward;
    gradient penalty
"""

import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**4

(first,) = torch.autograd.grad(y, x, create_graph=True)  # <-
print(first.item(), first.requires_grad)
#> 32.0 True

(second,) = torch.autograd.grad(first, x)
print(second.item())
#> 48.0
