r"""The transform `ToTensor()` is deprecated and will be removed: v2 has two for it.

A warning of `v2.ToTensor`; v1, `torchvision.transforms.ToTensor`, gives none. In v2
making an image tensor and scaling it to 0 to 1 are two steps: `ToImage`, then `ToDtype`
with `scale=True`. Without `scale=True` the numbers stay 0 to 255. Between the two the
picture is uint8. See [`ToTensor`](../transforms/resize_convert.md#to_tensor).

Warns:
    UserWarning: `v2.ToTensor()`
        The transform `ToTensor()` is deprecated and will be removed in a future
        release. Instead, please use `v2.Compose([v2.ToImage(),
        v2.ToDtype(torch.float32, scale=True)])`.
    UserWarning: `v2.functional.to_tensor(picture)`
        The function `to_tensor(...)` is deprecated and will be removed in a future
        release.

Also worded:
    UserWarning: The transform `ToTensor()` is deprecated and will be removed in a
      future release. Instead, please use
      `transforms.Compose([transforms.ToImageTensor(),
      transforms.ConvertImageDtype()])`.
    AttributeError: module 'torchvision.transforms.v2' has no attribute 'ToImageTensor'

Asked as:
    replacement for ToTensor in v2; ToImage and ToDtype in place of ToTensor;
    ToImageTensor is gone; ToDtype without scale gives 0 to 255; migrate from transforms
    v1 to v2; get rid of the ToTensor deprecation warning
"""

import warnings

import torch
from PIL import Image
from torchvision import transforms as v1
from torchvision.transforms import v2

picture = Image.new("RGB", (4, 4), (0, 128, 255))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    v2.ToTensor()
print(str(caught[0].message).split(" in a")[0])
#> The transform `ToTensor()` is deprecated and will be removed

# The two steps.
to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])  # <-
print(torch.equal(to_tensor(picture), v1.ToTensor()(picture)))
#> True

# Without scale: still 0 to 255.
print(v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32)])(picture).max())
#> tensor(255.)
