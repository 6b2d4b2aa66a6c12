r"""output with shape doesn't match the broadcast shape: in place cannot grow.

An operation in place, `add_`, `mul_`, `+=`, writes to the tensor on the left, and the
right one would make it larger. Usual causes: three means on a grey picture in
`transforms.Normalize`, or in v2 with `inplace=True` (else [v2 makes three
channels](../transforms/resize_convert.md#normalize)); `+=` on a running sum that starts
as (1,) or (); (N, C) added to (N, 1). Write `x = x + y`, or start with the shape of the
result.

Raises:
    RuntimeError: `total.add_(torch.ones(2, 3))` output with shape [3] doesn't match the
        broadcast shape [2, 3]
    RuntimeError: `normalize(grey)` output with shape [1, 2, 2] doesn't match the
        broadcast shape [3, 2, 2]

Also worded:
    RuntimeError: output with shape [1, 28, 28] doesn't match the broadcast shape [3,
      28, 28]
    RuntimeError: output with shape torch.Size([1, 3]) doesn't match the broadcast shape
      (2, 3)
    RuntimeError: output with shape [] doesn't match the broadcast shape [3]

Asked as:
    Normalize with three channels on MNIST; normalise grey images with the ImageNet mean
    fails; add_ with a larger tensor; grayscale picture in a transform for colour;
    running sum that starts with torch.zeros(1); x += y works in one order only
"""

import torch
from torchvision import transforms
from torchvision.transforms import v2

total = torch.zeros(3)
try:
    total += torch.ones(2, 3)
except RuntimeError as error:
    print(error)
    #> output with shape [3] doesn't match the broadcast shape [2, 3]

# A larger result: not in place, or reduce the right one first.
print((total + torch.ones(2, 3)).shape)  # <-
#> torch.Size([2, 3])
total += torch.ones(2, 3).sum(0)
print(total)
#> tensor([2., 2., 2.])

# A grey picture: one mean and one std, or three channels.
grey = torch.ones(1, 2, 2)
normalize = transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
print(transforms.Normalize([0.5], [0.5])(grey).shape)
#> torch.Size([1, 2, 2])
print(normalize(v2.RGB()(grey)).shape)
#> torch.Size([3, 2, 2])
