"""ToDtype: another type, with or without scaling.

`scale=True` maps the 0..255 of uint8 to the 0..1 of floats, and back: values outside
wrap around, and in float16 and bfloat16 1 becomes 0. Clamp, and go back from float32.
Without it only the type changes: a float image of 0 to 255, which Normalize makes
nonsense of. A PIL image passes through unchanged, without a word: `ToImage` comes
first. `ConvertImageDtype` is the older transform with scaling.

Attributes: Shapes
    image: (1, 1, 3) uint8

Asked as:
    why divide pixels by 255; forgot scale=True; float image back to uint8; from float
    back to bytes 0..255; image tensor in the wrong range; pixels are 0 to 255 instead
    of 0 to 1; pixels still 0 to 255 after the change to float32; image has values up to
    255, far too large after Normalize; min-max scaling of pixel values; change the
    dtype of an image; F.convert_image_dtype; rescale=1./255, keras.layers.Rescaling;
    tf.image.convert_image_dtype; skimage img_as_float, img_as_ubyte, im2double; pixel
    values up to 255 make the loss explode; uint8 image to float32 with scaling; image
    is uint8 but should be float: Input tensor should be a float tensor; scale pixels to
    0 to 1; divide by 255
"""

import torch
from PIL import Image
from torchvision import tv_tensors
from torchvision.transforms import v2

image = tv_tensors.Image(torch.tensor([[[0, 51, 255]]], dtype=torch.uint8))
print(v2.ToDtype(torch.float32, scale=True)(image))  # <-
#> Image([[[0.0000, 0.2000, 1.0000]]], )
print(v2.ToDtype(torch.float32)(image))
#> Image([[[  0.,  51., 255.]]], )

x = torch.tensor([[[0.0, 0.2, 1.0]]])
print(v2.ToDtype(torch.uint8, scale=True)(x))
#> tensor([[[  0,  51, 255]]], dtype=torch.uint8)
print(v2.ConvertImageDtype(torch.float32)(image).dtype)
#> torch.float32

picture = Image.new("L", (3, 1))
print(v2.ToDtype(torch.float32, scale=True)(picture) is picture)
#> True
