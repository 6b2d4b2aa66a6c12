"""autograd.functional: Jacobians and products of a function of tensors.

The older interface: a function and its inputs, without `requires_grad`. The results
have no graph unless `create_graph=True`.

Asked as:
    autograd.functional.jacobian; autograd.functional.hessian; autograd.functional.hvp;
    autograd.functional.vhp; autograd.functional.jvp; autograd.functional.vjp; jacobian
    of a plain function; hessian of a scalar function; product of the Hessian with a
    vector; older interface for Jacobians; torch.autograd.functional or torch.func;
    numerical optimisation with a Hessian
"""

import torch
from torch.autograd import functional

x = torch.tensor([1.0, 2.0])
v = torch.tensor([1.0, 10.0])


def squares(x):
    return torch.stack([x[0] ** 2, x[0] * x[1], x[1] ** 2])


def cubes(x):
    return (x**3).sum()


print(functional.jacobian(squares, x))  # <-
#> tensor([[2., 0.],
#>         [2., 1.],
#>         [0., 4.]])
print(functional.vjp(squares, x, v=torch.tensor([1.0, 0.0, 0.0]))[1])
#> tensor([2., 0.])
print(functional.jvp(squares, x, v=v)[1])
#> tensor([ 2., 12., 40.])

print(functional.hessian(cubes, x))
#> tensor([[ 6.,  0.],
#>         [ 0., 12.]])
print(functional.hvp(cubes, x, v=v)[1], functional.vhp(cubes, x, v=v)[1])
#> tensor([  6., 120.]) tensor([  6., 120.])
