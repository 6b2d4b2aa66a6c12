"""ConstantPad1d, 2d, 3d: a border of any value.

As ZeroPad, with the value after the sizes.

Attributes: Shapes
    x: (1, 1, 3) float32

Asked as:
    pad with a fixed value, a number other than zero; white frame around a picture;
    np.pad constant_values; tf.pad constant_values; pad with ones rather than zeros; pad
    with minus infinity; fill value of the padding; surround the input with a number I
    choose; pad the border with value 255; border of minus one; surround a feature map
    by -inf; padding with another value than zero; grey or coloured frame, padding value
    0.5; pad with a custom value
"""

import torch
from torch import nn

x = torch.tensor([[[1.0, 2.0, 3.0]]])
print(nn.ConstantPad1d((1, 2), value=9.0)(x))  # <-
#> tensor([[[9., 1., 2., 3., 9., 9.]]])
print(nn.ConstantPad2d(1, value=0.5)(torch.ones(1, 1, 1, 1)))
#> tensor([[[[0.5000, 0.5000, 0.5000],
#>           [0.5000, 1.0000, 0.5000],
#>           [0.5000, 0.5000, 0.5000]]]])
print(nn.ConstantPad3d(1, value=-1.0)(torch.ones(1, 1, 2, 2, 2)).sum())
#> tensor(-48.)
