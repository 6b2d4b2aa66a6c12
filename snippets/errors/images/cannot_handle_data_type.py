r"""Cannot handle this data type: Image.fromarray of floats, or channels first.

The message shows what comes after height and width, and the type of the numbers: `(1,
1, 3), <f4` are three channels of float32. `Image.fromarray` takes colours as uint8, (H,
W, 3) or (H, W, 4), and grey as (H, W). Usual causes: colours as floats; channels first,
as in a tensor, where the width stands in the third place; a last dimension of 1; int64.

Raises:
    TypeError: `Image.fromarray(np.zeros((4, 6, 3)))`
        Cannot handle this data type: (1, 1, 3), <f8
    TypeError: `Image.fromarray(np.zeros((3, 4, 6), dtype=np.uint8))`
        Cannot handle this data type: (1, 1, 6), |u1
    TypeError: `v2.ToPILImage()(torch.zeros(3, 4, 6, dtype=torch.int64))`
        Input type int64 is not supported

Also worded:
    TypeError: Cannot handle this data type: (1, 1, 3), <f4
    TypeError: Cannot handle this data type: (1, 1, 1), |u1
    TypeError: Cannot handle this data type: (1, 1), <i8
    TypeError: Cannot handle this data type: (1, 1, 28), <f4
    TypeError: Cannot handle this data type
    OSError: cannot write mode F as PNG
    AttributeError: 'Tensor' object has no attribute '__array_interface__'

Asked as:
    Image.fromarray of a float array; save a float image as png; (1, 1, 3), <f4; picture
    of shape (28, 28, 1) to PIL; model output to a picture file; int64 mask to a PIL
    image
"""

import numpy as np
import torch
from PIL import Image
from torchvision.transforms import v2

array = np.full((4, 6, 3), 0.5, dtype=np.float32)
try:
    Image.fromarray(array)
except TypeError as error:
    print(error)
    #> Cannot handle this data type: (1, 1, 3), <f4

# Floats of 0 to 1: to bytes.
pixels = (array * 255).round().astype(np.uint8)  # <- (4, 6, 3) uint8
print(Image.fromarray(pixels).getpixel((0, 0)))
#> (128, 128, 128)

# A tensor: (3, H, W) of floats of 0 to 1, or of bytes.
x = torch.full((3, 4, 6), 0.5)
print(v2.ToPILImage()(x).size)
#> (6, 4)
# Channels first in an array: move them to the end.
first = np.zeros((3, 4, 6), dtype=np.uint8)
print(Image.fromarray(first.transpose(1, 2, 0)).size)
#> (6, 4)

# One channel: without the last dimension. Class numbers: as bytes.
print(Image.fromarray(np.zeros((4, 6, 1), dtype=np.uint8).squeeze(2)).mode)
#> L
print(v2.ToPILImage()(torch.zeros(4, 6, dtype=torch.int64).to(torch.uint8)).mode)
#> L
