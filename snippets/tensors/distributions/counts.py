r"""Poisson, Binomial, Geometric, NegativeBinomial: counts.

Samples are floats with whole values. `Geometric` counts the failures before the first
success, from 0; NumPy's begins at 1. `NegativeBinomial` has a variance above its mean,
where that of `Poisson` is its mean. They have no `rsample`.

$$\log p(k) = k \log \lambda - \lambda - \log k!$$

Attributes: Shapes
    k: (3,) float32

Asked as:
    torch.distributions.Poisson; torch.distributions.Binomial;
    torch.distributions.Geometric; NegativeBinomial; np.random.poisson;
    scipy.stats.binom; count data; overdispersed counts; number of successes in n
    trials; probability of k events; scipy.stats.poisson.logpmf;
    tfp.distributions.NegativeBinomial; np.random.geometric; photon noise; probability
    mass function; log likelihood of counts; np.random.binomial, number of heads
"""

import torch
from torch.distributions import Binomial, Geometric, NegativeBinomial, Poisson

k = torch.tensor([0.0, 1.0, 2.0])
print(Poisson(rate=2.0).log_prob(k).exp())  # <-
#> tensor([0.1353, 0.2707, 0.2707])
print(Binomial(total_count=2, probs=torch.tensor(0.5)).log_prob(k).exp())
#> tensor([0.2500, 0.5000, 0.2500])
print(Geometric(probs=0.5).log_prob(k).exp())
#> tensor([0.5000, 0.2500, 0.1250])

noisy = NegativeBinomial(total_count=2.0, probs=torch.tensor(0.5))
print(noisy.mean, noisy.variance)
#> tensor(2.) tensor(4.)
torch.manual_seed(0)
print(Poisson(2.0).sample((2,)).dtype)
#> torch.float32
