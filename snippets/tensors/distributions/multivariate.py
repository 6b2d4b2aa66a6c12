r"""MultivariateNormal, Independent: distributions of vectors.

`Normal` of three means is three distributions, with three log-probabilities;
`Independent(…, 1)` makes them one vector, whose log-probability is the sum.
`MultivariateNormal` has correlations: give `scale_tril`, the Cholesky factor, where you
have it, or `covariance_matrix`. `LowRankMultivariateNormal` is made of a factor and a
diagonal.

Attributes: Shapes
    cov: (2, 2) float32
    x: (5, 2) float32
    log_probs: (5,) float32

Raises:
    ValueError: `D.MultivariateNormal(torch.zeros(2), -cov)` PositiveDefinite

Asked as:
    torch.distributions.MultivariateNormal; np.random.multivariate_normal;
    scipy.stats.multivariate_normal; gaussian with a covariance matrix; correlated
    normal samples; Independent and reinterpreted_batch_ndims;
    torch.distributions.Independent; one log_prob for each sample instead of one per
    dimension; LowRankMultivariateNormal; scale_tril; diagonal covariance;
    tfp.distributions.MultivariateNormalTriL; event_shape of a vector; log prob has an
    extra dimension; covariance is not positive definite; vectors with correlated
    components; one log_prob per vector, not per component
"""

import torch
import torch.distributions as D

cov = torch.tensor([[2.0, 0.5], [0.5, 1.0]])
gauss = D.MultivariateNormal(torch.zeros(2), covariance_matrix=cov)
torch.manual_seed(0)
x = gauss.sample((5,))
log_probs = gauss.log_prob(x)  # <-
print(gauss.batch_shape, gauss.event_shape)
#> torch.Size([]) torch.Size([2])
print(gauss.sample((20000,)).T.cov().allclose(cov, atol=0.1))
#> True

three = D.Normal(torch.zeros(3), torch.ones(3))
vector = D.Independent(three, 1)
zero = torch.zeros(3)
print(three.log_prob(zero).shape, vector.log_prob(zero))
#> torch.Size([3]) tensor(-2.7568)

low_rank = D.LowRankMultivariateNormal(zero, torch.ones(3, 1), torch.ones(3))
print(low_rank.covariance_matrix)
#> tensor([[2., 1., 1.],
#>         [1., 2., 1.],
#>         [1., 1., 2.]])
