r"""Muon: momentum with all directions made equal.

For the 2-D weights of hidden layers; biases, norms, embeddings and the head [go to
AdamW](practice.md#muon_with_adamw). $\text{NS}$, five Newton-Schulz iterations in
bfloat16, brings the singular values of the momentum matrix near 1, but for tiny ones.
Defaults: `lr=1e-3` (0.02 is a usual start), `momentum=0.95`, `weight_decay=0.1`.
`adjust_lr_fn="match_rms_adamw"` lets AdamW's rate and decay be used again. A single
row, as in the path, has one singular value: steps near the minimum are as long as those
far from it, and it does not settle.

$$\begin{aligned} B_t &= \mu B_{t-1} + (1 - \mu) G_t \\ \theta_t &= (1 - \eta \lambda)
\, \theta_{t-1} - \eta \sqrt{\max(1, n / m)} \; \text{NS}((1 - \mu) G_t + \mu B_t) \quad
\text{for } n \text{ rows, } m \text{ columns} \end{aligned}$$

Attributes: Shapes
    path: (T, 2) float32, the points visited
    weight: (4, 6) float32, a matrix with four singular values

Raises:
    ValueError: `torch.optim.Muon([torch.ones(3, requires_grad=True)])` Muon only
        supports 2D parameters

Asked as:
    orthogonalized momentum, optimizer that orthogonalizes its updates; Newton-Schulz;
    optimizer of the nanoGPT speedrun; optimizer for hidden weight matrices only;
    match_rms_adamw; Muon for matrices, AdamW for the rest; Moonlight, Kimi K2; steepest
    descent in the spectral norm; alternative to AdamW for large language models;
    Newton-Schulz orthogonalisation; newest optimizer for pretraining transformers;
    optimizer for 2D weights, MomentUm Orthogonalized; use Muon together with AdamW;
    spectral norm updates; singular values of the update are made equal; orthogonal
    updates for weight matrices; optimizer of Keller Jordan; alternative to AdamW for 2D
    matrices
"""

import torch


def f(p):
    return p[0] ** 2 / 10 + p[1] ** 2


row = torch.tensor([[-8.0, 3.0]], requires_grad=True)  # (1, 2)
optimizer = torch.optim.Muon([row], lr=0.5, weight_decay=0.0)
points = [row[0].detach().clone()]
for _ in range(40):
    optimizer.zero_grad()
    f(row[0]).backward()
    optimizer.step()
    points.append(row[0].detach().clone())
path = torch.stack(points)
lengths = path.diff(dim=0).norm(dim=1) / 0.5
print(f"{lengths.min().item():.1f} {lengths.max().item():.1f}")  # times lr
#> 0.7 0.7

weight = torch.eye(4, 6).requires_grad_()
optimizer = torch.optim.Muon([weight], lr=1.0, weight_decay=0.0)  # <-
weight.grad = torch.diag(torch.tensor([3.6, 2.6, 1.6, 0.7])) @ torch.eye(4, 6)
optimizer.step()
sizes = torch.linalg.svdvals(torch.eye(4, 6) - weight.detach())
print(bool((sizes > 0.6).all() and (sizes < 1.3).all()))
#> True
