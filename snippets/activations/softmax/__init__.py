"""Softmax: a vector of scores to a distribution.

They act on a whole dimension, not on one number: say which, with `dim`.
"""

__all__ = ["softmax_layer", "log_softmax", "softmin", "softmax2d", "gumbel_softmax"]
