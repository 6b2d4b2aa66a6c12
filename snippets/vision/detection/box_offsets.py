r"""Offsets of boxes: what the head of a detector learns.

The move of the centre in widths and heights of the anchor, and the logarithm of how
much larger the box is. Where anchor and box agree all four are 0; a box without width
or height gives minus infinity. Detectors bound the logarithm before `exp`, so that an
untrained net gives no infinite box.

$$t_x = \frac{x - x_a}{w_a}, \quad t_y = \frac{y - y_a}{h_a}, \quad t_w = \ln
\frac{w}{w_a}, \quad t_h = \ln \frac{h}{h_a}$$

Attributes: Shapes
    anchors: (2, 4) float32, x1, y1, x2, y2
    boxes: (2, 4) float32
    offsets: (2, 4) float32

Asked as:
    encode boxes relative to anchors; decode box regression; bbox deltas; tx ty tw th;
    box coder; bounding box regression targets; parametrization of boxes in R-CNN;
    anchor to box offsets; why log of width in box regression; BoxCoder encode decode;
    rpn box regression target; apply deltas to anchors; encode ground truth boxes for
    SSD
"""

import torch
from torchvision import ops


def encode(boxes, anchors):
    box, anchor = (ops.box_convert(x, "xyxy", "cxcywh") for x in (boxes, anchors))
    move = (box[:, :2] - anchor[:, :2]) / anchor[:, 2:]
    return torch.cat([move, (box[:, 2:] / anchor[:, 2:]).log()], dim=1)


def decode(offsets, anchors, largest=4.0):
    anchor = ops.box_convert(anchors, "xyxy", "cxcywh")
    centre = anchor[:, :2] + offsets[:, :2] * anchor[:, 2:]
    size = anchor[:, 2:] * offsets[:, 2:].clamp(max=largest).exp()
    return ops.box_convert(torch.cat([centre, size], dim=1), "cxcywh", "xyxy")


anchors = torch.tensor([[0.0, 0.0, 10.0, 20.0], [5.0, 5.0, 15.0, 15.0]])
boxes = torch.tensor([[1.0, 2.0, 11.0, 22.0], [5.0, 5.0, 25.0, 15.0]])
offsets = encode(boxes, anchors)  # <-
print(offsets)
#> tensor([[0.1000, 0.1000, 0.0000, 0.0000],
#>         [0.5000, 0.0000, 0.6931, 0.0000]])
print(decode(offsets, anchors))
#> tensor([[ 1.,  2., 11., 22.],
#>         [ 5.,  5., 25., 15.]])
