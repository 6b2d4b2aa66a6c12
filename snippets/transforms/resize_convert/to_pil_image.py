"""ToPILImage: a tensor as a picture to show or save.

Transform 18. From (C, H, W) or (H, W), uint8 or float (no bfloat16) in 0 to 1. Values
outside do not raise, their colours are wrong: undo Normalize and clamp first. NumPy
arrays are (H, W, C). `save_image` of `torchvision.utils` writes batches, `make_grid`
joins them.

Attributes: Shapes
    x: (3, 2, 4) float32, in [0, 1]

Raises:
    ValueError: `v2.ToPILImage()(torch.zeros(2, 3, 4, 4))` pic should be 2/3
        dimensional. Got 4 dimensions.

Asked as:
    tensor to PIL; tensor to image; torch tensor to a Pillow image; tensor back to a
    picture; save a tensor as png or jpg; write a generated tensor to disk as a jpg;
    show or display a tensor in a notebook; look at a tensor as a picture; open the
    output of a network, GAN or decoder in an image viewer; look at what the network
    gets; generated image has wrong colours when saved; colours are weird after
    converting the tensor back; numpy array to PIL image, Image.fromarray of a tensor;
    remove the batch dimension before ToPILImage; array_to_img, F.to_pil_image; view an
    image tensor, show a single image; save a tensor as an image file, export the
    picture of my generator
"""

import torch
from torchvision.transforms import v2

x = torch.zeros(3, 2, 4)
x[0] = 1.0

picture = v2.ToPILImage()(x)  # <-
print(picture.mode, picture.size)  # size is (width, height)
#> RGB (4, 2)
print(picture.getpixel((0, 0)))
#> (255, 0, 0)
print(v2.functional.to_pil_image(torch.zeros(2, 4, dtype=torch.uint8)).mode)
#> L
