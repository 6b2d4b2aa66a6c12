"""Devices: no GPU, the wrong build, or two devices in one operation.

First ask what is there: [`is_available`](../devices/index.md#is_available) and [the
version](../devices/index.md#version).
"""

__all__ = ["not_compiled_with_cuda", "device_side_assert"]
