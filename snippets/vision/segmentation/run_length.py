"""Run-length codes: a mask as starts and lengths, and back.

A row of pairs `start length start length`; pixels are counted from 1, down the columns
first, as in Kaggle's competitions. An empty mask is an empty string.

Attributes: Shapes
    mask: (3, 4) bool

Asked as:
    RLE encoding of a mask; decode a kaggle mask; rle_decode; rle_encode; submission
    file of a segmentation competition; EncodedPixels to mask; mask to a string of
    starts and lengths; ship detection masks from csv; compress a binary mask;
    column-major order of the mask pixels; mask2rle and rle2mask; run-length codes of
    masks
"""

import torch


def encode(mask):
    """Return the runs of True of a mask of shape (H, W)."""
    flat = torch.nn.functional.pad(mask.T.flatten().int(), (1, 1))
    edges = flat.diff().nonzero().flatten() + 1  # where a run begins, or has ended
    starts, ends = edges[::2], edges[1::2]
    pairs = torch.stack([starts, ends - starts], dim=1)
    return " ".join(map(str, pairs.flatten().tolist()))


def decode(text, height, width):
    """Return the mask that a string of runs stands for."""
    flat = torch.zeros(height * width, dtype=torch.bool)
    numbers = [int(n) for n in text.split()]
    for start, length in zip(numbers[::2], numbers[1::2], strict=True):
        flat[start - 1 : start - 1 + length] = True
    return flat.view(width, height).T


mask = torch.tensor([[0, 0, 1, 0], [1, 0, 1, 0], [1, 0, 0, 0]]).bool()
text = encode(mask)  # <-
print(text)
#> 2 2 7 2
print(decode(text, 3, 4).equal(mask))
#> True
