"""Shapes: sizes that do not fit each other.

Print the shapes on the line before the one that fails; the message names two sizes,
and one of them is not what you think.
"""

__all__ = ["batch_size_mismatch"]
