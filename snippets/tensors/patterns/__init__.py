"""Patterns: triangles, diagonals, grids, pairs.
"""

__all__ = [
    "tril_triu",
    "diag",
    "meshgrid",
]
