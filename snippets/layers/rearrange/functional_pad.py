"""F.pad: all of these in one function.

Sizes from the last dimension on, in pairs: (left, right, top, bottom, front, back).
Modes constant, reflect, replicate and circular; constant works for any number of
dimensions.

Attributes: Shapes
    x: (2, 3) float32
    y: (3, 6) float32
"""

import torch
import torch.nn.functional as F

x = torch.arange(6.0).reshape(2, 3)
y = F.pad(x, (1, 2, 0, 1), value=9.0)
print(y)
#> tensor([[9., 0., 1., 2., 9., 9.],
#>         [9., 3., 4., 5., 9., 9.],
#>         [9., 9., 9., 9., 9., 9.]])

sequences = [torch.tensor([1, 2]), torch.tensor([3])]
print(torch.stack([F.pad(s, (0, 3 - len(s))) for s in sequences]))
#> tensor([[1, 2, 0],
#>         [3, 0, 0]])
