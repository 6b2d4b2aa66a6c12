"""AnchorGenerator: the boxes that a detector starts from.

One tuple of sizes and one of ratios for each map of the backbone; every size comes in
every ratio. A ratio is height by width; the area stays that of the size, but for
rounding to whole pixels. Places follow each other row by row, with all their anchors.

Attributes: Shapes
    images: (1, 3, 32, 48) float32
    maps: (1, 8, 2, 3) float32
    anchors: (24, 4) float32, x1, y1, x2, y2

Asked as:
    anchor boxes; AnchorGenerator; anchors of a feature map; sizes and aspect_ratios of
    anchors; num_anchors_per_location; prior boxes of SSD; default boxes; how many
    anchors does a detector have; Anchors should be Tuple[Tuple[int]] because each
    feature map could potentially have different sizes; choose anchor sizes; base
    anchors at each location; stride of the anchors
"""

import torch
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList

generator = AnchorGenerator(sizes=((8, 16),), aspect_ratios=((0.5, 2.0),))
print(generator.num_anchors_per_location())
#> [4]

images, maps = torch.zeros(1, 3, 32, 48), torch.zeros(1, 8, 2, 3)
(anchors,) = generator(ImageList(images, [(32, 48)]), [maps])  # <-
print(anchors[:4])
#> tensor([[ -6.,  -3.,   6.,   3.],
#>         [-11.,  -6.,  11.,   6.],
#>         [ -3.,  -6.,   3.,   6.],
#>         [ -6., -11.,   6.,  11.]])
print((anchors[4:8] - anchors[:4])[0])  # the next place: one stride to the right
#> tensor([16.,  0., 16.,  0.])
