"""Polygons to a mask: outlines of annotation tools as numbers of pixels.

Points are (x, y), as labelme and COCO have them. Draw in the order of what lies in
front: a later polygon covers an earlier one. The outline itself belongs to the mask.

Attributes: Shapes
    mask: (7, 9) int64, class of each pixel

Asked as:
    polygon to mask; labelme json to mask; COCO polygon segmentation to mask; convert
    annotation points to a binary mask; rasterize a polygon; ImageDraw polygon as a
    label image; cv2.fillPoly without OpenCV; fill an outline with a class number; via
    or CVAT annotations to masks; polygon coordinates to segmentation mask; draw a
    polygon on a mask; coco annToMask without pycocotools
"""

import numpy as np
import torch
from PIL import Image, ImageDraw

outlines = [
    (1, [(0, 0), (6, 0), (6, 5), (0, 5)]),
    (2, [(4, 2), (8, 2), (8, 6)]),
]

drawn = Image.new("L", (9, 7))  # width, height
for label, points in outlines:
    ImageDraw.Draw(drawn).polygon(points, fill=label)  # <-
mask = torch.tensor(np.array(drawn), dtype=torch.int64)
print(mask)
#> tensor([[1, 1, 1, 1, 1, 1, 1, 0, 0],
#>         [1, 1, 1, 1, 1, 1, 1, 0, 0],
#>         [1, 1, 1, 1, 2, 2, 2, 2, 2],
#>         [1, 1, 1, 1, 1, 2, 2, 2, 2],
#>         [1, 1, 1, 1, 1, 1, 2, 2, 2],
#>         [1, 1, 1, 1, 1, 1, 1, 2, 2],
#>         [0, 0, 0, 0, 0, 0, 0, 0, 2]])
pictures = {"mask": mask / 2}
