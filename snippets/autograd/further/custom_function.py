r"""autograd.Function: an operation with its own gradient.

Write `forward`, keep what backward needs in `setup_context`, and return one gradient an
input from `backward`. Call it by `apply`. Here: rounding, whose true gradient is 0
everywhere, with the gradient of the identity (straight-through), as quantisation
uses it.

Attributes: Shapes
    x: (3,) float32
    y: (3,) float32

Asked as:
    write my own backward; custom forward and backward pass; straight-through estimator;
    gradient through a non-differentiable operation; round or sign has zero gradient;
    save_for_backward; ctx.saved_tensors; tf.custom_gradient; jax.custom_vjp; gradient
    reversal layer; define my own gradient; Legacy autograd function with non-static
    forward method is deprecated; custom autograd op; custom autograd function; fake
    gradient for an operation; tell torch which derivative to use for my function; make
    a NumPy or C++ function differentiable; own backward pass for a step function;
    backprop through a step function
"""

import torch


class Round(torch.autograd.Function):
    @staticmethod
    def forward(x, step):
        return (x / step).round() * step

    @staticmethod
    def setup_context(ctx, inputs, output):
        pass  # ctx.save_for_backward(...) for tensors that backward needs

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output, None  # one an input of forward


x = torch.tensor([0.1, 0.6, 1.2], requires_grad=True)
y = Round.apply(x, 0.5)
print(y)
#> tensor([0.0000, 0.5000, 1.0000], grad_fn=<RoundBackward>)

(y * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
print(x.grad)
#> tensor([1., 2., 3.])
