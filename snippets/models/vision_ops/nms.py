"""nms: the best of the boxes that overlap.

Returns the numbers of the boxes that stay, by falling score. A box goes where a better
one that stays overlaps it by more than the threshold. In `batched_nms` only boxes of
one class compete, as long as no coordinate is negative: clip first.

Asked as:
    non-maximum suppression; non maximum suppression; duplicate detections; several
    boxes on one object; batched_nms; keep the best box; nms per class;
    tf.image.non_max_suppression; torchvision.ops.nms; postprocess YOLO output;
    remove overlapping detections; iou threshold of a detector; boxes that overlap
    too much; one object, many boxes drawn by the detector
"""

import torch
from torchvision import ops

boxes = torch.tensor(
    [[0.0, 0.0, 10.0, 10.0], [1.0, 0.0, 11.0, 10.0], [20.0, 0.0, 30.0, 10.0]]
)
scores = torch.tensor([0.6, 0.9, 0.8])
keep = ops.nms(boxes, scores, iou_threshold=0.5)  # <-
print(keep, boxes[keep].shape)
#> tensor([1, 2]) torch.Size([2, 4])

classes = torch.tensor([1, 2, 1])
print(ops.batched_nms(boxes, scores, classes, iou_threshold=0.5))
#> tensor([1, 2, 0])
