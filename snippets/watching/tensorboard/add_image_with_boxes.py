"""add_image_with_boxes: boxes drawn into the picture.

Rows of (x1, y1, x2, y2) in pixels; lines are red and two pixels wide. `labels` is one
string a box, and is dropped where their number differs. For colours use
`torchvision.utils.draw_bounding_boxes` and `add_image`.

Attributes: Shapes
    image: (3, H, W) uint8
    boxes: (N, 4) int64, x1, y1, x2, y2

Asked as:
    draw bounding boxes; paint YOLO boxes or rectangles over a photo; show what a
    detector found; overlay ground truth boxes in TensorBoard; class name beside a
    rectangle; tf.image.draw_bounding_boxes; xyxy coordinates on an image; bbox
    visualization, annotate a picture with labels;
    torchvision.utils.draw_bounding_boxes; wandb.Image with boxes; visualize object
    detection; look at predictions of an object detector during training; plot predicted
    boxes with class names on an image tensor; detection results in TensorBoard
"""
# needs: tensorboard

import io
import tempfile

import numpy as np
import torch
from PIL import Image
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

image = torch.zeros(3, 48, 64, dtype=torch.uint8)
boxes = torch.tensor([[8, 4, 40, 28], [30, 16, 60, 40]])

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        writer.add_image_with_boxes("boxes", image, boxes, 0)  # <-
        writer.add_image_with_boxes("named", image, boxes, 0, labels=["cat", "dog"])
    log = EventAccumulator(log_dir).Reload()

red = {}
for tag in ("boxes", "named"):
    event = log.Images(tag)[0]
    found = np.array(Image.open(io.BytesIO(event.encoded_image_string)))
    red[tag] = (found == [255, 0, 0]).all(axis=2)
print(found.shape)
#> (48, 64, 3)
print(red["boxes"][16, 8], red["boxes"][16, 20])  # on the left edge, inside
#> True False
print(red["named"].sum() > red["boxes"].sum())  # names stand on a red ground
#> True
