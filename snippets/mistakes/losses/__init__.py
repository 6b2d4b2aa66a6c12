"""Losses and metrics: numbers that look right.

What goes into the loss or the metric has another meaning, or another shape, than it
expects.
"""

__all__ = [
    "softmax_twice",
    "sigmoid_twice",
    "column_against_row",
    "accuracy_broadcast",
    "padding_counted",
    "mean_of_batch_means",
    "accuracy_of_the_majority",
    "log_of_softmax",
    "probabilities_into_nll",
    "relu_on_logits",
    "kl_div_arguments",
    "classes_last",
    "argmax_of_the_batch",
    "sum_reduction",
    "compared_unalike",
]
