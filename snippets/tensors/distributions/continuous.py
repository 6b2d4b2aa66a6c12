r"""Uniform, Beta, Gamma, Exponential, Laplace: continuous families.

`Gamma` and `Exponential` take a rate, the inverse of SciPy's `scale`. `support` says
which values `log_prob` accepts; outside it raises, unless `validate_args=False`.
`Dirichlet`, `LKJCholesky` and `Wishart` are over probabilities, correlations and
matrices.

Attributes: Shapes
    x: (3,) float32

Raises:
    ValueError: `Exponential(2.0).log_prob(torch.tensor(-1.0))` within the support

Asked as:
    torch.distributions.Uniform; torch.distributions.Beta; torch.distributions.Gamma;
    Exponential distribution; Laplace distribution; StudentT;
    torch.distributions.Dirichlet; Cauchy, HalfNormal, HalfCauchy; Weibull; Pareto;
    Chi2; InverseGamma; VonMises; np.random.beta; scipy.stats.gamma; rate or scale of a
    gamma; tfp.distributions.Beta; Wishart, LKJ; random proportions that sum to one;
    heavy-tailed noise; mixup lambda from a beta; Expected value argument to be within
    the support; generalised Pareto, Kumaraswamy; torch.distributions.Gumbel
"""

import torch
from torch.distributions import Beta, Cauchy, Chi2, ContinuousBernoulli, Dirichlet
from torch.distributions import Exponential, FisherSnedecor, Gamma, Gumbel, HalfCauchy
from torch.distributions import Distribution, HalfNormal, InverseGamma, Kumaraswamy, Laplace
from torch.distributions import LKJCholesky, Pareto, StudentT, Uniform, VonMises
from torch.distributions import Weibull, Wishart

gamma = Gamma(concentration=3.0, rate=2.0)
x = torch.tensor([0.5, 1.5, 3.0])
print(gamma.mean, gamma.variance, gamma.log_prob(x))  # <-
#> tensor(1.5000) tensor(0.7500) tensor([-1.0000, -0.8028, -2.4165])
print(Beta(2.0, 6.0).mean, Exponential(4.0).mean, Uniform(0.0, 10.0).variance)
#> tensor(0.2500) tensor(0.2500) tensor(8.3333)

families = [
    Laplace(0.0, 1.0), StudentT(5.0), Cauchy(0.0, 1.0), HalfNormal(1.0), HalfCauchy(1.0),
    Gumbel(0.0, 1.0), Weibull(1.0, 2.0), Pareto(0.1, 3.0), Chi2(3.0), VonMises(0.0, 1.0),
    InverseGamma(3.0, 1.0), FisherSnedecor(5.0, 5.0), Kumaraswamy(2.0, 2.0),
    ContinuousBernoulli(0.25),
]
for family in families:
    print(f"{type(family).__name__:<20}{family.log_prob(x[0]).exp():.4f}")
    #> Laplace             0.3033
    #> StudentT            0.3279
    #> Cauchy              0.2546
    #> HalfNormal          0.7041
    #> HalfCauchy          0.5093
    #> Gumbel              0.3307
    #> Weibull             0.7788
    #> Pareto              0.0480
    #> Chi2                0.2197
    #> VonMises            0.3023
    #> InverseGamma        1.0827
    #> FisherSnedecor      0.6323
    #> Kumaraswamy         1.5000
    #> ContinuousBernoulli 0.9514

torch.manual_seed(0)
print(isinstance(gamma, Distribution), gamma.support.check(x))
#> True tensor([True, True, True])
print(Dirichlet(torch.ones(3)).sample().sum())
#> tensor(1.)
factor = LKJCholesky(2, concentration=1.0).sample()
print((factor @ factor.T).diagonal())
#> tensor([1., 1.])
print(Wishart(torch.tensor(3.0), torch.eye(2)).mean)
#> tensor([[3., 0.],
#>         [0., 3.]])
