"""Vision beyond classes: masks, boxes and pictures as answers.

| You want | Answer | Start with |
|---|---|---|
| a class for each pixel | logits (N, C, H, W) | [U-Net](segmentation.md#u_net), [its training](segmentation.md#train_u_net) |
| one kind of region | logits (N, 1, H, W) | [one channel](segmentation.md#binary_masks) |
| where each object is | boxes, labels, scores | [a detector](detection.md#train_detector), [its target](detection.md#detection_target) |
| the outline of each object | masks, boxes, labels | [a target from numbered objects](detection.md#boxes_from_masks) |
| a better picture | a picture | [super-resolution](pictures.md#super_resolution), [pairs](pictures.md#paired_crop) |
| few numbers for a picture | a code | [autoencoder](pictures.md#picture_autoencoder) |
| what does not belong there | a map of errors | [defects](pictures.md#defects) |
| how good the masks are | IoU, dice | [from one table](segmentation.md#dice_and_iou) |
| how good the boxes are | average precision | [matched](detection.md#match_boxes), [AP](detection.md#box_average_precision) |
| how good the pictures are | PSNR, SSIM | [PSNR](pictures.md#psnr), [SSIM](pictures.md#ssim) |
| no data yet | drawn shapes | [a data set](segmentation.md#shapes_and_masks) |

The pictures here are drawn, so that each entry runs as it stands. Losses for masks are
[written by hand](../losses/written.md), transforms for boxes and masks on [their own
page](../transforms/policies.md), single functions for boxes among the
[vision ops](../models/vision_ops.md).
"""

__all__ = ["segmentation", "detection", "pictures"]

#: What the home page names of it.
WANTED = ["segmentation/u_net", "detection/train_detector", "pictures/super_resolution"]
