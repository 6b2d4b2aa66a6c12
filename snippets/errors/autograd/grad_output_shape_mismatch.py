r"""Mismatch in shape of grad_output[0] and output[0]: backward got a wrong weight.

The argument of `backward`, or `grad_outputs` of `torch.autograd.grad`, needs the shape
of the output that it weights. Usual causes: `torch.ones(1)` for a loss of shape (), or
for a vector; one weight a sample, (N,), for an output (N, 1). A number needs none. See
[`vector_backward`](../autograd/basics.md#vector_backward).

Raises:
    RuntimeError: `(x * 2).backward(torch.ones(1))` Mismatch in shape: grad_output[0]
        has a shape of torch.Size([1]) and output[0] has a shape of torch.Size([3]).
    RuntimeError: `torch.autograd.grad((x * 2).sum(), x, torch.ones(1))` Mismatch in
        shape: grad_output[0] has a shape of torch.Size([1]) and output[0] has a shape
        of torch.Size([]).

Also worded:
    RuntimeError: Mismatch in shape: grad_output[0] has a shape of torch.Size([]) and
      output[0] has a shape of torch.Size([1]).
    RuntimeError: Mismatch in shape: grad_output[0] has a shape of torch.Size([64]) and
      output[0] has a shape of torch.Size([64, 1]).

Asked as:
    loss.backward(torch.ones(1)) fails; shape of the gradient argument of backward;
    gradient penalty, grad_outputs has another shape; errD_real.backward(one) in WGAN
    code; weight for each sample in backward; output has shape torch.Size([]) and the
    gradient torch.Size([1])
"""

import torch

x = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)
try:
    (x * 2).sum().backward(torch.ones(1))
except RuntimeError as error:
    print(str(error).split(" and ")[0])
    #> Mismatch in shape: grad_output[0] has a shape of torch.Size([1])

# A number: no argument.
(x * 2).sum().backward()  # <-
print(x.grad)
#> tensor([2., 2., 2.])

# A vector or matrix: take the shape from the output.
out = x[:, None] * 2  # (3, 1)
(gradient,) = torch.autograd.grad(out, x, grad_outputs=torch.ones_like(out))
print(gradient)
#> tensor([2., 2., 2.])

# One weight a sample: give it the output's shape.
weight = torch.tensor([1.0, 0.0, 0.5])
(gradient,) = torch.autograd.grad(x[:, None] * 2, x, weight[:, None])
print(gradient)
#> tensor([2., 0., 1.])
