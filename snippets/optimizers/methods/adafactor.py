r"""Adafactor: the size of a matrix kept as one row and one column.

For large matrices: instead of the average of squares of n x m elements it keeps n + m
numbers. Steps are relative to the size of the weights, and $\rho_t$ is the smaller of
`lr` and $1 / \sqrt t$. No momentum, so half of Adam's memory or less. $R$ and $C$ are
the means over columns and rows.

$$\hat V_t = \frac{R_t C_t}{\text{mean}(R_t)}, \quad \theta_t = \theta_{t-1} - \max(d,
\text{RMS}(\theta_{t-1})) \, \rho_t \, \frac{U_t}{\max(1, \text{RMS}(U_t))}, \quad U_t =
\frac{G_t}{\sqrt{\hat V_t}}$$

Attributes: Shapes
    w: (200, 300) float32
    path: (T, 2) float32, the points visited
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


p = torch.tensor([-8.0, 3.0], requires_grad=True)
optimizer = torch.optim.Adafactor([p], lr=0.3)
points = [p.detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    points.append(p.detach().clone())
path = torch.stack(points)
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.31

w = torch.ones(200, 300, requires_grad=True)
optimizer = torch.optim.Adafactor([w])
w.sum().backward()
optimizer.step()
kept = {k: tuple(v.shape) for k, v in optimizer.state[w].items() if v.dim() == 2}
print(kept)
#> {'row_var': (200, 1), 'col_var': (1, 300)}
