"""Flip, rotate, distort: move the pixels.

Boxes, masks and key points given along with the image move with it. Angles are in
degrees: counter-clockwise in `RandomRotation`, clockwise in `RandomAffine`.
"""

__all__ = [
    "random_horizontal_flip", "random_vertical_flip", "random_rotation",
    "random_affine", "random_perspective", "elastic",
]
