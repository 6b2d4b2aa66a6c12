r"""kl_divergence: how far one distribution is from another.

KL(p, q) is the mean under p of log p - log q: 0 where they are equal, else above, and
not symmetric. Pairs that are not registered raise: estimate it from samples of p. The
loss [`F.kl_div`](../losses/classification.md#kl_div) takes tensors of probabilities
instead, the input as logarithms, in the other order. `register_kl` adds a pair of your
own.

Attributes: Shapes
    mean: (2,) float32
    divergence: (2,) float32

Raises:
    NotImplementedError: `kl_divergence(prior, torch.distributions.Cauchy(0.0, 1.0))`
        No KL(p || q) is implemented

Asked as:
    torch.distributions.kl_divergence; KL between two gaussians; KL term of a VAE;
    distance between distributions; tfp.distributions.kl_divergence; register_kl; KL of
    normal and standard normal; scipy.stats.entropy(p, q); forward or reverse KL;
    estimate KL from samples; trust region, PPO and TRPO KL; is the KL divergence
    symmetric; cross entropy minus entropy
"""

import torch
from torch.distributions import Normal, kl_divergence

mean, std = torch.tensor([0.0, 1.0]), torch.tensor([1.0, 0.5])
posterior, prior = Normal(mean, std), Normal(0.0, 1.0)
divergence = kl_divergence(posterior, prior)  # <-
print(divergence)
#> tensor([0.0000, 0.8181])
print(0.5 * (mean**2 + std**2 - 1) - std.log())  # by hand, as in a VAE
#> tensor([0.0000, 0.8181])
print(kl_divergence(prior, posterior))
#> tensor([0.0000, 2.8069])

torch.manual_seed(0)
x = posterior.sample((10000,))
estimate = (posterior.log_prob(x) - prior.log_prob(x)).mean(dim=0)
print((estimate - divergence).abs().max() < 0.05)
#> tensor(True)
