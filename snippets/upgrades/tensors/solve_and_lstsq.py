r"""torch.solve and torch.lstsq: linalg, with the arguments turned round.

`torch.solve(b, A)` and `torch.lstsq(b, A)` took the right-hand side first, and raise
today. In `torch.linalg` the matrix comes first. `torch.solve` gave the LU factors as
well: take `torch.linalg.lu_factor`.

Raises:
    RuntimeError: `torch.solve(b, A)` `torch.solve` is deprecated in favor of
        `torch.linalg.solve`.
    RuntimeError: `torch.lstsq(y, tall)` `torch.lstsq` is deprecated in favor of
        `torch.linalg.lstsq`.

Asked as:
    torch.gels; X, LU = torch.solve(B, A); torch.lstsq(B, A)[0]; order of arguments of
    linalg.solve; least squares in old PyTorch code; torch.solve was removed;
    torch.lstsq was removed; torch.gesv; torch.solve; torch.lstsq
"""

import torch

A = torch.tensor([[3.0, 1.0], [1.0, 2.0]])
b = torch.tensor([[9.0], [8.0]])

x = torch.linalg.solve(A, b)  # <-
print(x.T)
#> tensor([[2., 3.]])

tall = torch.tensor([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
y = torch.tensor([[1.0], [3.0], [5.0]])
print(torch.linalg.lstsq(tall, y).solution.T.round(decimals=3))
#> tensor([[1., 2.]])
