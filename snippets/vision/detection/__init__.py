"""Detection: boxes, labels and scores.

| You want | Write |
|---|---|
| annotations as a target | [boxes and labels](#detection_target), [from masks](#boxes_from_masks) |
| a batch | [lists](../data/work.md#collate_detection) |
| crops and flips | [boxes in a pipeline](#boxes_in_crops) |
| a detector of your own size | [backbone](#small_detector), [training](#train_detector) |
| one object a picture | [a net that gives a box](#one_box) |
| what is inside | [anchors](#anchors), [offsets](#box_offsets), [nms](#keep_detections) |
| the objects as pictures | [crops](#box_crops), [drawn boxes](#draw_boxes) |
| a number for a run | [matches](#match_boxes), [average precision](#box_average_precision) |
"""

__all__ = [
    "detection_target", "boxes_from_masks", "boxes_in_crops", "small_detector",
    "train_detector", "one_box", "anchors", "box_offsets", "keep_detections",
    "box_crops", "draw_boxes", "match_boxes", "box_average_precision",
]
