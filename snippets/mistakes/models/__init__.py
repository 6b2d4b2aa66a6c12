"""Models: layers that do something else.

Count the parameters, and look at what one input gives.
"""

__all__ = [
    "plain_list",
    "activation_forgotten",
    "batch_first_forgotten",
    "causal_mask_forgotten",
    "same_layer_repeated",
    "mask_turned_over",
    "dropout_in_eval",
    "strict_false_loads_nothing",
    "softmax_over_the_batch",
    "zero_init",
    "wrong_flatten",
    "batch_norm_few_updates",
    "no_batch_dimension",
    "sigmoid_deep",
    "swapped_source_and_target",
    "copied_not_tied",
]
