r"""Only Tensors of floating point dtype can require gradients: integers.

A gradient tells what a small change does, and integers and bools have no small changes.
Usual causes: `torch.tensor([1, 2], requires_grad=True)`, without a decimal point;
`nn.Parameter` of integers, of indices or a mask; layers made with an integer dtype. A
tensor that is saved with a module but not trained is a buffer. Where NumPy integers
come in, `.float()` goes before `requires_grad_()`.

Raises:
    RuntimeError: `torch.tensor([1, 2], requires_grad=True)`
        Only Tensors of floating point and complex dtype can require gradients
    RuntimeError: `torch.tensor([1, 2]).requires_grad_()`
        only Tensors of floating point dtype can require gradients

Also worded:
    RuntimeError: Only Tensors of floating point dtype can require gradients
    RuntimeError: only Tensors of floating point and complex dtype can require gradients
    TypeError: nn.Module.to only accepts floating point or complex dtypes, but got
      desired dtype=torch.int64

Asked as:
    nn.Parameter of a LongTensor; parameter of indices or a mask; torch.tensor(3,
    requires_grad=True) without a decimal point; bool mask as a parameter; uint8 weights
    as nn.Parameter; quantized weights loaded as parameters
"""

import torch
from torch import nn

try:
    x = torch.tensor([1, 2], requires_grad=True)
except RuntimeError as error:
    print(error)
    #> Only Tensors of floating point and complex dtype can require gradients

# Numbers without a decimal point: write one, or name the dtype.
x = torch.tensor([1.0, 2.0], requires_grad=True)  # <- (2,) float32
x.square().sum().backward()
print(x.grad)
#> tensor([2., 4.])
print(torch.arange(3, dtype=torch.float32, requires_grad=True))
#> tensor([0., 1., 2.], requires_grad=True)

# Integers from elsewhere: convert, then ask for the gradient.
print(torch.tensor([1, 2]).float().requires_grad_().dtype)
#> torch.float32

# Indices or a mask in a module: a buffer, saved and moved with it, not trained.
model = nn.Module()
model.order = nn.Buffer(torch.tensor([2, 0, 1]))
print(list(model.state_dict()), list(model.parameters()))
#> ['order'] []

# An integer parameter that is not trained.
print(nn.Parameter(torch.tensor([1, 2]), requires_grad=False).dtype)
#> torch.int64
