"""Math: products, broadcasting, functions, linear algebra.

`*` multiplies element by element and broadcasts, `@` is the matrix product. Linear
algebra lives in `torch.linalg`; the old names at the top level (`symeig`, `eig`,
`lstsq`, `solve`) are removed.
"""

__all__ = [
    "broadcasting",
    "matmul",
    "einsum",
    "outer",
    "clamp",
    "sigmoid",
    "softmax",
    "in_place",
    "allclose",
    "not_a_number",
    "linalg_solve",
    "linalg_inv",
    "linalg_eigh",
    "linalg_svd",
    "linalg_norm",
    "einops_rearrange",
]
