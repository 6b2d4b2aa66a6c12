"""Shapes: sizes that do not fit each other.

Print the shapes on the line before the one that fails: one of them is not what you
think.
"""

__all__ = [
    "mat1_and_mat2",
    "size_of_tensor_a",
    "batch_size_mismatch",
    "shape_is_invalid",
    "view_size_not_compatible",
    "stack_equal_size",
    "sizes_must_match_except",
    "dimension_out_of_range",
    "one_element_scalar",
    "expanded_size",
    "doesnt_match_broadcast",
    "expected_sequence_of_length",
    "desired_ordering",
    "batch2_first_two_dimensions",
    "split_with_sizes",
    "einsum_subscript",
]
