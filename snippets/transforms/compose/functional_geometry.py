"""v2.functional geometry: crop, flip, turn and resize by numbers of your own.

For a picture and what goes with it, which must get the same numbers. Sizes are (height,
width), shifts (right, down).

Asked as:
    functional transforms; transforms.functional.crop; same random crop for image
    and mask by hand; TF.rotate with an angle of my own;
    torchvision.transforms.functional; hflip and vflip functions; deterministic
    augmentation; tf.image.crop_to_bounding_box; apply one transform to several
    pictures; resized_crop function; affine with given numbers; shift a picture by
    pixels; crop at a given place; crop a picture at coordinates, top, left, height,
    width
"""

import torch
from torchvision.transforms.v2 import functional

image = torch.arange(24, dtype=torch.uint8).reshape(1, 4, 6)
mask = image % 2

for x in (image, mask):  # the same cut for both
    print(functional.crop(x, top=1, left=2, height=1, width=3))  # <-
    #> tensor([[[ 8,  9, 10]]], dtype=torch.uint8)
    #> tensor([[[0, 1, 0]]], dtype=torch.uint8)
print(functional.center_crop(image, [2, 2]), functional.horizontal_flip(image)[0, 0])
#> tensor([[[ 8,  9],
#>          [14, 15]]], dtype=torch.uint8) tensor([5, 4, 3, 2, 1, 0], dtype=torch.uint8)
print(functional.vertical_flip(image).flip(1).equal(image))
#> True
print(functional.rotate(image, angle=90.0, expand=True).shape)
#> torch.Size([1, 6, 4])
print(functional.pad(image, [1, 2]).shape, functional.resize(image, [8, 12]).shape)
#> torch.Size([1, 8, 8]) torch.Size([1, 8, 12])
print(functional.resized_crop(image, 0, 0, 2, 2, size=[4, 4]).shape)
#> torch.Size([1, 4, 4])

corners = [[0, 0], [5, 0], [5, 3], [0, 3]]
print(functional.perspective(image, corners, corners).equal(image))
#> True
moved = functional.affine(image, 0.0, translate=[1, 0], scale=1.0, shear=[0.0, 0.0])
print(moved[0, 0])
#> tensor([0, 0, 1, 2, 3, 4], dtype=torch.uint8)
still = functional.elastic(image, displacement=torch.zeros(1, 4, 6, 2))
print(still.equal(image), functional.erase(image, 0, 0, 1, 2, torch.tensor(9))[0, 0])
#> True tensor([9, 9, 2, 3, 4, 5], dtype=torch.uint8)
print(len(functional.five_crop(image, [2, 2])), len(functional.ten_crop(image, [2, 2])))
#> 5 10
