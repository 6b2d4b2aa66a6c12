"""Options: what a loss averages, weighs and ignores.

Arguments of the losses, shown where they are used, and a loss of your own.
"""

__all__ = [
    "reduction",
    "class_weights",
    "ignore_index",
    "label_smoothing",
    "class_probabilities",
    "pos_weight",
    "custom_loss",
]
