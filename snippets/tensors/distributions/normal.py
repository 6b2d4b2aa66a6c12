r"""Normal: draw, rate, transform.

`sample` draws without a gradient, `rsample` with one by `loc` and `scale`. `log_prob`
is the logarithm of the density, which can be above 0. The second argument is the
standard deviation, not the variance. The shape of the parameters is the batch shape;
`sample((n,))` puts n in front.

$$\log p(x) = -\frac{(x - \mu)^2}{2 \sigma^2} - \log \sigma - \frac{1}{2} \log 2 \pi$$

Attributes: Shapes
    mean: (2,) float32
    draws: (1000, 2) float32
    log_probs: (2,) float32

Raises:
    ValueError: `Normal(mean, torch.tensor([1.0, -1.0]))` Expected parameter scale

Asked as:
    torch.distributions.Normal; log_prob; log density of a gaussian; rsample; sample
    from a normal with a learned mean; scipy.stats.norm; tfp.distributions.Normal;
    norm.logpdf; cumulative distribution function, cdf; icdf, quantile of a normal;
    entropy of a gaussian; gaussian policy; negative log-likelihood by a distribution;
    batch_shape and event_shape; reparameterised sample in a VAE; log prob greater than
    zero; standard deviation or variance in Normal; distribution.mean and stddev;
    Normal(0, 1).sample(); likelihood of values under a gaussian with mean and standard
    deviation; gradient through a random draw
"""

import torch
from torch.distributions import Normal

mean = torch.tensor([0.0, 10.0])
normal = Normal(mean, torch.tensor([1.0, 2.0]))
print(normal.batch_shape, normal.event_shape)
#> torch.Size([2]) torch.Size([])

torch.manual_seed(0)
draws = normal.sample((1000,))
print(draws.mean(dim=0).round(decimals=1))
#> tensor([-0.0000, 10.1000])
log_probs = normal.log_prob(torch.tensor([0.0, 12.0]))  # <-
print(log_probs)
#> tensor([-0.9189, -2.1121])
print(normal.cdf(torch.tensor([1.96, 10.0])), normal.icdf(torch.tensor([0.975, 0.5])))
#> tensor([0.9750, 0.5000]) tensor([ 1.9600, 10.0000])
print(normal.mean, normal.stddev, normal.variance, normal.entropy(), sep="\n")
#> tensor([ 0., 10.])
#> tensor([1., 2.])
#> tensor([1., 4.])
#> tensor([1.4189, 2.1121])

mean.requires_grad_()
print(Normal(mean, 1.0).sample().requires_grad)
#> False
Normal(mean, 1.0).rsample((4,)).sum().backward()
print(mean.grad)
#> tensor([4., 4.])
print(Normal(torch.tensor([0.0]), 0.1).log_prob(torch.tensor([0.0])))  # above 0
#> tensor([1.3836])
