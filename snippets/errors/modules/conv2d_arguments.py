r"""conv2d() received an invalid combination of arguments: see the first "got".

Behind "got" stand the types that came, in the order input, weight, bias, stride,
padding, dilation, groups. Usual causes: the input is no tensor (an array, a list, None,
a layer such as `nn.ReLU(x)`); a padding or stride that is a float, since `/` divides to
one: `(k - 1) / 2`. The types between exclamation marks are not all wrong. See
[Conv2d](../layers/convolution.md#conv2d).

Raises:
    TypeError: `layer([x])`
        conv2d() received an invalid combination of arguments - got (list, Parameter,
        Parameter, tuple, tuple, tuple, int)
    TypeError: `nn.Conv2d(3, 6, 3, padding=(3 - 1) / 2)(x)`
        invalid combination of arguments - got (Tensor, Parameter, Parameter, tuple,
        tuple, tuple, int)

Also worded:
    TypeError: conv2d() received an invalid combination of arguments - got
      (numpy.ndarray, Parameter, Parameter, tuple, tuple, tuple, int), but expected one
      of:
    TypeError: conv2d() received an invalid combination of arguments - got (NoneType,
      Parameter, Parameter, tuple, tuple, tuple, int), but expected one of:
    TypeError: conv2d() received an invalid combination of arguments - got (str,
      Parameter, Parameter, tuple, tuple, tuple, int), but expected one of:
    TypeError: conv1d() received an invalid combination of arguments - got (Tensor,
      Parameter, Parameter, tuple, tuple, tuple, int), but expected one of:
    TypeError: conv2d(): argument 'input' (position 1) must be Tensor, not numpy.ndarray
    TypeError: conv2d(): argument 'input' (position 1) must be Tensor, not list

Asked as:
    numpy array into a conv layer; padding=kernel_size/2 does not work; PIL image or
    path into a model; didn't match because some of the arguments have invalid types;
    ResNet called with a numpy image; file name given to a network
"""

import textwrap

import numpy as np
import torch
from torch import nn

layer = nn.Conv2d(3, 6, kernel_size=3)
x = torch.zeros(2, 3, 8, 8)
array = np.zeros((2, 3, 8, 8))
try:
    layer(array)
except TypeError as error:
    print(textwrap.fill(str(error).split(", but")[0], 80))
    #> conv2d() received an invalid combination of arguments - got (numpy.ndarray,
    #> Parameter, Parameter, tuple, tuple, tuple, int)

# An array: make a tensor of it, float32.
print(layer(torch.from_numpy(array).float()).shape)  # <-
#> torch.Size([2, 6, 6, 6])

# A list of pictures: stack them.
print(layer(torch.stack([x[0], x[1]])).shape)
#> torch.Size([2, 6, 6, 6])

# A float from a division: divide with //.
print((3 - 1) / 2, (3 - 1) // 2)
#> 1.0 1
print(nn.Conv2d(3, 6, kernel_size=3, padding=(3 - 1) // 2)(x).shape)
#> torch.Size([2, 6, 8, 8])
