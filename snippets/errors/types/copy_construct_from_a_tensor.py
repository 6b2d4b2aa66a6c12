r"""To copy construct from a tensor, it is recommended to use: a warning.

`torch.tensor` was given a tensor. It copies it without its history, which
`detach().clone()` says in words. Usual causes: data that is a tensor already, converted
once more in `__getitem__`; `new_tensor` of a tensor; a tensor of another dtype wanted.
The result is right; but a gradient does not pass. A list of tensors of several elements
is another error; [`stack`](../tensors/join.md#stack) joins them.

Warns:
    UserWarning: `torch.tensor(x)`
        To copy construct from a tensor, it is recommended to use
        sourceTensor.detach().clone() or
        sourceTensor.detach().clone().requires_grad_(True), rather than
        torch.tensor(sourceTensor).
    UserWarning: `x.new_tensor(x)`
        To copy construct from a tensor, it is recommended to use
        sourceTensor.detach().clone() or
        sourceTensor.detach().clone().requires_grad_(True), rather than
        tensor.new_tensor(sourceTensor).

Also worded:
    UserWarning: To copy construct from a tensor, it is recommended to use
      sourceTensor.clone().detach() or
      sourceTensor.clone().detach().requires_grad_(True), rather than
      torch.tensor(sourceTensor).
    UserWarning: To copy construct from a tensor, it is recommended to use
      sourceTensor.clone().detach() or
      sourceTensor.clone().detach().requires_grad_(True), rather than
      tensor.new_tensor(sourceTensor).

Asked as:
    warning in __getitem__ when data is already a tensor; sourceTensor.clone().detach();
    change the dtype of a tensor with torch.tensor; new_tensor warns; tensor made from a
    parameter loses its gradient; as_tensor or tensor for input that may be a tensor
"""

import warnings

import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    y = torch.tensor(x)
print(str(caught[0].message).split(", ")[0], y.requires_grad)
#> To copy construct from a tensor False

# A copy without history.
print(x.detach().clone())  # <-
#> tensor([1., 2.])

# A copy through which gradients pass.
print(x.clone().requires_grad)
#> True

# Another dtype.
print(x.detach().to(torch.float64))
#> tensor([1., 2.], dtype=torch.float64)

# It may be a tensor, an array or a list.
print(torch.as_tensor(x) is x, torch.as_tensor([1.0, 2.0]).dtype)
#> True torch.float32
