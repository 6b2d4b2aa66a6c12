r"""only batches of spatial targets supported: a mask with a channel.

The logits are pictures, (N, C, H, W), and the target is a class index a pixel, (N, H,
W). Usual causes: a mask with a channel, (N, 1, H, W), as `PILToTensor` makes it, and
`ToTensor`, which also scales the numbers to 0 to 1; a mask of colours, (N, 3, H, W) or
(N, H, W, 3), whose colours stand for classes; labels (N,) of a classifier while the
model still gives a map. One-hot masks (N, C, H, W) are fine in float.

Raises:
    RuntimeError: `F.cross_entropy(logits, mask)`
        only batches of spatial targets supported (3D tensors) but got targets of
        dimension: 4
    RuntimeError: `F.cross_entropy(logits, torch.tensor([1]))`
        only batches of spatial targets supported (3D tensors) but got targets of
        dimension: 1
    RuntimeError: `F.cross_entropy(logits, mask[:, 0, :1])`
        size mismatch (got input: [1, 3, 2, 2] , target: [1, 1, 2]

Also worded:
    RuntimeError: 1only batches of spatial targets supported (3D tensors) but got
      targets of size: : [1, 1, 187, 621]
    RuntimeError: only batches of spatial targets supported (3D tensors) but got targets
      of size: : [2, 256, 256, 3]
    RuntimeError: 1only batches of spatial targets supported (non-empty 3D tensors) but
      got targets of size: : [4, 976]
    RuntimeError: only batches of spatial targets supported (3D tensors) but got targets
      of dimension: 2
    RuntimeError: size mismatch (got input: [2, 21, 224, 224] , target: [2, 512, 512]

Asked as:
    mask (N, 1, H, W) in cross entropy; coloured label image to class indices; U-Net
    loss, target has four dimensions; classifier gives a feature map instead of logits;
    label map is an RGB png; mask and output of a segmentation network differ in size
"""

import torch
import torch.nn.functional as F

logits = torch.zeros(1, 3, 2, 2)
mask = torch.tensor([[[[0, 1], [2, 1]]]])  # (1, 1, 2, 2)
try:
    F.cross_entropy(logits, mask)
except RuntimeError as error:
    print(str(error).split(" but ")[0])
    #> only batches of spatial targets supported (3D tensors)

# A mask with a channel: drop it; indices are int64, uint8 needs `.long()`.
print(F.cross_entropy(logits, mask.squeeze(1)))  # <-
#> tensor(1.0986)

# A mask of colours: the place of each in the palette, 0 for one that is not in it.
palette = torch.tensor([[0, 0, 0], [255, 0, 0], [0, 255, 0]])
colours = palette[mask.squeeze(1)]  # (1, 2, 2, 3)
classes = (colours.unsqueeze(-2) == palette).all(-1).int().argmax(-1)
print(classes)
#> tensor([[[0, 1],
#>          [2, 1]]])

# One label a picture: average the map of the model first.
print(F.cross_entropy(logits.mean((2, 3)), torch.tensor([1])))
#> tensor(1.0986)
