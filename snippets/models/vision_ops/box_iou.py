r"""box_iou: how much boxes overlap, each with each.

Boxes are corners, `(x1, y1, x2, y2)`. `box_iou` is 0 for boxes that do not touch; the
other three go on falling as they move apart. Two boxes without an area give NaN.

$$\text{IoU} = \frac{|A \cap B|}{|A \cup B|}$$

Asked as:
    intersection over union of boxes; iou of two bounding boxes; generalized IoU; GIoU
    DIoU CIoU; overlap of bounding boxes; jaccard index of boxes; pairwise iou matrix;
    match predictions to ground truth boxes; torchvision.ops.box_iou;
    tf.keras.metrics.IoU for boxes; how well does a predicted box fit; distance_box_iou;
    complete_box_iou
"""

import torch
from torchvision import ops

a = torch.tensor([[0.0, 0.0, 4.0, 4.0]])
b = torch.tensor([[0.0, 0.0, 4.0, 4.0], [0.0, 0.0, 4.0, 1.0], [6.0, 0.0, 10.0, 4.0]])

print(ops.box_iou(a, b))  # <-
#> tensor([[1.0000, 0.2500, 0.0000]])
print(ops.generalized_box_iou(a, b))
#> tensor([[ 1.0000,  0.2500, -0.2000]])
print(ops.distance_box_iou(a, b))
#> tensor([[ 1.0000,  0.1797, -0.3103]])
print(ops.complete_box_iou(a, b))
#> tensor([[ 1.0000,  0.1636, -0.3103]])
