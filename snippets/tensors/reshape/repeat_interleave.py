r"""repeat_interleave: each element several times.

`repeat` gives 1 2 1 2, `repeat_interleave` 1 1 2 2. A tensor of counts repeats each
element its own number of times. Without `dim` the result is flat.

Attributes: Shapes
    x: (2,) int64
"""

import torch

x = torch.tensor([1, 2])
print(x.repeat(2), x.repeat_interleave(2))
#> tensor([1, 2, 1, 2]) tensor([1, 1, 2, 2])
print(x.repeat_interleave(torch.tensor([3, 1])))
#> tensor([1, 1, 1, 2])
