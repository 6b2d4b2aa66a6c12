r"""At least one stride in the given numpy array is negative: a flipped array.

The array is a view that runs backwards through its memory, which a tensor cannot. Usual
causes: `[::-1]`, also for BGR to RGB with `[..., ::-1]`; `np.flip`, `np.fliplr` and
`np.rot90` in an augmentation, then `from_numpy`, `ToTensor` or a `DataLoader`. A copy
of the array is in order again. Tensors have `flip`; a slice of a tensor with a negative
step raises as well.

Raises:
    ValueError: `torch.from_numpy(image[:, ::-1])`
        At least one stride in the given numpy array is negative, and tensors with
        negative strides are not currently supported.

Also worded:
    ValueError: some of the strides of a given numpy array are negative. This is
      currently not supported, but will be added in future releases.

Asked as:
    BGR to RGB with [..., ::-1] and ToTensor; np.rot90 then from_numpy; augmentation
    with np.fliplr fails; rewards reversed with [::-1] to tensor; cv2 image reversed
    channels; ascontiguousarray before from_numpy
"""

import numpy as np
import torch

image = np.arange(12.0).reshape(2, 2, 3)  # (H, W, C)
try:
    torch.from_numpy(image[:, ::-1])
except ValueError as error:
    print(str(error).split(", ")[0])
    #> At least one stride in the given numpy array is negative

# A flipped array: copy it.
print(torch.from_numpy(image[:, ::-1].copy()).shape)  # <-
#> torch.Size([2, 2, 3])

# BGR to RGB: copy, or pick the channels by number, which copies.
print(torch.from_numpy(np.ascontiguousarray(image[..., ::-1]))[0, 0])
#> tensor([2., 1., 0.], dtype=torch.float64)
print(torch.from_numpy(image[..., [2, 1, 0]])[0, 0])
#> tensor([2., 1., 0.], dtype=torch.float64)

# Or convert first and flip the tensor, (C, H, W): width is the last.
x = torch.from_numpy(image).permute(2, 0, 1)
print(x.flip(-1)[0, 0])
#> tensor([3., 0.], dtype=torch.float64)
