r"""only one element tensors can be converted to Python scalars: more, or none.

`float(x)`, `int(x)`, `x.item()` and functions of `math` need one number. Usual causes:
`torch.tensor([a, b])` of tensors with several elements, where `stack` is meant; a loss
with `reduction="none"`, or the predictions instead of one of them, in a log or a `%d`.
An empty tensor has no number either. An index of a list or the number of a `range` says
["only integer tensors"](indexing.md#only_integer_tensors). See
[`item`](../tensors/inspect_tensor.md#item).

Raises:
    ValueError: `torch.tensor(losses)`
        only one element tensors can be converted to Python scalars
    RuntimeError: `losses[0].item()` a Tensor with 2 elements cannot be converted to
        Scalar

Also worded:
    RuntimeError: a Tensor with 0 elements cannot be converted to Scalar
    RuntimeError: a Tensor with 32 elements cannot be converted to Scalar

Asked as:
    loss.item() fails with reduction none; float() of a tensor with several values;
    predictions as an index of a list of names; math.sqrt of a tensor with many
    elements; int(x) of a vector; format a tensor as a number with %d
"""

import torch

losses = [torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0])]
try:
    torch.tensor(losses)
except ValueError as error:
    print(error)
    #> only one element tensors can be converted to Python scalars

# A list of tensors: stack them, vectors as well as numbers.
print(torch.stack(losses))  # <-
#> tensor([[1., 2.],
#>         [3., 4.]])
print(torch.stack([torch.tensor(1.0), torch.tensor(2.0)]))
#> tensor([1., 2.])

# A number for the log: reduce first.
print(losses[0].mean().item())
#> 1.5

# All of them as Python numbers.
print(losses[0].tolist())
#> [1.0, 2.0]

# Names of several predictions: one index at a time.
names = ["cat", "dog"]
print([names[i] for i in torch.tensor([1, 0])])
#> ['dog', 'cat']

# Roots of all: the function of torch, not of `math`.
print(torch.sqrt(losses[1]))
#> tensor([1.7321, 2.0000])
