"""Crop: take a part of the image.

Sizes are (height, width); one number means a square. Random crops are for training, the
centre crop for validation.
"""

__all__ = [
    "random_crop", "center_crop", "random_resized_crop", "five_crop", "ten_crop",
    "random_iou_crop", "random_zoom_out",
]
