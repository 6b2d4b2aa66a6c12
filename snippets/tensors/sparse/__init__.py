"""Sparse and nested: mostly zeros, and rows of different lengths.

| You want | Write |
|---|---|
| only what is not zero | [`torch.sparse_coo_tensor(indices, values, size)`](#coo) |
| rows compressed, as SciPy has them | [`dense.to_sparse_csr()`](#csr) |
| a graph's adjacency times features | [`adjacency @ x`](#sparse_matmul) |
| a batch of sequences without padding | [`torch.nested.nested_tensor(rows, layout=torch.jagged)`](#nested) |
"""

__all__ = [
    "coo",
    "sparse_matmul",
    "csr",
    "nested",
]
