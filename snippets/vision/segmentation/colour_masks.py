"""Masks as colours: from a coloured picture to class numbers, and back.

Row number of the palette is the class. Save masks as PNG: JPEG changes the colours. A
PNG of mode P, as those of VOC, holds the numbers already, and `convert("RGB")` turns
them into colours.

Attributes: Shapes
    palette: (3, 3) uint8, a colour for each class
    coloured: (3, 2, 3) uint8
    classes: (2, 3) int64

Raises:
    ValueError: `to_classes(coloured + 1, palette)` colours outside of the palette

Asked as:
    convert an RGB mask to class indices; RGB segmentation mask to labels; colour map to
    class ids; coloured label image to integer mask; VOC palette; Image mode P mask;
    colorize a segmentation mask; class index to color; mask with colors to one channel;
    putpalette; map colors to labels in a segmentation map; rgb label picture to tensor
    of classes; CamVid colors to class numbers; decode_segmap; apply a color map to the
    predicted classes; annotation png in which each class has its own colour; display
    class numbers in colours; give classes a colour
"""

import io

import torch
from PIL import Image
from torchvision.transforms.v2.functional import pil_to_tensor, to_pil_image

palette = torch.tensor([[0, 0, 0], [220, 60, 40], [60, 120, 220]], dtype=torch.uint8)


def to_classes(picture, palette):
    """Turn a picture of shape (3, H, W) into classes of shape (H, W)."""
    same = (picture.movedim(0, -1).unsqueeze(-2) == palette).all(dim=-1)  # (H, W, C)
    if not same.any(dim=-1).all():
        raise ValueError("colours outside of the palette")
    return same.int().argmax(dim=-1)  # <-


classes = torch.tensor([[0, 1, 1], [0, 2, 1]])
coloured = palette[classes].movedim(-1, 0)
print(to_classes(coloured, palette))
#> tensor([[0, 1, 1],
#>         [0, 2, 1]])

file = io.BytesIO()
indexed = to_pil_image(classes.byte())
indexed.putpalette(palette.flatten().tolist())
indexed.save(file, "PNG")
loaded = Image.open(file)
print(loaded.mode, pil_to_tensor(loaded)[0].tolist())
#> P [[0, 1, 1], [0, 2, 1]]
pictures = {"class numbers": classes / 2, "colours": coloured}
