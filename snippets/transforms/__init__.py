"""Transforms: prepare and vary images.
"""

__all__ = []
