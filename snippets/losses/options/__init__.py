"""Options: what a loss averages, weighs and ignores.

The arguments that most losses share, shown on the losses where they are used, and the
commonest mistake.
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
