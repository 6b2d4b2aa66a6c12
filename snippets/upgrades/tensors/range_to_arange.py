r"""torch.range: arange, one further.

`torch.range` includes an end that its steps meet, and warns; `torch.arange` stops
before it, as Python's `range`. With whole numbers the new end is `end + 1`, with a
negative step `end - 1`; `end + step` gives one number too many where no step meets the
end. From whole numbers `torch.range` makes float32, `torch.arange` int64.

Asked as:
    torch.range(0, 9); torch.range vs torch.arange; range includes the end; replace
    torch.range; inclusive range of a tensor; off by one after torch.range was replaced;
    warning that torch.range is deprecated; from 0 to n, including n itself
"""

import warnings

import torch

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old = torch.range(0, 3)
print(old, str(caught[0].message).split(" and")[0])
#> tensor([0., 1., 2., 3.]) torch.range is deprecated

new = torch.arange(0, 3 + 1, dtype=torch.float32)  # <-
print(torch.equal(old, new))
#> True
print(torch.arange(0, 3))
#> tensor([0, 1, 2])
