r"""ExpTransform, SoftplusTransform, StickBreakingTransform: maps with an inverse.

Call one to go forward, `.inv` to go back; `log_abs_det_jacobian(x, y)` is the logarithm
of how much it stretches, which a density needs. `cache_size=1` remembers the last pair,
and keeps `TanhTransform` exact near 1. `AbsTransform` and `SoftmaxTransform` are not
one-to-one: their `inv` gives one of several.

Attributes: Shapes
    x: (2,) float32

Asked as:
    torch.distributions.transforms; SoftplusTransform and its inverse;
    log_abs_det_jacobian; bijector; tfp.bijectors.Exp; tfp.bijectors.Chain;
    ComposeTransform; PowerTransform; stick breaking; SoftmaxTransform;
    CorrCholeskyTransform; LowerCholeskyTransform; PositiveDefiniteTransform;
    ReshapeTransform; CatTransform, StackTransform; inverse of a transform, .inv;
    cache_size=1; CumulativeDistributionTransform; copula; invertible function and its
    log determinant
"""

import torch
import torch.distributions as D

x = torch.tensor([0.0, 1.0])
exp = D.ExpTransform()
y = exp(x)
print(y, exp.inv(y), exp.log_abs_det_jacobian(x, y))  # <-
#> tensor([1.0000, 2.7183]) tensor([0., 1.]) tensor([0., 1.])
print(D.IndependentTransform(exp, 1).log_abs_det_jacobian(x, y))  # of the vector
#> tensor(1.)
print(D.SoftplusTransform()(x), D.PowerTransform(torch.tensor(2.0))(y))
#> tensor([0.6931, 1.3133]) tensor([1.0000, 7.3891])
print(D.CumulativeDistributionTransform(D.Normal(0.0, 1.0))(x))
#> tensor([0.5000, 0.8413])
print(D.StickBreakingTransform()(x).sum(), D.SoftmaxTransform()(x))
#> tensor(1.) tensor([0.2689, 0.7311])
print(D.AbsTransform()(-x))
#> tensor([0., 1.])

print(D.LowerCholeskyTransform()(torch.zeros(2, 2)))
#> tensor([[1., 0.],
#>         [0., 1.]])
print(D.PositiveDefiniteTransform()(torch.zeros(2, 2)))
#> tensor([[1., 0.],
#>         [0., 1.]])
print(D.CorrCholeskyTransform()(torch.zeros(1)))
#> tensor([[1., 0.],
#>         [0., 1.]])
print(D.ReshapeTransform((2,), (2, 1))(x).shape, D.identity_transform(x))
#> torch.Size([2, 1]) tensor([0., 1.])
print(D.CatTransform([exp, D.identity_transform], dim=0, lengths=[1, 1])(x))
#> tensor([1., 1.])
print(D.StackTransform([exp, D.identity_transform], dim=0)(x))
#> tensor([1., 1.])
