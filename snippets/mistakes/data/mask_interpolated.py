"""Mask interpolated: classes that nobody labelled.

`Resize` and the crops that resize mix neighbouring pixels, which is right for colours
and wrong for numbers of classes: between 0 and 4 lie 1, 2 and 3. The type is unchanged,
and the loss takes the new classes for real ones. Mark the mask as
`tv_tensors.Mask`, which takes the nearest pixel, or
[say so](../transforms/resize_convert.md#interpolation). `Image.resize` of PIL mixes
too, except for the modes P and 1.

Attributes: Shapes
    mask: (1, 8, 8) uint8
    wrong: (1, 12, 12) uint8
    right: (1, 12, 12) uint8

Asked as:
    resized segmentation mask has new values; mask.unique() shows classes I do not have;
    bilinear resize of labels; mask values between the classes after Resize; target out
    of bounds after resizing the mask; IoU of thin borders is bad after resizing; class
    1 appears between 0 and 2; v2.Resize on a mask tensor; PIL resize of a label image
    changes the ids; ignore index 255 turns into other classes; wrong labels at the
    edges of objects; labels that do not exist after resizing a segmentation mask
"""

import torch
from torchvision import tv_tensors
from torchvision.transforms import v2

mask = torch.zeros(1, 8, 8, dtype=torch.uint8)
mask[:, 2:6, 2:6] = 4  # classes 0 and 4
resize = v2.Resize((12, 12))

# Wrong: a plain tensor is taken for an image.
wrong = resize(mask)
print(wrong.unique(), (wrong % 4 != 0).sum())
#> tensor([0, 1, 2, 3, 4], dtype=torch.uint8) tensor(44)

# Right: the nearest pixel.
right = resize(tv_tensors.Mask(mask))  # <-
print(right.unique(), (right % 4 != 0).sum())
#> tensor([0, 4], dtype=torch.uint8) tensor(0)
