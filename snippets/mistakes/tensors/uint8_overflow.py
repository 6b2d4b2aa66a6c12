"""uint8 overflow: 10 - 20 is 246.

Pictures come as uint8, 0 to 255. `+`, `-` and `*` of two of them, or with a whole
number, stay uint8 and wrap around: a difference lights up where it is slightly
negative, a sum goes dark where it passes 255. `abs` and `//` come too late for that.
`sum` and `cumsum` count in int64; `a @ b` does not. Convert before you compute:
[`float()`](../tensors/dtypes.md#float_long_bool), or `int()`; `clamp(0, 255)` before
you go back.

Attributes: Shapes
    a: (3,) uint8
    b: (3,) uint8

Asked as:
    difference of two images is wrong; frame difference shows bright spots where nothing
    moved; uint8 wraps around; negative values become 255; 200 + 100 is 44; brightness
    plus 50 makes white pixels black; average of two images is too dark; absolute
    difference of uint8 images; subtracting the background gives noise; unsigned byte
    arithmetic in PyTorch; pixels jump from white to black; mean absolute error of uint8
    pictures is too large; image - 128 has no negative values
"""

import torch

a = torch.tensor([200, 10, 90], dtype=torch.uint8)
b = torch.tensor([100, 20, 100], dtype=torch.uint8)

# Wrong: a difference of -10 is 246.
print((a - b).abs())
#> tensor([100, 246, 246], dtype=torch.uint8)
print((a - b).float().abs().mean())
#> tensor(197.3333)

# Right: a type that has negative numbers.
print((a.int() - b.int()).abs())  # <-
#> tensor([100,  10,  10], dtype=torch.int32)
print((a.float() - b.float()).abs().mean())
#> tensor(40.)

# Wrong: 300 is 44, and half of it 22.
print((a + b) // 2, a + 100)
#> tensor([22, 15, 95], dtype=torch.uint8) tensor([ 44, 110, 190], dtype=torch.uint8)

# Right: sum in int32, clamp, then go back.
print((a.int() + b) // 2, (a.int() + 100).clamp(0, 255).to(torch.uint8))
#> tensor([150,  15,  95], dtype=torch.int32) tensor([255, 110, 190], dtype=torch.uint8)
