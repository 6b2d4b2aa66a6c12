r"""Jacobian mismatch for output 0 with respect to input 0: gradcheck says no.

The gradient of `backward` differs from finite differences; both are printed. Usual
causes: inputs in float32, whose differences are too coarse; a factor that is missing in
a hand-written `backward`; a function that is random, as dropout, or that has a kink at
the input, as ReLU at 0; a part that is detached. Where all of it is, by `detach` or
NumPy, the message is "Numerical gradient for function expected to be zero". See
[`gradcheck`](../autograd/further.md#gradcheck).

Raises:
    GradcheckError: `gradcheck(Square.apply, (x,))` Jacobian mismatch for output 0 with
        respect to input 0,
    ValueError: `gradcheck(torch.sin, (torch.ones(2),))` gradcheck expects at least one
        input tensor to require gradient, but none of them have requires_grad=True.

Before: 2.13
    ValueError: `gradcheck(torch.sin, (torch.ones(2),))` gradcheck expects at least
        one input tensor to require gradient, but none of the them have
        requires_grad=True.

Also worded:
    GradcheckError: Numerical gradient for function expected to be zero
    RuntimeError: Jacobian mismatch for output 0 with respect to input 0,
    UserWarning: Input #0 requires gradient and is not a double precision floating point
      or complex. This check will likely fail if all the inputs are not of double
      precision floating point or complex.
    GradcheckError: Backward is not reentrant, i.e., running backward with same input
      and grad_output multiple times gives different values, although analytical
      gradient matches numerical gradient.

Asked as:
    gradcheck fails in float32 and passes in double; numerical and analytical gradient
    differ; gradcheck fails with dropout; gradcheck of relu at zero; my hand-written
    backward has a wrong factor; GradcheckError for a custom function
"""

import torch
from torch.autograd import gradcheck


class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**2

    @staticmethod
    def backward(ctx, gradient):
        return gradient * ctx.saved_tensors[0]  # 2 * is missing


x = torch.tensor([0.5, 1.0], dtype=torch.float64, requires_grad=True)
try:
    gradcheck(Square.apply, (x,))
except RuntimeError as error:  # GradcheckError is one
    print(type(error).__name__, str(error).split(",")[0])
    #> GradcheckError Jacobian mismatch for output 0 with respect to input 0

# A wrong factor: divide what autograd finds for the formula by what is returned.
(right,) = torch.autograd.grad((x**2).sum(), x)
(wrong,) = torch.autograd.grad(Square.apply(x).sum(), x)
print(right / wrong)
#> tensor([2., 2.], dtype=torch.float64)

# float32: check in float64.
coarse = torch.tensor([0.5, 1.0])
exact = coarse.double().requires_grad_()  # <- (2,) float64
print(gradcheck(torch.sin, (exact,)))
#> True

# A kink: check on both sides of it.
away = torch.tensor([-1.0, 1.0], dtype=torch.float64, requires_grad=True)
print(gradcheck(torch.relu, (away,)))
#> True
