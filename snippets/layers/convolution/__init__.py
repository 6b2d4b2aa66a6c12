"""Convolution: the same small weights at every place.

Input (N, C, L), (N, C, H, W) or (N, C, D, H, W). With kernel 3, `padding=1` keeps the
size, and `stride=2` then halves it, rounded up. Three grey images (3, H, W) pass
through `Conv2d(3, 6, 3)` as one image.
"""

__all__ = [
    "conv2d", "conv1d", "conv3d", "same_padding", "padding_modes", "dilation", "grouped",
    "depthwise_separable", "one_by_one", "conv_transpose", "output_padding",
    "receptive_field", "conv_to_linear", "channels_last",
]
