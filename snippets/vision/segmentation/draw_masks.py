"""draw_segmentation_masks: classes painted over the picture.

Takes one plane of bool a class, and paints on a copy; without a plane it warns
and returns the picture itself. Leave the plane of the background
out. Where two planes overlap neither colour is painted: the place goes dark.

Attributes: Shapes
    image: (3, 48, 48) uint8
    classes: (48, 48) int64
    planes: (3, 48, 48) bool
    drawn: (3, 48, 48) uint8

Raises:
    ValueError: `draw_segmentation_masks(image, classes)` The masks must be of dtype
        bool

Asked as:
    overlay a mask on an image; show predicted masks over the photo; visualize
    segmentation results; transparent mask on a picture; draw_segmentation_masks;
    class map to boolean masks; plot predicted and true mask; blend mask and image;
    masks must be of dtype bool; show where the prediction is wrong; colour each class
    of a prediction; matplotlib imshow alpha mask
"""

import torch
from torchvision.utils import draw_segmentation_masks

line = torch.arange(48)
image = (line + line[:, None]).mul(2).byte().expand(3, 48, 48)
classes = torch.zeros(48, 48, dtype=torch.int64)
classes[8:30, 6:24] = 1
classes[(line - 32) ** 2 + (line[:, None] - 30) ** 2 < 120] = 2
predicted = classes.roll(3, dims=1)

planes = classes == torch.arange(3).view(3, 1, 1)
colours = ["tomato", "deepskyblue"]
drawn = draw_segmentation_masks(image, planes[1:], alpha=0.6, colors=colours)  # <-
print(drawn.dtype, drawn[:, 0, 0].equal(image[:, 0, 0]))
#> torch.uint8 True

wrong = draw_segmentation_masks(image, predicted != classes, colors="yellow")
print((predicted != classes).sum())
#> tensor(234)
pictures = {"picture": image, "classes": drawn, "wrong pixels": wrong}
