"""v2.functional conversion: types and ranges without an object.

`to_image` leaves the values and the dtype, `to_dtype` scales only with `scale=True`.

Asked as:
    to_tensor function without a class; functional.to_image; functional.normalize;
    F.to_tensor of torchvision; scale uint8 to 0..1 with a function; convert_image_dtype
    replacement; functional.to_dtype; normalise a single image by hand; PIL to tensor in
    one call; functional.jpeg; grayscale_to_rgb function; get_size of an image;
    gaussian_noise function
"""

import torch
from torchvision.transforms.v2 import functional

array = torch.tensor([[[0, 51, 255]]], dtype=torch.uint8).numpy()  # height, width, 3
image = functional.to_image(array)
print(image.shape, image.flatten())
#> torch.Size([3, 1, 1]) tensor([  0,  51, 255], dtype=torch.uint8)
scaled = functional.to_dtype(image, torch.float32, scale=True)  # <-
print(scaled.flatten(), functional.to_dtype(image, torch.float32).flatten())
#> tensor([0.0000, 0.2000, 1.0000]) tensor([  0.,  51., 255.])

print(functional.normalize(scaled, mean=[0.5] * 3, std=[0.5] * 3).flatten())
#> tensor([-1.0000, -0.6000,  1.0000])
picture = functional.to_pil_image(image)
print(picture.size, functional.pil_to_tensor(picture).equal(image))
#> (1, 1) True
print(functional.grayscale_to_rgb(image[:1]).shape, functional.get_size(image))
#> torch.Size([3, 1, 1]) [1, 1]

torch.manual_seed(0)
print(functional.gaussian_noise(scaled, sigma=0.0).equal(scaled))
#> True
large = torch.full((3, 8, 8), 100, dtype=torch.uint8)
print(functional.jpeg(large, quality=90).shape)
#> torch.Size([3, 8, 8])
film = torch.arange(6.0).reshape(6, 1, 1, 1)
print(functional.uniform_temporal_subsample(film, num_samples=3).flatten())
#> tensor([0., 2., 5.])
