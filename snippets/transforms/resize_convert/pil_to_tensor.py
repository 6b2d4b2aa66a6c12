"""PILToTensor and ToPureTensor: plain tensors.

`PILToTensor` gives a uint8 tensor (C, H, W) without scaling. `ToPureTensor` takes the
class off a tv_tensor: a last step that saves a little time. `RGB` makes three channels
of a grey image.

Attributes: Shapes
    x: (3, 427, 640) uint8
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

picture = Image.fromarray(load_sample_image("china.jpg"))
x = v2.PILToTensor()(picture)
print(type(x).__name__, x.shape)
#> Tensor torch.Size([3, 427, 640])

image = v2.ToImage()(picture)
print(type(image).__name__, type(v2.ToPureTensor()(image)).__name__)
#> Image Tensor
print(v2.RGB()(torch.zeros(1, 2, 2)).shape)
#> torch.Size([3, 2, 2])
