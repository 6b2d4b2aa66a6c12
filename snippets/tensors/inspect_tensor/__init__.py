"""Inspect: shape, type, place and values.

The first thing to print when a line fails is the shape, the second the dtype and the
device.
"""

__all__ = [
    "shape",
    "dtype_device",
    "ndim_numel",
    "is_contiguous",
    "item",
    "tolist",
    "print_options",
]
