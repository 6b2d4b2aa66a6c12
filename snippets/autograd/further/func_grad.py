r"""func.grad: from a function to its gradient function.

By the first argument unless `argnums` says otherwise. No `requires_grad`, no `.grad`.
`grad_and_value` gives both; `functional_call` runs a module with parameters given as a
dictionary.

$$f(w) = \sum_i (w_i x_i)^2 \quad \Rightarrow \quad \frac{\partial f}{\partial w_i} =
2 w_i x_i^2$$

Attributes: Shapes
    w: (2,) float32
    x: (2,) float32

Asked as:
    jax.grad; jax.value_and_grad; gradient of a plain Python function; call a model with
    other weights; stateless module with parameters in a dict; differentiate with
    respect to the second argument; functional API for gradients; loss and gradient in
    one call; pass parameters as an argument to the network; get a new function that
    computes the gradient of f; function that returns a derivative function; functional
    style where grad takes a function; grad as a transform of a function; gradient
    function as in the autograd library for NumPy; gradient without backward and
    requires_grad
"""

import torch
from torch import nn
from torch.func import functional_call, grad, grad_and_value


def f(w, x):
    return ((w * x) ** 2).sum()


w, x = torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0])
print(grad(f)(w, x))  # <-
#> tensor([18., 64.])
print(grad(f, argnums=1)(w, x))
#> tensor([ 6., 32.])
print(grad_and_value(f)(w, x))
#> (tensor([18., 64.]), tensor(73.))
print(grad(grad(lambda t: t**4))(torch.tensor(2.0)))
#> tensor(48.)

model = nn.Linear(2, 1, bias=False)
params = dict(model.named_parameters())
gradients = grad(lambda p: functional_call(model, p, (x,)).sum())(params)
print(gradients)
#> {'weight': tensor([[3., 4.]])}
