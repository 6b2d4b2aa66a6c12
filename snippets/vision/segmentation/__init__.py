"""Segmentation: a class for each pixel.

| You have or want | Write |
|---|---|
| coloured masks | [class numbers](#colour_masks) |
| outlines as points, or run-length codes | [polygons](#polygon_mask), [runs](#run_length) |
| a net | [U-Net](#u_net), [torchvision's](#segmentation_models) |
| one kind of region | [one channel](#binary_masks) |
| few pixels of a class | [weights](#rare_pixels), [dice loss](../losses/written.md#dice) |
| a number for a run | [dice and IoU](#dice_and_iou) |
| to see it | [masks on the picture](#draw_masks) |
| a picture that is too large | [tiles](#tiles) |
"""

__all__ = [
    "shapes_and_masks", "colour_masks", "polygon_mask", "run_length", "u_net",
    "train_u_net", "binary_masks", "rare_pixels", "dice_and_iou", "draw_masks",
    "segmentation_models", "tiles",
]
