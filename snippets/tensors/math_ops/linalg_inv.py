r"""linalg.inv: the inverse of a matrix.

For a matrix or a batch of them. To solve equations, use `linalg.solve`. `linalg.pinv`
takes matrices that are singular or not square.

Attributes: Shapes
    A: (2, 2) float32

Raises:
    LinAlgError: `torch.linalg.inv(torch.zeros(2, 2))`
        linalg.inv: The diagonal element 1 is zero, the inversion could not be completed
        because the input matrix is singular
    RuntimeError: `torch.linalg.inv(torch.zeros(2, 3))` must be batches of square
        matrices

Asked as:
    invert a matrix; np.linalg.inv; torch.inverse; pseudo-inverse; moore-penrose;
    np.linalg.pinv; torch.pinverse; Singular matrix; singular U; inverse of a non-square
    matrix; undo a linear map; matrix to the power -1; inverse of a square matrix;
    matrix is singular and cannot be inverted; pseudo inverse of a rectangular matrix;
    compute the inverse of a matrix
"""

import torch

A = torch.tensor([[2.0, 0.0], [0.0, 4.0]])
print(torch.linalg.inv(A))  # <-
#> tensor([[0.5000, 0.0000],
#>         [0.0000, 0.2500]])
print(torch.linalg.pinv(torch.tensor([[1.0, 1.0]])))
#> tensor([[0.5000],
#>         [0.5000]])
