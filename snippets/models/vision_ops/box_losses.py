"""generalized_box_iou_loss: a loss for boxes, pair by pair.

One minus what [box_iou](#box_iou) computes each with each, for a prediction and its own
target.

Asked as:
    loss for bounding boxes; GIoU loss; DIoU loss; CIoU loss; iou loss; box regression
    loss; train a detector with IoU; complete_box_iou_loss; distance_box_iou_loss;
    smooth L1 or IoU for boxes; gradient for boxes that do not overlap; loss between
    predicted and true rectangles
"""

import torch
from torchvision import ops

pred = torch.tensor([[0.0, 0.0, 4.0, 4.0], [0.0, 0.0, 4.0, 4.0]], requires_grad=True)
target = torch.tensor([[0.0, 0.0, 4.0, 4.0], [6.0, 0.0, 10.0, 4.0]])

loss = ops.generalized_box_iou_loss(pred, target, reduction="none")  # <-
print(loss)
#> tensor([0.0000, 1.2000], grad_fn=<RsubBackward1>)
print(ops.distance_box_iou_loss(pred, target, reduction="none").detach())
#> tensor([0.0000, 1.3103])
print(ops.complete_box_iou_loss(pred, target, reduction="mean").detach())
#> tensor(0.6552)

loss.sum().backward()
print(pred.grad[1].abs().sum() > 0)  # boxes apart are still pulled together
#> tensor(True)
