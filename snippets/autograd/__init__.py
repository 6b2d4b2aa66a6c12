"""Autograd: gradients of what was computed.
"""

__all__ = []
