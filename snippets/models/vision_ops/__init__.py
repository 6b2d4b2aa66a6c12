"""torchvision.ops: boxes, regions and blocks.

| You want | Write |
|---|---|
| overlap of boxes | [`box_iou`](#box_iou) |
| another format of boxes, their area | [`box_convert`](#box_convert) |
| one box an object | [`nms`](#nms) |
| features of a region | [`roi_align`](#roi_align) |
| a loss for boxes | [`generalized_box_iou_loss`](#box_losses) |
| layers as in torchvision's models | [`Conv2dNormActivation`](#blocks) |
"""

__all__ = [
    "box_iou", "box_convert", "nms", "masks_to_boxes", "box_losses", "roi_align",
    "feature_pyramid", "stochastic_depth", "drop_block", "blocks", "frozen_batch_norm",
    "deform_conv",
]
