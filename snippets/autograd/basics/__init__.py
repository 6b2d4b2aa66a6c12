"""Gradients: from a loss to the `.grad` of its leaves.

A leaf is a tensor you made; its `.grad` stays None until `backward` reaches it, and a
further `backward` adds to it.
"""

__all__ = [
    "requires_grad", "variable", "backward", "accumulation", "zero_grad", "leaf",
    "vector_backward", "autograd_grad", "retain_graph", "inplace", "finite_differences",
]
