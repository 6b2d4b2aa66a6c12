r"""SparseAdam: Adam for the rows that were used.

For `nn.Embedding(sparse=True)`: only rows in the batch have a gradient, and only they
and their averages move. A dense gradient is refused, and Adam refuses sparse ones: make
two optimizers. Adam's defaults, `lr=1e-3` and `betas=(0.9, 0.999)`, without weight
decay. $t$ also counts the steps that a row sat out.

$$\begin{aligned} m_t &= \beta_1 m_{t-1} + (1 - \beta_1) g_t, \quad v_t = \beta_2
v_{t-1} + (1 - \beta_2) g_t^2 \\ \theta_t &= \theta_{t-1} - \eta \frac{\sqrt{1 -
\beta_2^t}}{1 - \beta_1^t} \frac{m_t}{\sqrt{v_t} + \epsilon} \quad \text{in the rows of
the batch} \end{aligned}$$

Attributes: Shapes
    path: (T, 2) float32, row 1 as it moves

Raises:
    RuntimeError: `dense.step()` SparseAdam does not support dense gradients, please
        consider Adam instead
    RuntimeError: `torch.optim.Adam(table.parameters()).step()` Adam does not support
        sparse gradients, please consider SparseAdam instead

Asked as:
    optimizer for sparse gradients; which optimizer for nn.Embedding with sparse=True;
    huge embedding table, slow optimizer step; update only the embedding rows that
    appeared in the batch; tfa.optimizers.LazyAdam; two optimizers, one dense and one
    sparse; recommender with many users; word2vec with a large vocabulary; Adam does not
    support sparse gradients; lazy Adam; Adam for sparse embeddings; error with a sparse
    embedding and Adam; memory-efficient Adam for a huge embedding table; sparse
    gradients of an embedding; train only looked-up rows of a table; only few rows of
    the embedding have a gradient
"""

import torch
from torch import nn


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


table = nn.Embedding(3, 2, sparse=True)
nn.init.ones_(table.weight)
with torch.no_grad():
    table.weight[1] = torch.tensor([-8.0, 3.0])
optimizer = torch.optim.SparseAdam(table.parameters(), lr=0.5)  # <-

points = [table.weight[1].detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(table(torch.tensor(1))).backward()  # row 1 alone
    optimizer.step()
    points.append(table.weight[1].detach().clone())
path = torch.stack(points)
print([round(x, 3) for x in path[1].tolist()])  # as Adam
#> [-7.5, 2.5]
print(round(path[-1].norm().item(), 2))  # distance from the minimum
#> 0.62
print(table.weight.grad.is_sparse, table.weight[0].tolist())  # row 0 has not moved
#> True [1.0, 1.0]

p = torch.ones(2, requires_grad=True)
f(p).backward()
dense = torch.optim.SparseAdam([p])
