"""The cheat sheet: one folder a topic, one file an entry."""

__all__ = [
    "tensors",
    "autograd",
    "layers",
    "activations",
    "losses",
    "init",
    "optimizers",
    "schedulers",
    "models",
    "data",
    "transforms",
    "devices",
]
