"""Define a model: from layers in a row to any computation.

The plain way is [`nn.Sequential`](../layers/containers.md#sequential). The result is an
`nn.Module` either way.
"""

__all__ = ["ordered_dict", "subclass", "mixed", "nested_models", "copy_model"]
