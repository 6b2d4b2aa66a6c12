r"""set_default_dtype: the type of new floats.

float32 unless you say otherwise. For a numerical check in float64, set it and put it
back. It replaces `torch.set_default_tensor_type`, which is deprecated.

Attributes: Shapes
    x: (2,) float64
    y: (2,) float32
"""

import torch

torch.set_default_dtype(torch.float64)
x = torch.zeros(2)
torch.set_default_dtype(torch.float32)
y = torch.zeros(2)
print(x.dtype, y.dtype)
#> torch.float64 torch.float32
