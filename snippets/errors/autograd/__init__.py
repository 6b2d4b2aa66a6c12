"""Autograd: a graph that is missing, freed, or changed.

A result is part of a graph where it has a `grad_fn`, a leaf where it requires grad;
print it.
"""

__all__ = [
    "does_not_require_grad", "backward_second_time", "modified_by_inplace_operation",
    "grad_is_none", "leaf_in_place", "grad_scalar_outputs", "grad_of_non_leaf",
    "nan_in_backward", "not_used_in_graph", "deepcopy_non_leaf", "requires_grad_flags",
    "inference_tensors", "scalar_from_requires_grad", "grad_output_shape_mismatch",
    "legacy_function", "gradcheck_jacobian",
]
