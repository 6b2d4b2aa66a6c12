r"""float(), long(), bool(): short names for the common types.

`float()` is float32, `double()` float64, `half()` float16, `int()` int32, `long()`
int64. Linear layers want `float()`, class indices `long()`. `bool()` is True for
everything but zero.

Attributes: Shapes
    pixels: (3,) uint8
    image: (3,) float32
    target: (2,) int64

Raises:
    RuntimeError: `torch.nn.Linear(3, 1)(target)` must have the same dtype

Asked as:
    convert an integer tensor to floating point, int to float; double to float; why long
    instead of float labels for cross entropy; x.double(); x.half(); convert to long,
    x.long(); x.byte(); uint8 pixels to float between 0 and 1; expected scalar type
    Float but found Double; mat1 and mat2 must have the same dtype, but got Double and
    Float; expected scalar type Float but found Long; Input type (unsigned char) and
    bias type (float) should be the same; make a boolean tensor of zeros and ones; half
    precision tensor; make labels long, convert to int64; tensor to bool, double to
    single precision; make integers to floats before the linear layer; tensor of
    booleans; dtype mismatch error
"""

import torch

pixels = torch.tensor([0, 128, 255], dtype=torch.uint8)
image = pixels.float() / 255  # <-
print(image)
#> tensor([0.0000, 0.5020, 1.0000])

target = torch.tensor([1.0, 0.0]).long()
print(target, pixels.bool())
#> tensor([1, 0]) tensor([False,  True,  True])
print(target.int().dtype, target.short().dtype)
#> torch.int32 torch.int16
print(target.char().dtype, target.byte().dtype)
#> torch.int8 torch.uint8
