r"""Muon: momentum with all directions made equal.

For the 2-D weights of hidden layers; biases, norms, embeddings and the head go to
AdamW. The momentum matrix is replaced by the nearest orthogonal one, computed by five
Newton-Schulz iterations in bfloat16, so every singular value of the step is near 1.
`adjust_lr_fn="match_rms_adamw"` lets AdamW's rate and decay be used again.

$$B_t = \mu B_{t-1} + (1 - \mu) G_t, \quad \theta_t = (1 - \eta \lambda) \, \theta_{t-1}
- \eta \, \text{orthogonal}((1 - \mu) G_t + \mu B_t)$$

Attributes: Shapes
    weight: (4, 6) float32
    step: (4, 6) float32

Raises:
    ValueError: `torch.optim.Muon([torch.ones(3, requires_grad=True)])` Muon only
        supports 2D parameters
"""

import torch

torch.manual_seed(0)
weight = torch.randn(4, 6, requires_grad=True)
before = weight.detach().clone()
optimizer = torch.optim.Muon([weight], lr=0.1, weight_decay=0.0)

(weight * torch.randn(4, 6)).sum().backward()
optimizer.step()

step = (before - weight.detach()) / 0.1
print(torch.linalg.svdvals(weight.grad).round(decimals=1))
#> tensor([3.6000, 2.6000, 1.6000, 0.7000])
sizes = torch.linalg.svdvals(step)
print(bool((sizes > 0.6).all() and (sizes < 1.3).all()))
#> True
