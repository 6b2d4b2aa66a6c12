r"""Uniform, Beta, Gamma, Exponential, Laplace: continuous families.

`Gamma` and `Exponential` take a rate, the inverse of SciPy's `scale`. `support` says
which values `log_prob` accepts; outside it raises, unless `validate_args=False`. The
first `torch.compile` of a process that runs makes that the default. `Dirichlet`,
`LKJCholesky` and `Wishart` are over probabilities, correlations and matrices.

Attributes: Shapes
    x: (3,) float32

Raises:
    ValueError: `D.Exponential(2.0).log_prob(torch.tensor(-1.0))` within the support

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
import torch.distributions as D

gamma = D.Gamma(concentration=3.0, rate=2.0)
x = torch.tensor([0.5, 1.5, 3.0])
print(gamma.mean, gamma.variance, gamma.log_prob(x))  # <-
#> tensor(1.5000) tensor(0.7500) tensor([-1.0000, -0.8028, -2.4165])
print(D.Beta(2.0, 6.0).mean, D.Exponential(4.0).mean, D.Uniform(0.0, 10.0).variance)
#> tensor(0.2500) tensor(0.2500) tensor(8.3333)

families = [
    D.Laplace(0.0, 1.0), D.StudentT(5.0), D.Cauchy(0.0, 1.0), D.HalfNormal(1.0),
    D.HalfCauchy(1.0), D.Gumbel(0.0, 1.0), D.Weibull(1.0, 2.0), D.Pareto(0.1, 3.0),
    D.Chi2(3.0), D.VonMises(0.0, 1.0),
    D.InverseGamma(3.0, 1.0), D.FisherSnedecor(5.0, 5.0), D.Kumaraswamy(2.0, 2.0),
    D.ContinuousBernoulli(0.25),
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
print(isinstance(gamma, D.Distribution), gamma.support.check(x))
#> True tensor([True, True, True])
print(D.Dirichlet(torch.ones(3)).sample().sum())
#> tensor(1.)
factor = D.LKJCholesky(2, concentration=1.0).sample()
print((factor @ factor.T).diagonal())
#> tensor([1., 1.])
print(D.Wishart(torch.tensor(3.0), torch.eye(2)).mean)
#> tensor([[3., 0.],
#>         [0., 3.]])
