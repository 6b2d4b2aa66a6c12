r"""cannot write mode RGBA as JPEG: a picture with transparency.

A colour PNG with an alpha channel is RGBA. JPEG has no transparency: `save` refuses it;
a [convolution for three channels](layers.md#conv_channels) and `Normalize` refuse the
tensor of four. Two channels are grey with transparency (LA); CMYK has four as well. A
palette (P) has one, the numbers of colours, and needs the conversion most: its values
are no brightness. Convert to RGB where the file is opened. Modes of more than 8 bits
(I;16, I, F) are refused as well, and `convert` clips at 255: scale first.

Raises:
    OSError: `logo.save(io.BytesIO(), "JPEG")` cannot write mode RGBA as JPEG
    OSError: `Image.new("P", (4, 4)).save(io.BytesIO(), "JPEG")` cannot write mode P as
        JPEG
    RuntimeError: `conv(x)`
        Given groups=1, weight of size [6, 3, 3, 3], expected input[1, 4, 4, 4] to have
        3 channels, but got 4 channels instead

Asked as:
    RGBA image in a pretrained model; screenshot fails, photo works; palette png gives
    one channel and wrong colours; convert all images of a dataset to RGB; image mode P
    or LA or CMYK; transparent background becomes black
"""

import io

import torch
from PIL import Image
from torchvision.transforms import v2

conv = torch.nn.Conv2d(3, 6, kernel_size=3)
to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
logo = Image.new("RGBA", (4, 4), (255, 0, 0, 0))  # all of it transparent
x = to_tensor(logo)[None]
try:
    logo.save(io.BytesIO(), "JPEG")
except OSError as error:
    print(error)
    #> cannot write mode RGBA as JPEG

# Where the file is opened.
rgb = logo.convert("RGB")  # <-
print(conv(to_tensor(rgb)[None]).shape)
#> torch.Size([1, 6, 2, 2])
# On white in place of the colour below the transparency.
white = Image.new("RGBA", logo.size, "white")
print(Image.alpha_composite(white, logo).convert("RGB").getpixel((0, 0)))
#> (255, 255, 255)
# A tensor: drop the fourth channel.
print(conv(x[:, :3]).shape)
#> torch.Size([1, 6, 2, 2])

# What the modes give, and after the conversion.
for mode in ("L", "LA", "P", "CMYK"):
    image = Image.new(mode, (4, 4))
    print(mode, len(to_tensor(image)), len(to_tensor(image.convert("RGB"))))
    #> L 1 3
    #> LA 2 3
    #> P 1 3
    #> CMYK 4 3
