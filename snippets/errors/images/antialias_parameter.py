r"""The default value of the antialias parameter: Resize of tensors, torchvision 0.15.

A warning of torchvision 0.15 and 0.16, where `Resize` and `RandomResizedCrop` smoothed
PIL images but not tensors. Now both are smoothed, and nothing is said. Pass
`antialias=True`, which means the same before and after; `antialias=False` for tensors
gives the old pixels, for a model that was trained with them.

Also worded:
    UserWarning: The default value of the antialias parameter of all the resizing
      transforms (Resize(), RandomResizedCrop(), etc.) will change from None to True in
      v0.17, in order to be consistent across the PIL and Tensor backends.
    UserWarning: Anti-alias option is always applied for PIL Image input. Argument
      antialias is ignored.

Asked as:
    antialias=True or None; warning of RandomResizedCrop about antialias in v0.17;
    Resize of a tensor and of a PIL image give different pixels; suppress the antialias
    warning; resized tensors look jagged; old model gives other results after an update
    of torchvision
"""

import warnings

import torch
from torchvision.transforms import v2

x = torch.zeros(1, 8, 8)
x[:, :, 2::4] = 1  # every fourth column
print(v2.Resize(4)(x)[0, 0])
#> tensor([0.1429, 0.3750, 0.1250, 0.4286])
print(v2.Resize(4, antialias=True)(x)[0, 0])  # <-
#> tensor([0.1429, 0.3750, 0.1250, 0.4286])

# As tensors were resized before 0.17: smaller without smoothing.
print(v2.Resize(4, antialias=False)(x)[0, 0])
#> tensor([0.0000, 0.5000, 0.0000, 0.5000])

# A PIL image is smoothed all the same.
picture = v2.ToPILImage()(x)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    v2.Resize(4, antialias=False)(picture)
print(str(caught[0].message).split(". ")[0])
#> Anti-alias option is always applied for PIL Image input
