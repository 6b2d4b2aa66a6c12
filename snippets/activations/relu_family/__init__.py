"""The ReLU family: a line for positive inputs.

They differ in what they do below zero. Start with `ReLU`; the others keep a gradient
there. In each picture: the function, and its derivative dashed.
"""

__all__ = [
    "relu", "leaky_relu", "prelu", "rrelu", "relu6", "threshold", "elu", "selu", "celu",
]
