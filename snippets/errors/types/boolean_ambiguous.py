r"""Boolean value of Tensor with more than one value is ambiguous: `if`, `and`.

Python asked a tensor of several elements for one True or False: in `if`, `while`,
`and`, `or`, `not`, `in` of a list, a chain such as `0 < x < 3`, or `max` of two
tensors. Usual causes: a comparison of whole tensors in an `if`; `and` where `&` is
meant; a loss that is made and called in one step, `nn.MSELoss(output, target)`, so that
the tensors are taken for its options.

Raises:
    RuntimeError: `bool(x > 0)`
        Boolean value of Tensor with more than one value is ambiguous
    RuntimeError: `nn.MSELoss(x, x)`
        Boolean value of Tensor with more than one value is ambiguous
    RuntimeError: `bool(torch.tensor([]))`
        Boolean value of Tensor with no values is ambiguous

Also worded:
    RuntimeError: bool value of Tensor with more than one value is ambiguous

Asked as:
    nn.CrossEntropyLoss(output, target) fails; loss class called with prediction and
    label directly; python max of two tensors; while loop over a tensor condition;
    chained comparison of a tensor; remove a tensor from a list
"""

import torch
from torch import nn

x = torch.tensor([1.0, -2.0, 5.0])
try:
    if x > 0:
        print("positive")
except RuntimeError as error:
    print(error)
    #> Boolean value of Tensor with more than one value is ambiguous

# One answer for all elements: say which.
print((x > 0).all().item(), (x > 0).any().item(), torch.equal(x, x))
#> False True True

# An answer for each element: & and | with brackets, not `and`.
print((x > 0) & (x < 3))  # <-
#> tensor([ True, False, False])
print(torch.where(x > 0, x, 0.0))
#> tensor([1., 0., 5.])

# A loss: make it, then call it.
print(nn.MSELoss()(x, x))
#> tensor(0.)

# A tensor that may be missing: ask for None, not for its truth.
mask = None
print(x if mask is None else mask)
#> tensor([ 1., -2.,  5.])

# Is this tensor in the list? By identity.
print(any(item is x for item in [torch.ones(2), x]))
#> True
