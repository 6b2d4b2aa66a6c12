"""Define a model: from layers in a row to any computation.

The plain way is [`nn.Sequential`](../layers/containers.md#sequential). Whichever you
take, the result is a module with the same methods.
"""

__all__ = ["ordered_dict", "subclass", "mixed", "nested_models", "copy_model"]
