r"""Average precision of a detector: mAP at one overlap.

The area under precision over recall, where a precision counts as the best that is
reached at that recall or a higher one. Detections of all pictures are sorted together,
[matched](#match_boxes) picture by picture. The mean over the classes that have objects
is mAP@50; COCO's mAP is the mean over the overlaps 0.5, 0.55, …, 0.95 too.

$$\text{AP} = \sum_k (R_k - R_{k-1}) \max_{j \ge k} P_j$$

Attributes: Shapes
    scores: (N,) float32, of all pictures
    hits: (N,) bool

Asked as:
    mean average precision of a detector; mAP@50; mAP from scratch; average precision of
    object detection; COCO mAP 0.5:0.95; evaluate Faster R-CNN; torchmetrics
    MeanAveragePrecision by hand; pycocotools COCOeval without pycocotools; precision
    recall curve of a detector; interpolated precision; VOC AP all points; compute mAP
    for boxes; AP50 and AP75; area under the precision recall curve of boxes; calculate
    mAP without a library; mAP of boxes
"""

import torch


def average_precision(scores, hits, objects):
    """Return the AP of one class, of which there are so many objects."""
    hits = hits[scores.argsort(descending=True)].cumsum(0)
    precision = hits / torch.arange(1, len(hits) + 1)
    best = precision.flip(0).cummax(0).values.flip(0)  # there or at a higher recall
    gained = hits.diff(prepend=hits.new_zeros(1)) / objects
    return (gained * best).sum()  # <-


scores = torch.tensor([0.9, 0.8, 0.7, 0.6, 0.3])
hits = torch.tensor([True, False, True, True, False])
print(average_precision(scores, hits, objects=4))
#> tensor(0.6250)

overlaps = torch.arange(0.5, 1.0, 0.05)
best_overlap = torch.tensor([0.93, 0.2, 0.72, 0.58, 0.1])  # IoU with a truth each
each = [average_precision(scores, best_overlap >= t, objects=4) for t in overlaps]
print(f"{torch.stack(each).mean():.3f}")
#> 0.350
