r"""img should be Tensor Image. Got a PIL Image: a conversion is missing before it.

`Normalize`, `RandomErasing` and `ConvertImageDtype` of v1 take tensors, and get a PIL
image or an array. Usual causes: `Normalize` stands before `ToTensor` in the list, or
there is no `ToTensor`. In v2 the wording is another; there `ToDtype` and
`ConvertImageDtype` leave a PIL image as it is, without a message.

Raises:
    TypeError: `v1.Normalize([0.5], [0.5])(picture)`
        img should be Tensor Image. Got <class 'PIL.Image.Image'>
    TypeError: `v2.Normalize([0.5], [0.5])(picture)`
        Normalize() does not support PIL images.
    TypeError: `v1.ConvertImageDtype(torch.float32)(picture)`
        Input img should be Tensor Image

Also worded:
    TypeError: tensor should be a torch tensor. Got <class 'PIL.Image.Image'>.
    TypeError: Input tensor should be a torch tensor. Got <class 'PIL.Image.Image'>.
    TypeError: img should be Tensor Image. Got <class 'numpy.ndarray'>
    TypeError: tensor is not a torch image.
    AttributeError: 'Image' object has no attribute 'shape'

Asked as:
    Normalize before ToTensor; order of ToTensor and Normalize in Compose; Normalize
    does not support PIL images; RandomErasing does nothing; forgot the conversion to a
    tensor before Normalize; which transforms want tensors
"""

import torch
from PIL import Image
from torchvision import transforms as v1
from torchvision.transforms import v2

picture = Image.new("L", (4, 4), 255)
try:
    v1.Compose([v1.Normalize([0.5], [0.5]), v1.ToTensor()])(picture)
except TypeError as error:
    print(error)
    #> img should be Tensor Image. Got <class 'PIL.Image.Image'>

# The conversion first.
prepare = v1.Compose([v1.ToTensor(), v1.Normalize([0.5], [0.5])])  # <-
print(prepare(picture).unique())
#> tensor([1.])
convert = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
prepare = v2.Compose([convert, v2.Normalize([0.5], [0.5]), v2.RandomErasing(p=1)])
print(prepare(picture).shape)
#> torch.Size([1, 4, 4])

# v2 without `ToImage`: nothing converted, nothing said.
print(type(v2.ToDtype(torch.float32, scale=True)(picture)).__name__)
#> Image
