"""The ReLU family: a line for positive inputs.

They differ below zero, `ReLU6` above 6. Start with `ReLU`; the others, but for `ReLU6`
and `Threshold`, keep a gradient just below zero. In each picture: the function, and its
derivative dashed.
"""

__all__ = [
    "relu", "leaky_relu", "prelu", "rrelu", "relu6", "threshold", "elu", "selu", "celu",
]
