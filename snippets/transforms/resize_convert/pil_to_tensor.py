"""PILToTensor and ToPureTensor: plain tensors.

`PILToTensor` gives (C, H, W) with the values as they are. `ToPureTensor` takes the
class off a tv_tensor, as a last step. `RGB` makes three channels of a grey image.

Attributes: Shapes
    x: (3, 427, 640) uint8

Asked as:
    image to tensor without scaling; PIL image to uint8 tensor without dividing by 255;
    ToTensor scales to 0..1 but I do not want that; difference between PILToTensor and
    ToTensor; integer pixel values of a picture, keep them as integers; keep the bytes
    of a PIL picture as they are; tv_tensor to plain tensor; tv_tensors.Image back to
    torch.Tensor; get rid of the tv_tensor class, ordinary tensor; Image subclass to a
    normal torch.Tensor, unwrap; strip the subclass of a tensor; why is my output an
    Image and not a Tensor; as_subclass(torch.Tensor); v2.RGB; keep the range 0..255
    when converting an image; load a segmentation png as integer labels, mask values are
    tiny fractions after ToTensor
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

picture = Image.fromarray(load_sample_image("china.jpg"))
x = v2.PILToTensor()(picture)  # <-
print(type(x).__name__, x.shape)
#> Tensor torch.Size([3, 427, 640])

image = v2.ToImage()(picture)
print(type(image).__name__, type(v2.ToPureTensor()(image)).__name__)
#> Image Tensor
print(v2.RGB()(torch.zeros(1, 2, 2)).shape)
#> torch.Size([3, 2, 2])
