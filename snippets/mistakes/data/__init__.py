"""Data: batches that are not what they seem.

Look at a batch as the model gets it, after the transforms: a picture with its label,
the mean and the range.
"""

__all__ = [
    "not_scaled", "augmented_validation", "sorted_by_class", "shuffled_apart",
    "shared_transform", "normalised_twice", "duplicates_in_both",
    "test_with_own_statistics", "bgr_as_rgb",
    "image_and_mask_apart", "mask_interpolated", "class_numbers_of_two_folders",
    "selected_before_split", "evaluated_with_drop_last", "grey_with_three_means", "loader_waits",
]
