"""Resize, rearrange and pad: move pixels, learn nothing.

`Upsample` makes new pixels, `PixelShuffle` takes them from channels, `Unfold` splits an
image into patches. Padding is given from the last dimension on: left, right, top,
bottom.
"""

__all__ = [
    "upsample", "grid_sample", "pixel_shuffle", "channel_shuffle", "unfold", "fold",
    "zero_pad", "constant_pad", "reflection_pad", "replication_pad", "circular_pad",
    "functional_pad",
]
