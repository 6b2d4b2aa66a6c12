"""Optimizers: turn gradients into steps.
"""

__all__ = []
