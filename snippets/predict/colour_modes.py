"""Colour modes: make every file what the model was trained on.

Files come in greyscale (`L`), with transparency (`RGBA`, `LA`), as palettes (`P`), in
16 bits (`I;16`), as CMYK from print. `convert("RGB")` drops the transparency and shows
what lies under it, often black: put the image on white first. Of 16 bits it makes all
above 255 white: divide by 257 first.

Attributes: Shapes
    grey: (1, 2, 2) uint8
    three: (3, 2, 2) uint8
    on_white: (3, 2, 2) uint8

Raises:
    RuntimeError: `model(v2.functional.pil_to_tensor(clear).float()[None])` to have 3
        channels, but got 4 channels instead

Asked as:
    RGBA to RGB; png with alpha channel; transparent png; picture has 4 channels; got 4
    channels instead of 3 because of transparency; convert all pictures to 3 channels;
    some pictures are grey, others coloured, make them all the same; mix of grayscale
    and colour files in a folder; some PNG files break the pipeline, number of channels
    differs; 16-bit png or tiff; palette png or gif, mode P to RGB; all-black picture
    after converting a png; black background instead of white; RGB, L, RGBA, P: PIL
    image modes; image.convert("RGB"); CMYK or grayscale jpg crashes the model; remove
    or drop the alpha channel
"""

import numpy as np
import torch
from PIL import Image
from torch import nn
from torchvision.transforms import v2

model = nn.Conv2d(3, 1, kernel_size=1)
grey = v2.functional.pil_to_tensor(Image.new("L", (2, 2), 90))
three = v2.functional.pil_to_tensor(Image.new("L", (2, 2), 90).convert("RGB"))
print(grey.shape, three.shape)
#> torch.Size([1, 2, 2]) torch.Size([3, 2, 2])

clear = Image.new("RGBA", (2, 2), (0, 0, 0, 0))  # transparent, black below
black = v2.functional.pil_to_tensor(clear.convert("RGB"))
white = Image.new("RGBA", clear.size, "white")
flat = Image.alpha_composite(white, clear).convert("RGB")  # <-
on_white = v2.functional.pil_to_tensor(flat)
print(black.unique(), on_white.unique())
#> tensor([0], dtype=torch.uint8) tensor([255], dtype=torch.uint8)

deep = Image.new("I;16", (1, 1), 25700)  # 65535 is white
values = v2.functional.pil_to_tensor(deep)  # uint16: divide by 65535, not by 255
print(values.dtype, values.to(torch.float32) / 65535)
#> torch.uint16 tensor([[[0.3922]]])
eight = Image.fromarray((np.asarray(deep) / 257).round().astype("uint8"))
print(deep.convert("RGB").getpixel((0, 0)), eight.convert("RGB").getpixel((0, 0)))
#> (255, 255, 255) (100, 100, 100)
