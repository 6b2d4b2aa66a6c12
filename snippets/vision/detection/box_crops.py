"""Crops of boxes: each object of a batch in one size.

`roi_align` cuts boxes from pictures or maps and resizes them in one call: for a second
classifier, or to look at what was found. One tensor of boxes a picture; the crops come
in their order, and a picture may have no box. Corners may be
fractions, and the gradient reaches the picture, not the boxes.

Attributes: Shapes
    images: (2, 3, 32, 32) float32
    crops: (3, 3, 12, 12) float32

Asked as:
    crop objects from images by boxes; crop and resize boxes; cut out detections for a
    classifier; same size patches of boxes; crops of all detected objects as a batch;
    roi_align on images; roi_align with a list of boxes; extract regions of an image
    batch; differentiable crop; tf.image.crop_and_resize of the picture itself; two
    stage detector and classifier; thumbnail of each box; classify what is inside of
    boxes with a second network; look inside the boxes
"""

import torch
from torchvision import ops
from torchvision.utils import draw_bounding_boxes, make_grid

line = torch.arange(32.0)
images = torch.stack([line + line[:, None], line * line[:, None] / 16]) / 62
images = images.clamp(0, 1).unsqueeze(1).repeat(1, 3, 1, 1)
boxes = [
    torch.tensor([[2.0, 4.0, 14.0, 16.0], [8.0, 8.0, 32.0, 20.0]]),
    torch.tensor([[10.0, 6.0, 26.0, 30.0]]),
]

crops = ops.roi_align(images, boxes, 12, sampling_ratio=1, aligned=True)  # <-
print(crops.shape)
#> torch.Size([3, 3, 12, 12])
print(torch.allclose(crops[0], images[0, :, 4:16, 2:14], atol=1e-6))
#> True
empty = [boxes[0][:0], boxes[1]]
print(ops.roi_align(images, empty, 12, aligned=True).shape)
#> torch.Size([1, 3, 12, 12])
pairs = zip(images, boxes, strict=True)
shown = [draw_bounding_boxes(*pair, colors="red") for pair in pairs]
pictures = {"images": make_grid(shown), "crops": make_grid(crops)}
