"""Modules and names: classes that are not complete, names that do not exist.

The names of layers and optimizers have their own capitals, and a module starts with
`super().__init__()`.
"""

__all__ = [
    "before_init", "missing_forward", "forward_arguments", "no_such_layer", "no_such_attribute",
    "no_such_optimizer", "cannot_import_name", "module_not_callable", "unexpected_keyword",
    "not_a_module_subclass", "tuple_as_input", "forward_returns_none",
    "cannot_assign_parameter", "layer_not_subscriptable", "conv2d_arguments",
    "same_padding_strided",
]
