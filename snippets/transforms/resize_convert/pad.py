"""Pad: a border.

Transform 12. One number, two (left and right, top and bottom), or four (left, top,
right, bottom; `F.pad` of torch takes left, right, top, bottom). Modes constant, edge,
reflect (without the border pixel), symmetric (with it); boxes take constant alone.

Attributes: Shapes
    image: (3, 6, 9) uint8
    x: (1, 2, 3) int64

Raises:
    RuntimeError: `v2.Pad(3, padding_mode="reflect")(x)` Padding size should be less
        than the corresponding input dimension

Asked as:
    add a border to an image; black or white margin around a photo; put zeros around an
    image so that it is 32 x 32; make a rectangular photo square by padding; fill up the
    missing part with a colour; fill colour of the margin, Pad(fill=255); extend the
    picture at its sides; bars on top and bottom, letterbox; black bars, keep the aspect
    ratio without distortion; enlarge 28 x 28 MNIST digits to 32 x 32 for LeNet with
    zeros around; padding_mode of an image: edge, reflect or symmetric; difference
    between reflect and symmetric; order left, top, right, bottom; np.pad for images;
    tf.image.pad_to_bounding_box, cv2.copyMakeBorder, ImageOps.expand, padarray; pad a
    picture with zeros or black pixels; frame or border of 10 pixels all around a
    picture
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

photo = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))
image = v2.Resize((6, 9))(photo)  # large pixels, to see the modes
results = {
    f"padding_mode='{mode}'": v2.Pad(3, padding_mode=mode)(image)
    for mode in ("constant", "edge", "reflect", "symmetric")
}
print(v2.Pad(3)(image).shape)
#> torch.Size([3, 12, 15])

x = torch.tensor([[[1, 2, 3], [4, 5, 6]]])
print(v2.Pad((1, 0, 2, 0), fill=9)(x))  # <- left 1, right 2
#> tensor([[[9, 1, 2, 3, 9, 9],
#>          [9, 4, 5, 6, 9, 9]]])
print(v2.Pad((2, 0), padding_mode="reflect")(x))
#> tensor([[[3, 2, 1, 2, 3, 2, 1],
#>          [6, 5, 4, 5, 6, 5, 4]]])
