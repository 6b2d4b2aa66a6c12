"""ToImage and ToDtype: what ToTensor did, in two steps.

Transform 11. `ToImage` turns PIL or NumPy (H, W, C) into (C, H, W) and keeps the
values; `ToDtype` with `scale=True` makes 0 to 1 of uint8. v1's `ToTensor` does both,
but scales no other type, and takes no tensors; `v2.ToTensor` warns. Normalize belongs
after it.

Attributes: Shapes
    image: (3, 427, 640) uint8
    x: (3, 427, 640) float32, in [0, 1]

Warns:
    UserWarning: `v2.ToTensor()` The transform `ToTensor()` is deprecated and will be
        removed in a future release.

Raises:
    TypeError: `transforms.ToTensor()(torch.zeros(3, 4, 4))` pic should be PIL Image or
        ndarray. Got <class 'torch.Tensor'>

Asked as:
    photo or image to tensor; PIL image to tensor; numpy image to tensor; jpeg or jpg to
    a float tensor; PIL photo or numpy picture of 0..255 ints to a float tensor of 0 to
    1; height x width x channels, but conv wants channels first; H x W x C array to
    channels first; opencv image to tensor, uint8 H x W x C into the network; does
    ToTensor divide by 255; ToTensor is deprecated, what instead; what replaces ToTensor
    in transforms v2; is a tensor converted again by ToTensor;
    torch.from_numpy(img).permute(2, 0, 1) / 255; img_to_array, albumentations
    ToTensorV2; F.to_tensor, F.to_image; convert a picture into a tensor scaled between
    zero and one; read an image with PIL, then make a tensor with channels first; array
    is HWC but should be CHW float; convert an image to a tensor
"""

import torch
from sklearn.datasets import load_sample_image
from torchvision import transforms
from torchvision.transforms import v2

array = load_sample_image("flower.jpg").copy()  # it is read-only
image = v2.ToImage()(array)
print(array.shape, image.shape, type(image).__name__)
#> (427, 640, 3) torch.Size([3, 427, 640]) Image

to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])  # <-
x = to_tensor(array)
print(x.dtype, f"{x.min():.1f} {x.max():.1f}")
#> torch.float32 0.0 1.0
print(torch.allclose(transforms.ToTensor()(array), v2.ToPureTensor()(x)))
#> True
