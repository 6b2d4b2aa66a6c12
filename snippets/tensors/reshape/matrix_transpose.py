r"""T and mT: the transpose of a matrix, and of a batch of them.

`T` is for two dimensions; with another number it reverses all of them, which is
deprecated. `mT` swaps the last two. `mH` conjugates as well.

Attributes: Shapes
    matrix: (2, 3) int64
    batch: (5, 2, 3) float32

Warns:
    UserWarning: `batch.T` The use of `x.T` on tensors of dimension other than 2 to
        reverse their shape is deprecated

Asked as:
    rows become columns; x.t(); np.transpose of a matrix; conjugate transpose;
    hermitian; adjoint; mH; tf.linalg.matrix_transpose; A' in matlab; flip a matrix over
    its diagonal; batch transpose, last two axes swapped; turn a matrix on its side;
    transpose a 2d tensor; transpose every matrix of a batch; swap rows and columns of a
    2d matrix; matrix.T deprecated warning for 3d; flip rows and columns
"""

import torch

matrix = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(matrix.T)  # <-
#> tensor([[1, 4],
#>         [2, 5],
#>         [3, 6]])

batch = torch.zeros(5, 2, 3)
print(batch.mT.shape)
#> torch.Size([5, 3, 2])
