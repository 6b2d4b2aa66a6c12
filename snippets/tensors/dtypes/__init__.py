"""Types and NumPy: convert, promote, hand over.

float32 is for values, int64 for classes and indices, bool for masks. A change of type
copies; the bridge to NumPy does not.
"""

__all__ = [
    "to_dtype",
    "float_long_bool",
    "type_promotion",
    "default_dtype",
    "legacy_tensor_types",
    "numpy_bridge",
    "finfo_iinfo",
    "is_questions",
]
