"""Classification: the prediction is a class, or several.

Take `CrossEntropyLoss` for exclusive classes and `BCEWithLogitsLoss` for yes-or-no
questions, one or many. Both take raw logits. Class indices are int64; yes-or-no targets
are floats of the input's shape.
"""

__all__ = [
    "cross_entropy",
    "nll",
    "bce",
    "bce_with_logits",
    "kl_div",
    "multi_label_margin",
    "soft_margin",
    "multi_label_soft_margin",
    "multi_margin",
    "ctc",
    "adaptive_log_softmax",
    "linear_cross_entropy",
]
