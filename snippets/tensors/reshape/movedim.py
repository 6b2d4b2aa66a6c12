r"""movedim: one dimension to another place.

The others keep their order: clearer than `permute` when only one moves.

Attributes: Shapes
    x: (N, C, H, W) int64
    last: (N, H, W, C) int64

Asked as:
    np.moveaxis; torch.moveaxis; np.rollaxis; channel axis to the end; bring an axis to
    the front; shift an axis; move channels last without listing all axes; put one axis
    last and leave the rest; move a dimension to the end or the start; move the class
    axis behind the batch axis; move a dimension to another position
"""

import torch

x = torch.arange(120).reshape(2, 3, 4, 5)
last = x.movedim(1, -1)  # <-
print(last.shape)
#> torch.Size([2, 4, 5, 3])
print(torch.equal(last, x.permute(0, 2, 3, 1)))
#> True
