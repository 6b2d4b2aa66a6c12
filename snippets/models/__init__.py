"""Models: define, inspect and reuse networks.
"""

__all__ = []
