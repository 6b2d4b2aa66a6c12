"""v2.functional colours: a change by a number of your own.

A factor of 1 leaves the picture as it is; `adjust_hue` turns by a share of the circle,
where 0 leaves it.

Asked as:
    adjust_brightness; adjust_contrast; adjust_saturation; adjust_hue; adjust_gamma;
    brighten a picture by a factor; gamma correction of an image; swap RGB to BGR;
    tf.image.adjust_brightness; change the contrast with a fixed factor; darken an
    image; blur an image with a function; functional.invert
"""

import torch
from torchvision.transforms.v2 import functional

torch.manual_seed(0)
image = torch.randint(0, 256, (3, 4, 4), dtype=torch.uint8)
pixel = image[:, :1, :1]
print(pixel.flatten(), functional.adjust_brightness(pixel, 0.5).flatten())  # <-
#> tensor([172,  88, 115], dtype=torch.uint8) tensor([86, 44, 57], dtype=torch.uint8)

for adjust in (
    functional.adjust_brightness,
    functional.adjust_contrast,
    functional.adjust_saturation,
    functional.adjust_sharpness,
    functional.adjust_gamma,
):
    print(f"{adjust.__name__:18}", adjust(image, 1.0).equal(image))
    #> adjust_brightness  True
    #> adjust_contrast    True
    #> adjust_saturation  True
    #> adjust_sharpness   True
    #> adjust_gamma       True
print(functional.adjust_hue(pixel, 0.5).flatten())
#> tensor([ 88, 172, 145], dtype=torch.uint8)

print(functional.invert(pixel).flatten(), functional.posterize(pixel, bits=1).flatten())
#> tensor([ 83, 167, 140], dtype=torch.uint8) tensor([128,   0,   0], dtype=torch.uint8)
print(functional.solarize(pixel, threshold=128.0).flatten())
#> tensor([ 83,  88, 115], dtype=torch.uint8)
print(functional.autocontrast(image).amax(), functional.equalize(image).shape)
#> tensor(254, dtype=torch.uint8) torch.Size([3, 4, 4])
print(functional.permute_channels(pixel, [2, 1, 0]).flatten())
#> tensor([115,  88, 172], dtype=torch.uint8)
print(functional.rgb_to_grayscale(image).shape)
#> torch.Size([1, 4, 4])
print(functional.gaussian_blur(image, kernel_size=[3, 3]).shape)
#> torch.Size([3, 4, 4])
