r"""linalg.lstsq: the x that fits best.

More equations than unknowns: the smallest sum of squared residuals. `b` has one column
for a problem, or is a vector. The default driver of the CPU, `gelsy`, copes with
columns that depend on each other, and leaves `residuals` empty; `gels` gives them and
wants full rank.

$$\min_x \lVert A x - b \rVert^2$$

Attributes: Shapes
    A: (4, 2) float32
    b: (4, 1) float32

Asked as:
    torch.linalg.lstsq; least squares; fit a line to points; linear regression without a
    loop; closed-form regression; overdetermined equations; tf.linalg.lstsq; residuals
    of a fit; driver gels, gelsy, gelsd; rank deficient least squares; polynomial fit,
    np.polyfit; torch.lstsq replacement; underdetermined system, minimum norm; ridge
    regression in closed form; scipy.linalg.lstsq; np.linalg.lstsq
"""

import torch

x = torch.tensor([0.0, 1.0, 2.0, 3.0])
b = torch.tensor([[1.0], [3.0], [5.0], [8.0]])
A = torch.stack([torch.ones(4), x], dim=1)  # intercept and slope
fit = torch.linalg.lstsq(A, b)  # <-
print(fit.solution)
#> tensor([[0.8000],
#>         [2.3000]])
print(fit.rank, (A @ fit.solution - b).square().sum())
#> tensor(2) tensor(0.3000)
print(torch.linalg.lstsq(A, b, driver="gels").residuals)
#> tensor([0.3000])

ridge = torch.linalg.solve(A.T @ A + 0.1 * torch.eye(2), A.T @ b)
print(ridge)
#> tensor([[0.8116],
#>         [2.2788]])
