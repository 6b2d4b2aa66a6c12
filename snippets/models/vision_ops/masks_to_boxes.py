"""masks_to_boxes: the box around each mask.

The corners are the first and the last pixel, `x2 - x1` is one less than the width. An
empty mask gives zeros, as one with the pixel at 0, 0 does.

Asked as:
    bounding box of a mask; box from a segmentation mask; mask to bounding box; smallest
    rectangle around the pixels; masks_to_boxes off by one; instance masks to detection
    targets; boxes for Mask R-CNN from masks; convert segmentation to detection; find
    the extent of True values; tight box around an object; PennFudan masks to boxes
"""

import torch
from torchvision import ops

mask = torch.zeros(1, 5, 6, dtype=torch.bool)
mask[0, 1:4, 2:5] = True
print(ops.masks_to_boxes(mask))  # <-
#> tensor([[2., 1., 4., 3.]])
