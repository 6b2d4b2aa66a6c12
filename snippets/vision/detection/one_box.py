"""One object a picture: a net that gives a box, and no detector.

Where each picture holds one object, four numbers are all: the centre and the size, as
shares of the picture, from a sigmoid. The loss is that of
[the overlap](../models/vision_ops.md#box_losses), with the distance of the corners.

Attributes: Shapes
    images: (N, 1, 32, 32) float32
    truth: (N, 4) float32, x1, y1, x2, y2, in [0, 1]
    found: (200, 4) float32

Asked as:
    bounding box regression; predict one bounding box; object localization; single
    object detection; CNN that outputs four coordinates; regress box coordinates;
    sigmoid for box coordinates; detector without anchors; localize one object in an
    image; GIoU loss in a training loop; train a network to find a box; simplest object
    detection; image to bounding box; find the place of one thing; four outputs for the
    place of a single object
"""

# %% Pictures and boxes
import torch
import torch.nn.functional as F
from torch import nn
from torchvision import ops
from torchvision.utils import draw_bounding_boxes, make_grid


def draw(count, size=32):
    """Draw an ellipse on each picture; return its box as shares of the picture."""
    line = (torch.arange(size) + 0.5) / size
    half = 0.1 + 0.15 * torch.rand(count, 2)  # of width and height
    centre = half + (1 - 2 * half) * torch.rand(count, 2)
    (x, y), (a, b) = (pair.T.reshape(2, count, 1, 1) for pair in (centre, half))
    inside = ((line - x) / a) ** 2 + ((line[:, None] - y) / b) ** 2 < 1
    images = 0.4 * torch.rand(count, size, size) + 0.4 * inside
    return images[:, None], torch.cat([centre - half, centre + half], dim=1)


# %% Net
class BoxNet(nn.Module):
    def __init__(self):
        super().__init__()
        layers = []
        for inputs, outputs in [(1, 16), (16, 32), (32, 32)]:
            layers += [nn.Conv2d(inputs, outputs, 3, stride=2, padding=1)]
            layers += [nn.BatchNorm2d(outputs), nn.ReLU()]
        self.layers = nn.Sequential(*layers, nn.Flatten(), nn.Linear(512, 4))

    def forward(self, images):
        box = self.layers(images).sigmoid()  # centre and size
        return ops.box_convert(box, "cxcywh", "xyxy")  # <-


# %% Training
torch.manual_seed(0)
model = BoxNet()
optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
for _ in range(300):
    images, truth = draw(32)
    found = model(images)
    overlap = ops.generalized_box_iou_loss(found, truth, reduction="mean")
    loss = overlap + F.l1_loss(found, truth)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

# %% On new pictures
images, truth = draw(200)
with torch.inference_mode():
    found = model.eval()(images)
iou = ops.box_iou(found, truth).diagonal()
print(iou.mean() > 0.6)
#> tensor(True)
shown = [
    draw_bounding_boxes(image, 32 * box[None], colors="red")
    for image, box in zip(images[:6].expand(-1, 3, -1, -1), found, strict=False)
]
pictures = {"boxes of new pictures": make_grid(shown, nrow=3)}
