"""Tiles with overlap: a picture that is too large for one pass.

At its border a tile sees padding in place of its neighbours. So the tiles overlap, and
the nearer a pixel lies to the border of a tile the less it counts there. The last tile
of a row is moved in, so that all have one size.

Attributes: Shapes
    image: (3, 100, 150) float32
    logits: (2, 100, 150) float32

Asked as:
    sliding window inference; segment a large image in tiles; predict by patches and
    stitch; image too large for the GPU memory; overlapping patches; visible seams
    between tiles; blend tiles; monai sliding_window_inference; patchify and unpatchify
    with overlap; satellite image prediction; whole slide image; tiled inference;
    borders of patches are bad; split an image into crops and merge the predictions;
    aerial photo too big to predict at once; predict a picture piece by piece
"""

from itertools import product

import torch
from torch import nn


def by_tiles(model, image, classes, tile=64, overlap=16):
    """Return the logits of a picture of shape (C, H, W), tile by tile."""
    size = image.shape[-2:]
    ends = [max(length - tile, 0) for length in size]
    starts = [[*range(0, end, tile - overlap), end] for end in ends]
    edge = torch.arange(1.0, tile + 1).minimum(torch.arange(tile, 0.0, -1))
    total, weights = torch.zeros(classes, *size), torch.zeros(size)
    for top, left in product(*starts):
        place = (..., slice(top, top + tile), slice(left, left + tile))
        logits = model(image[place].unsqueeze(0))[0]
        window = (edge[:, None] * edge)[: logits.shape[1], : logits.shape[2]]
        total[place] += window * logits  # <-
        weights[place] += window
    return total / weights


torch.manual_seed(0)
layers = [nn.Conv2d(3, 8, 7, padding=3), nn.ReLU(), nn.Conv2d(8, 2, 7, padding=3)]
model, image = nn.Sequential(*layers), torch.rand(3, 100, 150)
with torch.inference_mode():
    whole = model(image[None])[0]
    logits = by_tiles(model, image, classes=2)
    seams = by_tiles(model, image, classes=2, overlap=0)
print((logits - whole).abs().mean() < 0.5 * (seams - whole).abs().mean())
#> tensor(True)
