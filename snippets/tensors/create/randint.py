r"""randint: whole numbers from low to high, without high.

With one number, `low` is 0. The type is int64.

Attributes: Shapes
    dice: (1000,) int64

Raises:
    RuntimeError: `torch.randint(3, 3, (2,))` random_ expects 'from' to be less than
        'to'
"""

import torch

torch.manual_seed(0)
dice = torch.randint(1, 7, (1000,))
print(dice.unique())
#> tensor([1, 2, 3, 4, 5, 6])
