"""Colour: change the values, not the places.

On uint8 (0 to 255) or float (0 to 1) images, before Normalize. Boxes and masks stay as
they are.
"""

__all__ = [
    "color_jitter", "grayscale", "random_grayscale", "gaussian_blur", "gaussian_noise",
    "photometric", "invert_and_solarize", "sharpness_and_contrast",
    "channel_permutation",
]
