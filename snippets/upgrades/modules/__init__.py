"""Layers and functions: names of torch.nn that warn, and defaults that changed.
"""

__all__ = [
    "upsample_bilinear",
    "grid_sample_corners",
    "weight_norm",
    "sdp_kernel",
    "backward_hook_not_full",
    "renamed_layers",
    "misspelled",
]
