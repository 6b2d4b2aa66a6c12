"""Indexing: an index that is out of range, or of the wrong kind.

Print the shape of what is indexed, and the smallest and largest index.
"""

__all__ = [
    "index_out_of_bounds", "too_many_indices", "tensors_used_as_indices",
    "shape_of_the_mask", "invalid_index_of_0_dim", "iteration_over_0_dim",
    "only_integer_tensors", "shape_mismatch_indexing", "gather_dimensions",
    "gather_index_dtype", "scatter_dtype", "boolean_masks_only", "topk_out_of_range",
    "slice_step", "narrow_length", "multinomial_too_many",
]
