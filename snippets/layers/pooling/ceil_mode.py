r"""ceil_mode: keep the incomplete last window.

Rounds up instead of down. A last window that would start in the padding on the right is
left out: then the size is one less.

$$H_\text{out} = \left\lceil \frac{H + 2p - d(k - 1) - 1}{s} \right\rceil + 1, \quad
\text{less 1 if } (H_\text{out} - 1) s \ge H + p$$

Attributes: Shapes
    x: (1, 1, 5) float32

Asked as:
    pooling drops the last row and column; odd size in pooling; pooling rounds up or
    down; last pixels are ignored by max pooling; floor or ceil; padding='same' for
    Keras pooling; shape differs by one from Caffe; do not lose the end of the sequence;
    partial window at the border; 7x7 becomes 3x3 but I want 4x4; include the incomplete
    window at the end; pooled size is too small by one; rounding of the pooled size; odd
    width or height is cut off; pooling loses pixels at the right and bottom edge; pool
    5 elements with window 2 to 3 outputs
"""

import torch
from torch import nn

x = torch.tensor([[[1.0, 2.0, 3.0, 4.0, 5.0]]])
print(nn.MaxPool1d(2)(x))
#> tensor([[[2., 4.]]])
print(nn.MaxPool1d(2, ceil_mode=True)(x))  # <-
#> tensor([[[2., 4., 5.]]])

# Kernel 1, stride 3: a third window would start outside.
print(nn.MaxPool1d(1, stride=3, ceil_mode=True)(x).shape)
#> torch.Size([1, 1, 2])
