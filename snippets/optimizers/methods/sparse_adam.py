r"""SparseAdam: Adam for the rows that were used.

For `nn.Embedding(sparse=True)`: only rows in the batch have a gradient, and only their
averages move. A dense gradient is refused: give other parameters their own optimizer.
The rule is Adam's, row by row.

$$m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t, \quad v_t = \beta_2 v_{t-1} + (1 - \beta_2)
g_t^2 \quad \text{for the rows of the batch}$$

Attributes: Shapes
    path: (T, 2) float32, row 1 as it moves

Raises:
    RuntimeError: `dense.step()` SparseAdam does not support dense gradients, please
        consider Adam instead
"""

import torch
from torch import nn


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


table = nn.Embedding(3, 2, sparse=True)
nn.init.ones_(table.weight)
with torch.no_grad():
    table.weight[1] = torch.tensor([-8.0, 3.0])
optimizer = torch.optim.SparseAdam(table.parameters(), lr=0.5)

points = [table.weight[1].detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(table(torch.tensor(1))).backward()  # row 1 alone
    optimizer.step()
    points.append(table.weight[1].detach().clone())
path = torch.stack(points)
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.62
print(table.weight.grad.is_sparse, table.weight[0])
#> True tensor([1., 1.], grad_fn=<SelectBackward0>)

p = torch.ones(2, requires_grad=True)
f(p).backward()
dense = torch.optim.SparseAdam([p])
