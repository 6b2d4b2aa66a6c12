"""Layers: what a model is built of.
"""

__all__ = []
