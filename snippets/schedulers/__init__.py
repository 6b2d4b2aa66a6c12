"""Schedulers: change the learning rate while training.
"""

__all__ = []
