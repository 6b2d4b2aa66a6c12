r"""Speculative sampling: draw from one model, keep the distribution of another.

The draft draws x from q. It is accepted with probability min(1, p(x) / q(x)); else a
token is drawn from what p has more than q. The result has the distribution p, whatever
q is. A share of $\sum_i \min(p_i, q_i)$ is accepted. Where q is p nothing is rejected,
and there is nothing to draw from. Temperature, top-k and top-p belong to p and q,
before the comparison.

$$P(i) = \min(p_i, q_i) + \Big(1 - \sum_j \min(p_j, q_j)\Big) \frac{\max(0, p_i -
q_i)}{\sum_j \max(0, p_j - q_j)} = p_i$$

Attributes: Shapes
    p: (4,) float32, of the large model
    q: (4,) float32, of the draft
    x: (100000,) int64

Raises:
    RuntimeError: `torch.multinomial(p - p, 1)` sum of probabilities <= 0

Asked as:
    speculative sampling acceptance rule; accept a draft token with probability p over
    q; rejection sampling of draft tokens; residual distribution max(0, p - q); why does
    speculative decoding not change the distribution; sampling with a draft model;
    modified rejection sampling; acceptance rate of a draft model; total variation
    distance and acceptance; Leviathan, Chen speculative sampling; norm(max(0, p - q))
"""

import torch

p = torch.tensor([0.5, 0.3, 0.2, 0.0])
q = torch.tensor([0.25, 0.25, 0.25, 0.25])

torch.manual_seed(0)
n = 100_000
x = torch.multinomial(q, n, replacement=True)
accepted = torch.rand(n) < (p / q)[x]  # <-
rest = (p - q).clamp(min=0)
second = torch.multinomial(rest, n, replacement=True)
x = torch.where(accepted, x, second)

found = x.bincount(minlength=4) / n
print((found - p).abs().max() < 0.01)
#> tensor(True)
print(torch.minimum(p, q).sum())
#> tensor(0.7000)
print((accepted.float().mean() - torch.minimum(p, q).sum()).abs() < 0.01)
#> tensor(True)
