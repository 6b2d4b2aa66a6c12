"""Inspect a model: what is in it, how large, and what goes through.

Nothing here needs another package. `print(model)` shows modules, `named_parameters`
shows weights, a forward hook shows what passes.
"""

__all__ = [
    "print_model", "parameters", "children_and_modules", "count_parameters",
    "layer_summary", "train_and_eval", "forward_hook", "backward_hook",
    "apply_function", "model_size", "freeze_part",
]
