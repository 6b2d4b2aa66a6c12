"""Data: from files to batches.
"""

__all__ = []
