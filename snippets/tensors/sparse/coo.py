r"""sparse_coo_tensor, to_sparse: only what is not zero.

Coordinates and values; `coalesce` sorts and adds up repeats, and `indices()` and
`values()` want it. It pays where few elements in a hundred are not zero. `to_dense`
goes back. Turn the checks on: without them, an index outside of the size can crash the
program instead of raising.

Attributes: Shapes
    indices: (2, 3) int64, row and column of each value
    x: (2, 3) float32

Raises:
    RuntimeError: `x.values()` Cannot get values on an uncoalesced tensor
    RuntimeError: `torch.sparse_coo_tensor(indices, values, size=(1, 3))` size is
        inconsistent with indices

Asked as:
    torch.sparse_coo_tensor; x.to_sparse(); x.to_dense(); x.coalesce(); sparse tensor;
    scipy.sparse.coo_matrix; tf.sparse.SparseTensor; adjacency matrix of a graph; number
    of stored values; x.indices(), x.values(); Cannot get values on an uncoalesced
    tensor; sparse matrix from edges; tf.sparse.from_dense; one-hot features without the
    zeros; memory of a mostly zero matrix; is_sparse, sparse_dim, dense_dim; sparse
    gradient of an embedding; _nnz
"""

import torch

torch.sparse.check_sparse_tensor_invariants.enable()
indices = torch.tensor([[0, 1, 1], [2, 0, 0]])
values = torch.tensor([3.0, 4.0, 5.0])
x = torch.sparse_coo_tensor(indices, values, size=(2, 3))  # <-
print(x.to_dense())
#> tensor([[0., 0., 3.],
#>         [9., 0., 0.]])

x2 = x.coalesce()
print(x2.indices(), x2.values(), x2.is_coalesced())
#> tensor([[0, 1],
#>         [2, 0]]) tensor([3., 9.]) True
print(x.is_sparse, x.layout, x.sparse_dim(), x.dense_dim())
#> True torch.sparse_coo 2 0
print(torch.eye(3).to_sparse().values(), torch.eye(3).to_sparse()._nnz())
#> tensor([1., 1., 1.]) 3
scores = torch.arange(6.0).reshape(2, 3)
print(scores.sparse_mask(x2).values())  # the scores where x2 has values
#> tensor([2., 3.])
print(torch.sparse.sum(x), torch.sparse.sum(x, dim=0).to_dense())
#> tensor(12.) tensor([9., 0., 3.])
