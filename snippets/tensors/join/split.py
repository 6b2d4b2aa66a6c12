r"""split: pieces of a size, or of sizes.

One number is the size of each piece but the last; a list names every size and must add
up.

Attributes: Shapes
    x: (5, 2) int64

Raises:
    RuntimeError: `x.split([2, 2])` split_with_sizes expects split_sizes to sum exactly
        to 5
"""

import torch

x = torch.arange(10).reshape(5, 2)
a, b, c = x.split(2)  # (2, 2), (2, 2), (1, 2)
print(c)
#> tensor([[8, 9]])

train, test = x.split([4, 1])  # (4, 2), (1, 2)
print(test)
#> tensor([[8, 9]])
