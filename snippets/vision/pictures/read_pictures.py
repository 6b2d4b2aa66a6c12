"""Read and write pictures: PIL, in place of torchvision.io.

From torchvision 0.29 on its decoders and encoders warn and point to the package
TorchCodec. PIL with `pil_to_tensor` gives the bytes of a PNG as they are, without
another package. Say the mode: grey, palette and transparent files have other numbers of
channels.

Attributes: Shapes
    image: (3, 2, 4) uint8
    picture: (3, 2, 4) float32, in [0, 1]

Warns:
    DeprecationWarning: `decode_png(encoded)` are superseded by the more complete
        decoders and encoders of TorchCodec

Before: 2.14
    nothing: `decode_png(encoded)`

Asked as:
    read_image is deprecated; decode_image deprecation warning; torchvision.io
    deprecated, what to use instead; TorchCodec instead of torchvision.io; load an image
    as a tensor without torchvision.io; The image decoding and encoding capabilities of
    TorchVision are deprecated since torchvision 0.29; read a jpg into a tensor; replace
    read_image by PIL; write_png or write_jpeg replacement; open a picture as uint8
    tensor; save a tensor as png with PIL; image file to tensor; decode image bytes from
    memory
"""

import io

import torch
from PIL import Image
from torchvision.io import decode_png
from torchvision.transforms.v2.functional import pil_to_tensor, to_dtype, to_pil_image

image = torch.arange(24, dtype=torch.uint8).reshape(3, 2, 4)
file = io.BytesIO()  # or a path
to_pil_image(image).save(file, format="PNG")

loaded = pil_to_tensor(Image.open(file).convert("RGB"))  # <-
print(loaded.dtype, loaded.tolist() == image.tolist())
#> torch.uint8 True
picture = to_dtype(loaded, torch.float32, scale=True)

encoded = torch.frombuffer(bytearray(file.getvalue()), dtype=torch.uint8)
print(decode_png(encoded).tolist() == loaded.tolist())  # as it was done
#> True
