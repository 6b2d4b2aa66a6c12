r"""Input tensor should be a float tensor: Normalize of bytes.

`Normalize` takes floats, as a rule of 0 to 1, and gets uint8. Usual causes: a
picture from `decode_image`, `pil_to_tensor` or `ToImage`, which keep bytes, without
`ToDtype(torch.float32, scale=True)` after it; an array that went through
`torch.from_numpy`; `Normalize` before the conversion. `.float()` alone silences the
message, but keeps 0 to 255, for which the usual means are wrong.

Raises:
    TypeError: `v2.Normalize([0.5], [0.5])(image)`
        Input tensor should be a float tensor. Got torch.uint8.

Also worded:
    TypeError: Input tensor should be a float tensor. Got torch.int64.

Asked as:
    Normalize of a uint8 tensor; read_image and Normalize; PILToTensor before Normalize
    fails; v2.ToDtype with scale=True is missing; normalize a torch.from_numpy image;
    transforms.Normalize wants floats, my picture has bytes
"""

import torch
from torchvision.transforms import v2

image = torch.tensor([[[0, 128, 255]]], dtype=torch.uint8)  # (1, 1, 3)
try:
    v2.Normalize([0.5], [0.5])(image)
except TypeError as error:
    print(error)
    #> Input tensor should be a float tensor. Got torch.uint8.

# Bytes to 0..1, then normalise.
scale = v2.ToDtype(torch.float32, scale=True)  # <-
prepare = v2.Compose([v2.ToImage(), scale, v2.Normalize([0.5], [0.5])])
print([round(value, 3) for value in prepare(image).flatten().tolist()])
#> [-1.0, 0.004, 1.0]

# float() raises nothing, and the values are far off.
print(v2.Normalize([0.5], [0.5])(image.float()).flatten().tolist())
#> [-1.0, 255.0, 509.0]
