r"""item: one element as a Python number.

For logging a loss: `running += loss.item()` keeps a number, `running += loss` the
graph, with what it saved unless `backward()` ran. On a GPU it waits for the result. A
tensor with more than one element has no truth value either.

Attributes: Shapes
    loss: () float32

Raises:
    RuntimeError: `torch.ones(2).item()` a Tensor with 2 elements cannot be converted to
        Scalar
    RuntimeError: `bool(torch.ones(2) > 0)` Boolean value of Tensor with more than one
        value is ambiguous

Asked as:
    tensor to float; tensor to int; get the python value out of tensor(3.); extract a
    scalar to a python number; invalid index of a 0-dim tensor; np.asscalar; loss prints
    as tensor(0.3, grad_fn=...), I only want the number; format a loss in an f-string;
    plain number for logging; convert a one-element tensor to a python float or int; 0-d
    tensor to plain value; print only the value of the loss, get rid of tensor();
    extract the value from a single-element tensor; tensor to number; convert a tensor
    of one element to a Python scalar; tensor to a float number; get the scalar value
"""

import torch

loss = torch.tensor(0.25, requires_grad=True)
print(loss.item())  # <-
#> 0.25
print(torch.tensor([[3]]).item())  # any shape with one element
#> 3
