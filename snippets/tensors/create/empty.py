r"""empty: memory without values.

For a tensor that is written completely before it is read: until then what stands in it
is undefined. `torch.Tensor(2, 3)` is uninitialised too: write `torch.empty(2, 3)`.

Attributes: Shapes
    x: (2, 3) float32

Asked as:
    uninitialized tensor, uninitialized memory; allocate memory without initializing it;
    reserve space without filling it; garbage numbers in a new tensor; new tensor
    contains strange huge numbers I never put inside; faster than torch.zeros;
    preallocate an output buffer to write results in later; x.fill_(value) in place;
    difference between empty and zeros; set all entries to one number in place; reserve
    memory for results before a loop; quick tensor whose contents do not matter; why has
    a tensor I just made weird values in it; create an empty tensor
"""

import torch

x = torch.empty(2, 3)  # <-
print(x.shape)
#> torch.Size([2, 3])

print(x.fill_(1.5))
#> tensor([[1.5000, 1.5000, 1.5000],
#>         [1.5000, 1.5000, 1.5000]])
