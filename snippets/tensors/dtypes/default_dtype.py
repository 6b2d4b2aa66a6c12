r"""set_default_dtype: the type of new floats.

float32 unless you say otherwise. For a numerical check in float64, set it and put it
back. It replaces `torch.set_default_tensor_type`, which is deprecated.

Attributes: Shapes
    x: (2,) float64
    y: (2,) float32

Asked as:
    torch.set_default_tensor_type; float64 everywhere; double precision by default;
    tf.keras.backend.set_floatx; jax_enable_x64; global precision; why are new tensors
    float32 and how to change that; run a whole script in double; higher precision for a
    numerical check; change the default type of floats; make all new tensors double; use
    double precision in the whole program; all calculations in float64; set the default
    floating point type to double
"""

import torch

before = torch.get_default_dtype()
torch.set_default_dtype(torch.float64)  # <-
try:
    x = torch.zeros(2)
finally:  # after an error too
    torch.set_default_dtype(before)
y = torch.zeros(2)
print(x.dtype, y.dtype)
#> torch.float64 torch.float32
