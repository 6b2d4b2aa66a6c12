"""The cheat sheet: one folder a topic, one file an entry."""

__all__ = ["devices", "init", "losses", "tensors"]
