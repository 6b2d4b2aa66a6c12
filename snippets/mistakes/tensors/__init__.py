"""Tensors: values that move or share memory.

Try the line on a tensor small enough to print.
"""

__all__ = [
    "reshape_for_permute",
    "view_changed",
    "keepdim_forgotten",
    "integer_division",
    "uint8_overflow",
    "squeeze_drops_the_batch",
    "repeated_index",
    "mask_of_integers",
    "nan_compared",
    "numpy_shares_memory",
    "in_place_on_detached",
    "uninitialised_empty",
    "float32_counter",
    "expand_written",
    "unstable_sort",
    "multinomial_of_zeros",
]
