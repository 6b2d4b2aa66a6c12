r"""TransformedDistribution, transform_to: push through a function.

`log_prob` takes the change of volume into account. `LogNormal` is `Normal` behind
`exp`. `TanhTransform` squashes to -1 and 1: a policy with bounded actions.
`transform_to(constraint)` maps real numbers to what a parameter has to be: a positive
scale, probabilities, a Cholesky factor.

Attributes: Shapes
    x: (2,) float32

Asked as:
    torch.distributions.TransformedDistribution; change of variables; log det jacobian;
    LogNormal; SigmoidTransform; TanhTransform; squashed gaussian of SAC; normalizing
    flow; AffineTransform; ExpTransform; tfp.bijectors; transform_to, biject_to; keep a
    parameter positive; constrained parameters; torch.distributions.constraints; bounded
    actions with log_prob; StickBreakingTransform; LogisticNormal; atanh in a policy;
    SoftplusTransform; log probability after tanh squashing; force a learned parameter
    to be positive
"""

import torch
import torch.distributions as D

x = torch.tensor([0.5, 2.0])
by_hand = D.TransformedDistribution(D.Normal(0.0, 1.0), [D.ExpTransform()])
print(by_hand.log_prob(x), D.LogNormal(0.0, 1.0).log_prob(x))
#> tensor([-0.4660, -1.8523]) tensor([-0.4660, -1.8523])

tanh = D.TanhTransform(cache_size=1)
squashed = D.TransformedDistribution(D.Normal(0.0, 1.0), [tanh])
torch.manual_seed(0)
action = squashed.rsample((3,))
print(action.abs().max() < 1, squashed.log_prob(action).shape)  # <-
#> tensor(True) torch.Size([3])

percent = D.ComposeTransform([D.SigmoidTransform(), D.AffineTransform(0.0, 100.0)])
print(percent(torch.tensor(0.0)), percent.inv(torch.tensor(50.0)))
#> tensor(50.) tensor(0.)
print(percent.log_abs_det_jacobian(torch.tensor(0.0), percent(torch.tensor(0.0))))
#> tensor(3.2189)

print(D.transform_to(D.constraints.positive)(torch.tensor(-1.0)))
#> tensor(0.3679)
print(D.transform_to(D.constraints.simplex)(torch.zeros(3)))
#> tensor([0.3333, 0.3333, 0.3333])
print(D.biject_to(D.constraints.unit_interval)(torch.tensor(0.0)))
#> tensor(0.5000)
print(D.transform_to(D.constraints.lower_cholesky)(torch.zeros(2, 2)))
#> tensor([[1., 0.],
#>         [0., 1.]])
