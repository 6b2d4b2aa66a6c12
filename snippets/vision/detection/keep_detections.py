"""From scores to detections: threshold, nms for each class, the best few.

For heads of your own that give boxes and scores of classes; torchvision's detectors do
this in eval mode. A box can be kept for two classes. Drop low scores first:
[nms](../models/vision_ops.md#nms) compares each pair of what is left.

Attributes: Shapes
    boxes: (N, 4) float32
    scores: (N, 2) float32, of each class
    found: (M, 4) float32

Asked as:
    postprocess detector output; filter detections by confidence; score threshold then
    nms; box_score_thresh; keep the top detections; detections_per_img; YOLO output to
    boxes; confidence threshold of a detector; class-wise nms with scores; remove
    low-score boxes; turn raw scores into final detections; too many boxes predicted;
    only show predictions above 0.5; throw away uncertain boxes; doubled boxes of a head
    of my own
"""

import torch
from torchvision import ops

boxes = torch.tensor(
    [[0.0, 0.0, 9.0, 9.0], [1.0, 0.0, 10.0, 9.0], [20.0, 0.0, 29.0, 9.0]]
)
scores = torch.tensor([[0.9, 0.1], [0.8, 0.7], [0.3, 0.02]])


def detections(boxes, scores, at_least=0.05, overlap=0.5, most=100):
    number, label = (scores > at_least).nonzero(as_tuple=True)
    score = scores[number, label]
    keep = ops.batched_nms(boxes[number], score, label, overlap)[:most]  # <-
    return boxes[number[keep]], score[keep], label[keep] + 1  # 0 is the background


found, score, label = detections(boxes, scores)
print(found, score, label)
#> tensor([[ 0.,  0.,  9.,  9.],
#>         [ 1.,  0., 10.,  9.],
#>         [20.,  0., 29.,  9.]]) tensor([0.9000, 0.7000, 0.3000]) tensor([1, 2, 1])

sure = score > 0.5
print(found[sure].shape)
#> torch.Size([2, 4])
