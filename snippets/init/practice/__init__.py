"""In practice: a whole model, the defaults, and depth.

PyTorch initialises a layer when it is made. These entries show what it does, how to
change it for all layers at once, and why it matters more the deeper the network is.
"""

__all__ = [
    "gain",
    "fan_in_fan_out",
    "default_linear",
    "default_conv2d",
    "init_model",
    "output_bias",
    "zero_residual",
    "depth",
    "deprecated_names",
]
