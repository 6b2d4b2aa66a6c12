r"""sparse @ dense, torch.sparse.mm: products with a sparse matrix.

`A @ x` with a sparse A gives a dense result. The gradient goes to the values and to
`x`. That of the values takes a dense matrix of the size of A: where it is large, take
[`index_add`](indexing.md#index_add). Two sparse matrices give a sparse one. Normalise
an adjacency matrix once and multiply by features: a step of a graph network.
`sparse.softmax` takes the stored values of a row.

Attributes: Shapes
    x: (3, 2) float32
    out: (3, 2) float32

Asked as:
    torch.sparse.mm; sparse times dense; multiply an adjacency matrix by features; graph
    convolution by hand; torch.spmm; tf.sparse.sparse_dense_matmul; scipy.sparse dot;
    sparse matrix multiplication; torch.sparse.softmax; torch.sparse.addmm; hspmm;
    neighbour mean in a graph; message passing with a matrix; sparse attention weights;
    smm, sspaddmm; gradient of a sparse matrix; sum of the features of neighbours of a
    node
"""

import warnings

import torch

warnings.filterwarnings("ignore", message="Sparse CSR tensor support")
torch.sparse.check_sparse_tensor_invariants.enable()
edges = torch.tensor([[0, 0, 1, 2], [1, 2, 0, 0]])  # from, to
adjacency = torch.sparse_coo_tensor(edges, torch.ones(4), size=(3, 3))
x = torch.tensor([[1.0, 10.0], [2.0, 20.0], [4.0, 40.0]])

out = adjacency @ x  # <-
print(out)  # rows: sums over the neighbours
#> tensor([[ 6., 60.],
#>         [ 1., 10.],
#>         [ 1., 10.]])
print(torch.sparse.mm(adjacency, x).equal(out))
#> True
print(torch.sparse.addmm(torch.ones(3, 2), adjacency, x)[0])
#> tensor([ 7., 61.])
print(torch.sparse.mm(adjacency, adjacency).to_dense())  # paths of two edges
#> tensor([[2., 0., 0.],
#>         [0., 1., 1.],
#>         [0., 1., 1.]])
print(torch.sparse.softmax(adjacency, dim=1).to_dense())
#> tensor([[0.0000, 0.5000, 0.5000],
#>         [1.0000, 0.0000, 0.0000],
#>         [1.0000, 0.0000, 0.0000]])

weights = torch.ones(4, requires_grad=True)
(torch.sparse_coo_tensor(edges, weights, (3, 3)) @ x).sum().backward()
print(weights.grad)
#> tensor([22., 44., 11., 11.])
