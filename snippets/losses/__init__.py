"""x: y."""

__all__ = ["classification"]
