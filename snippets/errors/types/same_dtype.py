r"""mat1 and mat2 must have the same dtype: convert the input.

The two sides of a matrix product differ in dtype: for a `Linear`, mat1 is the input and
mat2 the weight. Without a bias it says "expected m1 and m2 to have the same dtype".
Usual causes: data from NumPy or pandas, float64 (Double); integers such as ids or
pixels (Long, Byte); a model or an input in half precision and the other not. Convert
the input where it is made; [`float()`](../tensors/dtypes.md#float_long_bool) makes
float32.

Raises:
    RuntimeError: `layer(torch.ones(4, 3, dtype=torch.float64))`
        mat1 and mat2 must have the same dtype, but got Double and Float
    RuntimeError: `torch.ones(2, 3) @ torch.ones(3, 2, dtype=torch.float64)`
        expected m1 and m2 to have the same dtype, but got: float != double

Also worded:
    RuntimeError: mat1 and mat2 must have the same dtype
    RuntimeError: mat1 and mat2 must have the same dtype, but got Long and Float
    RuntimeError: expected scalar type Double but found Float
    RuntimeError: expected scalar type Float but found Double
    RuntimeError: Expected object of scalar type Float but got scalar type Double for
      argument #2 'mat2' in call to _th_mm
    RuntimeError: dot : expected both vectors to have same dtype, but found Float and
      Double
    RuntimeError: mixed dtype (CPU): all inputs must share same datatype.
    ValueError: RNN input dtype (torch.float64) does not match weight dtype
      (torch.float32). Convert input: input.to(torch.float32), or convert model:
      model.to(torch.float64)

Asked as:
    matrix product of a float and a double tensor; integer ids go into a linear layer;
    einsum or bmm of two different float types; layer norm gets float64 data;
    StandardScaler output goes into a network; raw bytes 0 to 255 into a fully connected
    layer
"""

import numpy as np
import torch
from torch import nn

layer = nn.Linear(3, 2)
array = np.ones((4, 3))  # float64, as NumPy makes it
try:
    layer(torch.from_numpy(array))
except RuntimeError as error:
    print(error)
    #> mat1 and mat2 must have the same dtype, but got Double and Float

# Data from NumPy or pandas: to float32, once.
x = torch.from_numpy(array).float()  # <- (4, 3) float32
print(layer(x).shape)
#> torch.Size([4, 2])

# Integers: the same; bytes of a picture also into [0, 1].
pixels = torch.full((4, 3), 255, dtype=torch.uint8)
print(layer(pixels.float() / 255).dtype)
#> torch.float32

# A model in half precision: take the type from its weights.
half = nn.Linear(3, 2).to(torch.bfloat16)
print(half(x.to(half.weight.dtype)).dtype)
#> torch.bfloat16

# The accuracy of float64 is needed: move the model instead.
print(nn.Linear(3, 2).double()(torch.from_numpy(array)).dtype)
#> torch.float64
