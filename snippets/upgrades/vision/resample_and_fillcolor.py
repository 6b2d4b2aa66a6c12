r"""resample= and fillcolor=: interpolation= and fill=.

`resample` and `fillcolor` raise. A number of Pillow, such as `interpolation=2`, is
taken silently; the enum says what it means: 0 is NEAREST, 2 is BILINEAR, 3 is BICUBIC.

Raises:
    TypeError: `transforms.RandomRotation(10, resample=2)` RandomRotation.__init__() got
        an unexpected keyword argument 'resample'
    TypeError: `transforms.RandomAffine(10, fillcolor=0)` unexpected keyword argument
        'fillcolor'
    TypeError: `transforms.functional.rotate(x, 10, resample=2)` unexpected keyword
        argument 'resample'

Asked as:
    RandomRotation(10, resample=2); RandomAffine(10, fillcolor=0); RandomAffine got an
    unexpected keyword argument 'fillcolor'; resample=PIL.Image.BILINEAR; Resize(256,
    interpolation=2); Image.ANTIALIAS in a transform; numbers of the interpolation
    modes, such as 2; interpolation=3 in old ImageNet code; unexpected keyword argument
    'resample'
"""

import torch
from torchvision import transforms
from torchvision.transforms import InterpolationMode

turn = transforms.RandomRotation(10, interpolation=InterpolationMode.BILINEAR)  # <-
move = transforms.RandomAffine(10, fill=0)

x = torch.arange(64.0).reshape(1, 8, 8)
for number, mode in [
    (0, InterpolationMode.NEAREST),
    (2, InterpolationMode.BILINEAR),
    (3, InterpolationMode.BICUBIC),
]:
    old = transforms.Resize(5, interpolation=number, antialias=True)(x)
    new = transforms.Resize(5, interpolation=mode, antialias=True)(x)
    print(number, mode.value, torch.equal(old, new))
    #> 0 nearest True
    #> 2 bilinear True
    #> 3 bicubic True
