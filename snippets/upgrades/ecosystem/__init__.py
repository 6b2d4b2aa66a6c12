"""Other packages: what was archived, and what took its place.
"""

__all__ = [
    "functorch",
    "torchtext",
    "apex",
    "lightning_metrics",
    "numpy_names",
]
