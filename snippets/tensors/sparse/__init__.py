"""Sparse and nested: mostly zeros, and rows of different lengths.
"""

__all__ = [
    "coo",
    "sparse_matmul",
    "csr",
    "nested",
]
