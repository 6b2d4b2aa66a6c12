r"""matmul, @, mm and bmm: the matrix product.

For matrices, the last size of the first must be the first of the second. `@` is
`matmul`: it takes vectors and broadcasts batches. `mm` is for two matrices, `bmm` for
two batches; neither broadcasts. At "mat1 and mat2 shapes cannot be multiplied" in a
model, look for a missing `flatten` or wrong `in_features`.

Attributes: Shapes
    a: (N, K) int64
    b: (K, M) int64
    batch: (5, N, K) int64

Raises:
    RuntimeError: `a @ a` mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
    RuntimeError: `a.bmm(b)` batch1 must be a 3D tensor
    RuntimeError: `a.float() @ b` to have the same dtype

Asked as:
    multiply two matrices; np.dot; K.batch_dot; dot product of two vectors; torch.dot;
    batched matrix multiplication; size mismatch, m1: [a x b], m2: [c x d]; mat1 dim 1
    must match mat2 dim 0; difference between mm, matmul and bmm; inner product;
    difference between * and @; matrix times vector; matrix multiplication; multiply a
    batch of matrices; what does the @ operator do, elementwise or matrix product;
    Expected size for first two dimensions of batch2 tensor to be; dot product; multiply
    tensors
"""

import torch

a = torch.tensor([[1, 2, 3], [4, 5, 6]])
b = torch.tensor([[1, 0], [0, 1], [1, 1]])
print(a @ b)  # <-
#> tensor([[ 4,  5],
#>         [10, 11]])
print(torch.equal(a.mm(b), a.matmul(b)))
#> True
print(a @ torch.tensor([1, 1, 1]))  # matrix times vector
#> tensor([ 6, 15])

batch = a.expand(5, 2, 3)
print((batch @ b).shape, batch.bmm(b.expand(5, 3, 2)).shape)
#> torch.Size([5, 2, 2]) torch.Size([5, 2, 2])
