r"""index is out of bounds for dimension with size: the last index is size minus one.

A dimension of size 3 has the indices 0, 1, 2, and -1 to -3 from the end. Usual causes:
a count that starts at 1; the index of another tensor, such as a position in the data
set used in a batch; the last batch, which is smaller; a result of `nonzero` or of a
mask that is empty, "with size 0". A slice raises nothing: it ends where the tensor
ends. `gather` raises the same words as a RuntimeError, see
[`gather`](../tensors/indexing.md#gather).

Raises:
    IndexError: `x[5]` index 5 is out of bounds for dimension 0 with size 3
    IndexError: `x[torch.tensor([0, 3])]` index 3 is out of bounds for dimension 0 with
        size 3
    RuntimeError: `rows.gather(1, torch.tensor([[4], [0]]))` index 4 is out of bounds
        for dimension 1 with size 2
    IndexError: `rows.select(0, 2)` select(): index 2 out of range for tensor of size
        [2, 2] at dimension 0

Also worded:
    IndexError: index 0 is out of bounds for dimension 0 with size 0
    RuntimeError: index 3 is out of bounds for dimension 1 with size 3
    RuntimeError: Invalid index in gather at
      ../aten/src/TH/generic/THTensorEvenMoreMath.cpp:657
    Assertion `-sizes[i] <= index && index < sizes[i] && "index out of bounds"` failed.

Asked as:
    index of the data set used in a batch; gather index is as large as the number of
    columns; loop runs one element too far; slice beyond the end does not raise;
    nonzero()[0] of nothing; permutation longer than the tensor
"""

import torch

x = torch.tensor([1.0, 2.0, 3.0])
rows = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
try:
    x[5]
except IndexError as error:
    print(error)
    #> index 5 is out of bounds for dimension 0 with size 3

# How far do the indices go?
index = torch.tensor([0, 3, 1])
print(len(x), index.min().item(), index.max().item())
#> 3 0 3

# A count from 1: subtract one.
print(x[torch.tensor([1, 3]) - 1])  # <-
#> tensor([1., 3.])

# An index that may be too large: leave it out, or take the last one.
print(x[index[index < len(x)]], x[index.clamp(max=len(x) - 1)])
#> tensor([1., 2.]) tensor([1., 3., 2.])

# Nothing was found: ask before taking the first.
found = (x > 9).nonzero()
print(found.shape, found[0] if len(found) else "none")
#> torch.Size([0, 1]) none
