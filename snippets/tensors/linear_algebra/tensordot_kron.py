r"""tensordot, kron, multi_dot: products of many dimensions.

`tensordot(a, b, dims=n)` sums over the last n of `a` and the first n of `b`, or over
the two lists. `kron` puts `a[i, j] * b` in block (i, j). `multi_dot` multiplies a chain
of matrices in the order that costs least. [`einsum`](math_ops.md#einsum) says most of
it by letters.

Attributes: Shapes
    a: (2, 3, 4) float32
    b: (4, 3, 5) float32

Asked as:
    torch.tensordot; torch.kron; torch.linalg.multi_dot; torch.chain_matmul;
    np.tensordot in torch; np.kron; np.linalg.multi_dot; Kronecker product;
    tf.tensordot; tf.linalg.LinearOperatorKronecker; contract two tensors over several
    dims; multiply several matrices in the best order; chain of matrix products; block
    matrix of multiples; torch.linalg.tensorsolve; tensorinv; sum over two axes at once
"""

import torch

a, b = torch.ones(2, 3, 4), torch.ones(4, 3, 5)
print(torch.tensordot(a, b, dims=1).shape)
#> torch.Size([2, 3, 3, 5])
print(torch.tensordot(a, b, dims=([1, 2], [1, 0])))  # <-
#> tensor([[12., 12., 12., 12., 12.],
#>         [12., 12., 12., 12., 12.]])
print(torch.kron(torch.tensor([[1, 2]]), torch.eye(2, dtype=torch.int64)))
#> tensor([[1, 0, 2, 0],
#>         [0, 1, 0, 2]])

chain = [torch.ones(10, 100), torch.ones(100, 5), torch.ones(5, 50)]
print(torch.linalg.multi_dot(chain).shape)
#> torch.Size([10, 50])

torch.manual_seed(0)
A, y = torch.randn(2, 3, 6), torch.randn(2, 3)
x = torch.linalg.tensorsolve(A, y)  # (6,)
print(torch.tensordot(A, x, dims=1).allclose(y, atol=1e-4))
#> True
print(torch.linalg.tensorinv(A, ind=2).shape)
#> torch.Size([6, 2, 3])
