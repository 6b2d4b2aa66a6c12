r"""ceil_mode: keep the incomplete last window.

Rounds up instead of down. A last window that would start in the padding on the right is
left out: then the size is one less.

$$H_\text{out} = \left\lceil \frac{H + 2p - d(k - 1) - 1}{s} \right\rceil + 1, \quad
\text{less 1 if } (H_\text{out} - 1) s \ge H + p$$

Attributes: Shapes
    x: (1, 1, 5) float32
"""

import torch
from torch import nn

x = torch.tensor([[[1.0, 2.0, 3.0, 4.0, 5.0]]])
print(nn.MaxPool1d(2)(x))
#> tensor([[[2., 4.]]])
print(nn.MaxPool1d(2, ceil_mode=True)(x))
#> tensor([[[2., 4., 5.]]])

# Kernel 1, stride 3: a third window would start outside.
print(nn.MaxPool1d(1, stride=3, ceil_mode=True)(x).shape)
#> torch.Size([1, 1, 2])
