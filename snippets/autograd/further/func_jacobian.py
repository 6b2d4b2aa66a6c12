r"""func.jacrev and hessian: all partial derivatives.

`jacrev` goes backward, good for few outputs; `jacfwd` goes forward, good for few
inputs. The result has the shape of the output followed by the shape of the input. `vjp`
(and forward, `jvp`) multiply with a vector without building the matrix. The first
forward call, also inside `hessian`, warns of a function that PyTorch itself uses.

$$J_{ij} = \frac{\partial f_i}{\partial x_j}, \quad H_{ij} = \frac{\partial^2
g}{\partial x_i \partial x_j}$$

Attributes: Shapes
    x: (2,) float32
    J: (3, 2) float32
    H: (2, 2) float32

Warns:
    FutureWarning: `torch.func.hessian(g)(x)` `torch.jit.script` is deprecated. Please
        switch to `torch.compile` or `torch.export`.

Before: 2.14
    DeprecationWarning: `torch.func.hessian(g)(x)` `torch.jit.script` is deprecated.
        Please switch to `torch.compile` or `torch.export`.

Asked as:
    Jacobian matrix of a network; matrix of second derivatives;
    torch.autograd.functional.jacobian; torch.autograd.functional.hessian; jax.jacobian;
    jax.hessian; tape.jacobian; forward-mode differentiation; jacfwd or jacrev, which is
    faster; derivative of a vector-valued function; jvp and vjp; directional derivative;
    full derivative matrix; curvature of the loss; Hessian-vector product; derivative of
    every output by every input; torch.func.hessian; second derivatives of a scalar
    function by all inputs
"""

import torch
from torch.func import jacrev, vjp


def f(x):
    return torch.stack([x[0] * x[1], x[0] ** 2, x[1]])


def g(x):
    return x[0] ** 2 * x[1]


x = torch.tensor([2.0, 3.0])
J = jacrev(f)(x)  # <-
print(J)
#> tensor([[3., 2.],
#>         [4., 0.],
#>         [0., 1.]])

H = jacrev(jacrev(g))(x)  # the same as hessian(g)(x)
print(H)
#> tensor([[6., 4.],
#>         [4., 0.]])

v = torch.tensor([1.0, 0.0, 0.0])
output, pull = vjp(f, x)
print(pull(v)[0])  # v J: the first row
#> tensor([3., 2.])
