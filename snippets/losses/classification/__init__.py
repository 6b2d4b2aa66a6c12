"""x: y."""

__all__ = ["cross_entropy"]
