"""F.pad: all of these in one function.

Sizes from the last dimension on, in pairs: (left, right, top, bottom, front, back).
The mode constant pads any dimensions; reflect, replicate and circular pad the last one
to three, behind (C,) or (N, C).

Attributes: Shapes
    x: (1, 2, 3) float32
    y: (1, 3, 6) float32

Asked as:
    np.pad equivalent; tf.pad; jnp.pad; pad a tensor on one side; how does the pad
    argument of F.pad work, order left right top bottom; add zeros at the end of a
    sequence; pad to a given length; pad tensors to the same size before stacking; pad
    the last dimension; nn.functional.pad mode reflect; MATLAB padarray; append a column
    of a constant; padding tuple from the last axis backwards; append zeros until
    sequences have equal length; pad the last dimension on the right; pad a 2d tensor
    with zeros at the end; numpy.pad mode constant
"""

import torch
import torch.nn.functional as F

x = torch.arange(6.0).reshape(1, 2, 3)
for mode in ("constant", "reflect", "replicate", "circular"):
    print(f"{mode:9}", F.pad(x, (2, 1), mode=mode)[0, 0].tolist())
    #> constant  [0.0, 0.0, 0.0, 1.0, 2.0, 0.0]
    #> reflect   [2.0, 1.0, 0.0, 1.0, 2.0, 1.0]
    #> replicate [0.0, 0.0, 0.0, 1.0, 2.0, 2.0]
    #> circular  [1.0, 2.0, 0.0, 1.0, 2.0, 0.0]

y = F.pad(x, (1, 2, 0, 1), value=9.0)  # <-
print(y)
#> tensor([[[9., 0., 1., 2., 9., 9.],
#>          [9., 3., 4., 5., 9., 9.],
#>          [9., 9., 9., 9., 9., 9.]]])

sequences = [torch.tensor([1, 2]), torch.tensor([3])]
print(torch.stack([F.pad(s, (0, 3 - len(s))) for s in sequences]))
#> tensor([[1, 2, 0],
#>         [3, 0, 0]])
