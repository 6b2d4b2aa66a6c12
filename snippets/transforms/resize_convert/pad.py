"""Pad: a border.

Transform 12. One number, two (left and right, top and bottom), or four (left, top,
right, bottom; `F.pad` of torch takes left, right, top, bottom). Modes constant, edge,
reflect (without the border pixel), symmetric (with it).

Attributes: Shapes
    image: (3, 427, 640) uint8
    x: (1, 2, 3) int64

Raises:
    RuntimeError: `v2.Pad(3, padding_mode="reflect")(x)` Padding size should be less
        than the corresponding input dimension
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
results = {
    mode: v2.Pad(100, padding_mode=mode)(image)
    for mode in ("constant", "edge", "reflect", "symmetric")
}
print(results["edge"].shape)
#> torch.Size([3, 627, 840])

x = torch.tensor([[[1, 2, 3], [4, 5, 6]]])
print(v2.Pad((1, 0, 2, 0), fill=9)(x))  # left 1, right 2
#> tensor([[[9, 1, 2, 3, 9, 9],
#>          [9, 4, 5, 6, 9, 9]]])
print(v2.Pad((2, 0), padding_mode="reflect")(x))
#> tensor([[[3, 2, 1, 2, 3, 2, 1],
#>          [6, 5, 4, 5, 6, 5, 4]]])
