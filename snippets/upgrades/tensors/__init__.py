"""Tensors: functions that moved, raise, or mean something else.

Old code with these names, run today, and what to write.
"""

__all__ = [
    "solve_and_lstsq",
    "symeig_and_eig",
    "qr_and_cholesky",
    "svd_v_transposed",
    "lu_and_triangular",
    "norm_of_a_matrix",
    "range_to_arange",
    "t_of_three_dimensions",
    "byte_masks",
    "division_of_integers",
    "scalar_before_tensor",
    "fft_and_stft",
    "default_tensor_type",
    "grid_and_cross",
    "renamed",
]
