r"""item: one element as a Python number.

For logging a loss: `running += loss.item()` keeps a number, while `running += loss`
keeps every graph. On a GPU it waits for the result. A tensor with more than one element
has no truth value either.

Attributes: Shapes
    loss: () float32

Raises:
    RuntimeError: `torch.ones(2).item()` a Tensor with 2 elements cannot be converted to
        Scalar
    RuntimeError: `bool(torch.ones(2) > 0)` Boolean value of Tensor with more than one
        value is ambiguous
"""

import torch

loss = torch.tensor(0.25, requires_grad=True)
print(loss.item())
#> 0.25
print(torch.tensor([[3]]).item())  # any shape with one element
#> 3
