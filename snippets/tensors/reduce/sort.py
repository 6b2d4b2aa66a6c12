r"""sort: in order, with the old places.

A pair of sorted values and the indices they came from, along the last dimension unless
you say. `stable=True` keeps equals in their order.

Attributes: Shapes
    x: (4,) int64
    values: (4,) int64
    indices: (4,) int64

Asked as:
    ascending or descending; order a vector from small to large; sort each row; sort
    columns; original index after sorting; stable sort; sorted() for tensors; highest
    first; msort; arrange numbers from low to high, ascending; sort from big to small;
    sort and get the indices too; descending order; sort a tensor along a dimension;
    order numbers
"""

import torch

x = torch.tensor([30, 10, 40, 20])
values, indices = x.sort(descending=True)  # <-
print(values, indices)
#> tensor([40, 30, 20, 10]) tensor([2, 0, 3, 1])
print(torch.equal(x[indices], values))
#> True
