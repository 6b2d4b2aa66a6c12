r"""Input type and bias type should be the same: a picture of bytes.

A convolution got an input of another dtype than its weights. Usual causes: a picture of
bytes, unsigned char, that was never made float; data from NumPy, double; one of model
and input in half precision. If the names begin with `torch.cuda`, compare them: with
`torch.cuda.FloatTensor` and `torch.FloatTensor` the devices differ, not the dtypes. Of
bytes, a `Conv2d` without bias says "expected scalar type Byte but found Float".

Raises:
    RuntimeError: `conv(torch.zeros(1, 3, 4, 4, dtype=torch.uint8))`
        Input type (unsigned char) and bias type (float) should be the same
    RuntimeError: `no_bias(torch.zeros(1, 3, 4, 4, dtype=torch.uint8))`
        expected scalar type Byte but found Float

Also worded:
    RuntimeError: Input type (double) and bias type (float) should be the same
    RuntimeError: Input type (float) and bias type (c10::Half) should be the same
    RuntimeError: Input type (c10::Half) and bias type (float) should be the same
    RuntimeError: Input type (long int) and bias type (float) should be the same
    RuntimeError: Input type (torch.cuda.ByteTensor) and weight type
      (torch.cuda.FloatTensor) should be the same

Asked as:
    uint8 image into a convolution; picture read with OpenCV or PIL goes straight into
    conv2d; forgot to scale pixels to float; half precision model and float32 image;
    weights on the GPU, picture on the CPU; first conv layer complains about bias type
"""

import numpy as np
import torch
from torch import nn

conv = nn.Conv2d(3, 8, kernel_size=3)
no_bias = nn.Conv2d(3, 8, kernel_size=3, bias=False)
image = torch.zeros(1, 3, 8, 8, dtype=torch.uint8)  # as read_image gives it
try:
    conv(image)
except RuntimeError as error:
    print(error)
    #> Input type (unsigned char) and bias type (float) should be the same

# A picture of bytes: float32 in [0, 1].
print(conv(image.float() / 255).shape)  # <-
#> torch.Size([1, 8, 6, 6])

# Data from NumPy, float64.
x = torch.from_numpy(np.zeros((1, 3, 8, 8)))
print(conv(x.float()).dtype)
#> torch.float32

# Half precision, or a model on another device: what the weights have.
model = nn.Conv2d(3, 8, kernel_size=3).to(torch.bfloat16)
weight = model.weight
print(model(x.to(weight.device, weight.dtype)).dtype)
#> torch.bfloat16
