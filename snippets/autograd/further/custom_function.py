r"""autograd.Function: an operation with its own gradient.

Write `forward`, keep what backward needs in `setup_context`, and return one gradient an
input from `backward`. Call it by `apply`. Here: rounding, whose true gradient is 0,
with the gradient of the identity within the limit (straight-through), as in
quantisation.

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


class Round(torch.autograd.Function):  # <-
    generate_vmap_rule = True  # for torch.func.vmap

    @staticmethod
    def forward(x, limit):
        return x.round().clamp(-limit, limit)

    @staticmethod
    def setup_context(ctx, inputs, output):
        x, ctx.limit = inputs
        ctx.save_for_backward(x)  # tensors; a number goes on ctx

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * (x.abs() <= ctx.limit), None  # one an input of forward


x = torch.tensor([0.1, 1.6, 3.7], requires_grad=True)
y = Round.apply(x, 2)
print(y)
#> tensor([0., 2., 2.], grad_fn=<RoundBackward>)

(y * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
print(x.grad)
#> tensor([1., 2., 0.])
