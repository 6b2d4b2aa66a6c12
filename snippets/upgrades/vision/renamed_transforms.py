r"""transforms.Scale, RandomSizedCrop, ToTensor: today's names.

`Scale` is `Resize` and `RandomSizedCrop` is `RandomResizedCrop`; the old names raise.
`v2.ToTensor` warns; `transforms.ToTensor` of the first version does not. What takes its
place gives float32 of every picture, where `ToTensor` keeps 16 bits as whole numbers.
`LinearTransformation` takes the mean as well.

Raises:
    AttributeError: `transforms.Scale(256)` module 'torchvision.transforms' has no
        attribute 'Scale'
    AttributeError: `transforms.RandomSizedCrop(224)` module 'torchvision.transforms'
        has no attribute 'RandomSizedCrop'
    TypeError: `transforms.LinearTransformation(torch.eye(4))` missing 1 required
        positional argument: 'mean_vector'

Warns:
    UserWarning: `v2.ToTensor()` The transform `ToTensor()` is deprecated and will be
        removed in a future release. Instead, please use `v2.Compose([v2.ToImage(),
        v2.ToDtype(torch.float32, scale=True)])`.

Asked as:
    transforms.Scale(256); transforms.RandomSizedCrop(224); module
    'torchvision.transforms' has no attribute 'Scale';
    transforms.LinearTransformation(M); v2.ToTensor() is deprecated, what instead of it;
    ImageNet preprocessing from 2017; FiveCrop returns a tuple
"""

import torch
from PIL import Image
from torchvision import transforms
from torchvision.transforms import v2

image = Image.linear_gradient("L")  # 256 x 256
print(transforms.Resize(64)(image).size)  # <-
#> (64, 64)
print(transforms.RandomResizedCrop(32)(image).size)
#> (32, 32)

new = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
print(torch.allclose(new(image), transforms.ToTensor()(image)))
#> True

x = torch.arange(4.0).reshape(1, 2, 2)
whiten = transforms.LinearTransformation(torch.eye(4), torch.zeros(4))
print(torch.equal(whiten(x), x))
#> True
crops = torch.stack([transforms.ToTensor()(c) for c in transforms.FiveCrop(8)(image)])
print(crops.shape)
#> torch.Size([5, 1, 8, 8])
