"""gradcheck: test a gradient against finite differences.

For the inputs of your function that require a gradient. In float64, away from kinks
such as that of ReLU. It raises with both Jacobians when they differ; `gradgradcheck`
tests the second derivative.

Attributes: Shapes
    x: (3,) float64

Asked as:
    verify that my backward is right; gradient checking for a custom layer; unit test
    for a derivative; analytical versus numerical gradient; Jacobian mismatch for output
    0 with respect to input 0; scipy.optimize.check_grad; tf.test.compute_gradient;
    jax.test_util.check_grads; second derivative test with gradgradcheck; why does
    gradcheck need double precision; test a custom autograd function; check a custom
    backward with finite differences; is my hand-written derivative correct; test
    whether a backward implementation is correct; torch.autograd.gradcheck fails;
    compare backward with numerical differences; test my autograd.Function; check
    gradients
"""

import torch
from torch.autograd import gradcheck, gradgradcheck


class Cube(torch.autograd.Function):
    @staticmethod
    def forward(x):
        return x**3

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 3 * x**2


x = torch.tensor([0.5, -1.0, 2.0], dtype=torch.float64, requires_grad=True)
print(gradcheck(Cube.apply, (x,)))  # <-
#> True
print(gradgradcheck(Cube.apply, (x,)))
#> True

wrong = gradcheck(lambda x: x.detach() * x, (x,), raise_exception=False)
print(wrong)  # half of the derivative is missing
#> False
