"""Define a model: four ways, and what makes a layer part of it.

All four give a module with the same methods. Take the first that fits.
"""

__all__ = [
    "sequential", "ordered_dict", "subclass", "mixed", "list_of_layers",
    "register_buffer", "nested_models", "copy_model",
]
