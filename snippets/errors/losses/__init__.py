"""Losses: predictions and targets that do not fit each other.

Losses differ in the shape and dtype of the target; print both of prediction and target
on the line before.
"""

__all__ = [
    "target_out_of_bounds",
    "target_dtype_long",
    "multi_target_not_supported",
    "found_dtype_long",
    "different_to_the_input_size",
    "incorrect_due_to_broadcasting",
    "expected_target_size",
    "only_batches_of_spatial_targets",
    "input_between_0_and_1",
    "implicit_dimension_choice",
    "class_weight_for_all_classes",
    "ctc_lengths",
    "batchmean",
    "size_average_deprecated",
]
