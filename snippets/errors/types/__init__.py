"""Types: dtypes that do not fit each other, or an operation.

Print `x.dtype` on the line before. Floats from NumPy are float64, counts and labels
int64, pictures uint8; weights are float32.
"""

__all__ = [
    "same_dtype",
    "input_and_bias_type",
    "numpy_requires_grad",
    "boolean_ambiguous",
    "result_type_cast",
    "not_implemented_for_long",
    "not_implemented_for_half",
    "mean_of_integers",
    "numpy_object",
    "too_many_dimensions_str",
    "negative_stride",
    "copy_construct_from_a_tensor",
    "bool_subtraction",
    "only_floats_require_gradients",
    "overflow_uint8",
    "numpy_not_writable",
]
