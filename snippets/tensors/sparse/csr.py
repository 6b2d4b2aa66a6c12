r"""to_sparse_csr, sparse_csr_tensor: rows compressed.

`crow_indices[i]` to `crow_indices[i + 1]` are the stored values of row i, `col_indices`
their columns: SciPy's `indptr` and `indices`. CSC compresses columns, BSR stores
blocks. The first use in a program warns that the layout is in beta.

Attributes: Shapes
    dense: (3, 3) float32

Asked as:
    torch.sparse_csr_tensor; to_sparse_csr; scipy.sparse.csr_matrix; indptr and indices;
    crow_indices, col_indices; Sparse CSR tensor support is in beta state;
    to_sparse_csc; to_sparse_bsr; compressed sparse row; sparse matrix vector product;
    block sparse; torch.sparse_bsr_tensor; torch.sparse_csc_tensor; convert a scipy csr
    matrix; torch.sparse_compressed_tensor; ccol_indices, row_indices
"""

import warnings

import torch

warnings.filterwarnings("ignore", message="Sparse CSR tensor support")
torch.sparse.check_sparse_tensor_invariants.enable()
dense = torch.tensor([[0.0, 1.0, 2.0], [0.0, 0.0, 0.0], [3.0, 0.0, 0.0]])
x = dense.to_sparse_csr()  # <-
print(x.crow_indices(), x.col_indices(), x.values())
#> tensor([0, 2, 2, 3]) tensor([1, 2, 0]) tensor([1., 2., 3.])
print(x @ torch.ones(3))
#> tensor([3., 0., 3.])

same = torch.sparse_csr_tensor([0, 2, 2, 3], [1, 2, 0], [1.0, 2.0, 3.0], size=(3, 3))
print(same.to_dense().equal(dense), same.layout)
#> True torch.sparse_csr
columns = dense.to_sparse_csc()
print(columns.ccol_indices(), columns.row_indices())
#> tensor([0, 1, 2, 3]) tensor([2, 0, 0])
print(x.is_sparse_csr, x.is_sparse)
#> True False

args = ([0, 1, 2, 3], [2, 0, 0], [3.0, 1.0, 2.0], (3, 3))
print(torch.sparse_csc_tensor(*args).to_dense().equal(dense))
#> True
print(torch.sparse_compressed_tensor(*args, layout=torch.sparse_csc).layout)
#> torch.sparse_csc
blocks = torch.eye(4).to_sparse_bsr((2, 2))
print(blocks.values().shape, blocks.to_dense().equal(torch.eye(4)))
#> torch.Size([2, 2, 2]) True
block = torch.sparse_bsr_tensor([0, 1], [0], torch.ones(1, 2, 2), size=(2, 2))
print(block.to_dense().sum(), torch.eye(4).to_sparse_bsc((2, 2)).layout)
#> tensor(4.) torch.sparse_bsc
