r"""to have 3 channels, but got 4 channels instead: a transparent picture.

A PNG with transparency is read as RGBA, four channels, and a convolution or `Normalize`
for three refuses it. Two channels are grey with transparency (LA); CMYK has four as
well. A palette (P) has one, the numbers of colours, and needs the conversion most: its
values are no brightness. Convert to RGB where the file is opened.

Raises:
    RuntimeError: `conv(x)`
        Given groups=1, weight of size [6, 3, 3, 3], expected input[1, 4, 4, 4] to have
        3 channels, but got 4 channels instead
    RuntimeError: `v2.Normalize([0.5] * 3, [0.5] * 3)(x)`
        The size of tensor a (4) must match the size of tensor b (3) at non-singleton
        dimension

Also worded:
    RuntimeError: Given groups=1, weight of size [64, 3, 7, 7], expected input[1, 4,
      224, 224] to have 3 channels, but got 4 channels instead
    RuntimeError: The size of tensor a (4) must match the size of tensor b (3) at
      non-singleton dimension 0
    OSError: cannot write mode RGBA as JPEG
    OSError: cannot write mode P as JPEG

Asked as:
    RGBA image in a pretrained model; screenshot fails, photo works; palette png gives
    one channel and wrong colours; convert all images of a dataset to RGB; image mode P
    or LA or CMYK; transparent background becomes black
"""

import torch
from PIL import Image
from torchvision.transforms import v2

conv = torch.nn.Conv2d(3, 6, kernel_size=3)
to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
logo = Image.new("RGBA", (4, 4), (255, 0, 0, 0))  # all of it transparent
x = to_tensor(logo)[None]
try:
    conv(x)
except RuntimeError as error:
    print(str(error).split("expected ")[1])
    #> input[1, 4, 4, 4] to have 3 channels, but got 4 channels instead

# Where the file is opened.
x3 = to_tensor(logo.convert("RGB"))[None]
print(conv(x3).shape)
#> torch.Size([1, 6, 2, 2])
# On white in place of the colour below the transparency.
white = Image.new("RGBA", logo.size, "white")
print(Image.alpha_composite(white, logo).convert("RGB").getpixel((0, 0)))
#> (255, 255, 255)
# A tensor: drop the fourth channel.
print(conv(x[:, :3]).shape)
#> torch.Size([1, 6, 2, 2])

# What each mode gives, and after the conversion.
for mode in ("L", "LA", "P", "CMYK"):
    image = Image.new(mode, (4, 4))
    print(mode, len(to_tensor(image)), len(to_tensor(image.convert("RGB"))))
    #> L 1 3
    #> LA 2 3
    #> P 1 3
    #> CMYK 4 3
