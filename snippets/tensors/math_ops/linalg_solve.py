r"""linalg.solve: the x of A x = b.

More exact than multiplying by the inverse. `torch.solve` with its swapped arguments is
removed. For more equations than unknowns use `linalg.lstsq`.

Attributes: Shapes
    A: (2, 2) float32
    b: (2,) float32
    x: (2,) float32

Raises:
    LinAlgError: `torch.linalg.solve(torch.zeros(2, 2), b)` because the input matrix is
        singular

Asked as:
    solve a linear system; np.linalg.solve; matlab backslash; simultaneous equations;
    least-squares solution; linear regression in closed form; normal equations;
    overdetermined system; system of linear equations; find x in Ax = b; fit a line;
    unknowns and equations, matrix equation; solve Ax=b
"""

import torch

A = torch.tensor([[2.0, 1.0], [1.0, 3.0]])
b = torch.tensor([3.0, 5.0])
x = torch.linalg.solve(A, b)  # <-
print(x)
#> tensor([0.8000, 1.4000])
print(torch.allclose(A @ x, b))
#> True
