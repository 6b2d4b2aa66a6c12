r"""std evaluated to zero, leading to division by zero: a deviation of 0 in Normalize.

One of the standard deviations is 0. Usual causes: a channel that is constant in the
pictures over which it was computed, such as a black band; mean and std in the wrong
order, where a mean is 0. v1 adds the dtype, and raises also where a tiny number becomes
0 in float16; v2 gives inf or nan there, without a message.

Raises:
    ValueError: `v2.Normalize([0.5], [0.0])(x)`
        std evaluated to zero, leading to division by zero.
    ValueError: `v1.Normalize([0.5], [0.0])(x)`
        std evaluated to zero after conversion to torch.float32, leading to division by
        zero.

Also worded:
    ValueError: std evaluated to zero after conversion to torch.float16, leading to
      division by zero.
    ValueError: std evaluated to zero after conversion to torch.uint8, leading to
      division by zero.

Asked as:
    Normalize with a standard deviation of 0; channel of constant values in Normalize;
    standardize an image that is all black; std of a constant band; normalize each
    picture by its own mean and std; nan or inf after Normalize
"""

import torch
from torchvision import transforms as v1
from torchvision.transforms import v2

x = torch.full((1, 2, 2), 0.25)  # constant
try:
    v2.Normalize([x.mean()], [x.std()])(x)
except ValueError as error:
    print(error)
    #> std evaluated to zero, leading to division by zero.
try:
    v1.Normalize([0.0], [1e-9])(x.half())
except ValueError as error:
    print(*str(error).split(", "), sep="\n")
    #> std evaluated to zero after conversion to torch.float16
    #> leading to division by zero.

# A constant channel: a smallest deviation.
mean, std = x.mean().item(), max(x.std().item(), 1e-6)  # <-
print(v2.Normalize([mean], [std])(x).flatten())
#> tensor([0., 0., 0., 0.])

# Deviations from many pictures, in float32, of 0 to 1.
torch.manual_seed(0)
images = torch.rand(16, 3, 8, 8)
mean, std = images.mean(dim=(0, 2, 3)), images.std(dim=(0, 2, 3))
y = v2.Normalize(mean.tolist(), std.tolist())(images)
print(y.std(dim=(0, 2, 3)))
#> tensor([1.0000, 1.0000, 1.0000])
