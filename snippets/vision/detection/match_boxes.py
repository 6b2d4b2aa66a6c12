"""Match detections with the truth: which are right, which are missed.

By falling score: a detection is right if the truth that it overlaps most is overlapped
enough and still free. A second detection of one object is wrong. Classes are matched
one by one.

Attributes: Shapes
    boxes: (3, 4) float32
    scores: (3,) float32
    truth: (2, 4) float32
    hits: (3,) bool, in the order of the boxes

Asked as:
    match predicted boxes with true boxes; true positives and false positives of a
    detector; assign detections to ground truth; precision and recall of a detector;
    count missed objects; duplicate detections count as false positives; IoU at 0.5 true
    positive; evaluate boxes; greedy matching by score; confusion of detections; how
    many objects were found; recall of boxes at IoU 0.5; false negatives in object
    detection; which predicted boxes belong to a real object; real objects and predicted
    boxes
"""

import torch
from torchvision import ops


def match(boxes, scores, truth, overlap=0.5):
    hits = torch.zeros(len(boxes), dtype=torch.bool)
    free = torch.ones(len(truth), dtype=torch.bool)
    iou = ops.box_iou(boxes, truth)
    for number in scores.argsort(descending=True).tolist() if len(truth) else []:
        best = iou[number].argmax()
        hits[number] = free[best] & (iou[number, best] >= overlap)  # <-
        free[best] &= ~hits[number]
    return hits


truth = torch.tensor([[0.0, 0.0, 10.0, 10.0], [20.0, 0.0, 30.0, 10.0]])
boxes = torch.tensor(
    [[1.0, 0.0, 11.0, 10.0], [0.0, 0.0, 10.0, 9.0], [40.0, 0.0, 50.0, 10.0]]
)
scores = torch.tensor([0.6, 0.9, 0.3])

hits = match(boxes, scores, truth)
print(hits)
#> tensor([False,  True, False])
right = hits.sum()
print(f"precision {right / len(boxes):.2f}, recall {right / len(truth):.2f}")
#> precision 0.33, recall 0.50
