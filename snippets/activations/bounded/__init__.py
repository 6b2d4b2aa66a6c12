"""Bounded and shrinking: squash into an interval, or pull toward zero.

The bounded ones are for outputs and gates. Between many layers the small gradients
of saturated units multiply to nothing.
"""

__all__ = [
    "sigmoid", "log_sigmoid", "hardsigmoid", "tanh", "hardtanh", "softsign", "tanhshrink",
    "softshrink", "hardshrink",
]
