"""padding="same": as large as the input.

For stride 1; an even kernel with an odd dilation gets one more at the right and bottom.
`"valid"` means no padding. With stride 2 and an odd kernel, write
`padding=kernel_size // 2`.

Attributes: Shapes
    x: (1, 1, 7, 7) float32

Warns:
    UserWarning: `nn.Conv2d(1, 1, 4, padding="same")(x)` Using padding='same' with even
        kernel lengths and odd dilation may require a zero-padded copy of the input

Raises:
    ValueError: `nn.Conv2d(1, 1, 3, stride=2, padding="same")` padding='same' is not
        supported for strided convolutions

Asked as:
    keep the image size after conv; TensorFlow padding SAME and VALID; how much padding
    for a 3x3 kernel; keep height and width, convolution that does not shrink; half
    padding, kernel // 2; no padding at all; same padding with stride 2; output height
    and width equal to the original; even kernel size, uneven padding; why does the
    picture get smaller by 2; output with identical spatial dimensions as the input;
    which padding keeps the resolution; feature map should stay as big as the picture;
    input 32x32, kernel 3 gives 30x30; padding='valid'; calculate the padding that keeps
    the size; Conv2d padding='same'
"""

import torch
from torch import nn

x = torch.zeros(1, 1, 7, 7)
for kernel in (1, 3, 5):
    same = nn.Conv2d(1, 1, kernel, padding="same")  # <-
    valid = nn.Conv2d(1, 1, kernel, padding="valid")
    print(kernel, tuple(same(x).shape[2:]), tuple(valid(x).shape[2:]))
    #> 1 (7, 7) (7, 7)
    #> 3 (7, 7) (5, 5)
    #> 5 (7, 7) (3, 3)

print(nn.Conv2d(1, 1, 3, stride=2, padding=1)(x).shape)
#> torch.Size([1, 1, 4, 4])
