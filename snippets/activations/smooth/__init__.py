"""Smooth and gated: ReLU with a round corner, or with a gate.

`GELU` and `SiLU` dip a little below zero before they rise: they are the usual choice in
transformers and in recent convolutional nets.
"""

__all__ = ["gelu", "silu", "mish", "softplus", "hardswish", "glu"]
