r"""ELBO: the loss of a VAE, reconstruction plus divergence.

What the decoder gets wrong, and how far the codes are from a normal distribution, which
one samples from later. Both are sums over the features of a sample, then a mean over
the batch: a mean over the pixels makes the first as many times smaller as there are
pixels. `beta` above 1 asks for more orderly codes. Binary cross-entropy is for pixels
in [0, 1], the squared error for other numbers.

$$\ell = \frac{1}{N} \sum_n \left( -\log p(x_n \mid z_n) + \frac{\beta}{2} \sum_d \left(
\mu_{n,d}^2 + \sigma_{n,d}^2 - \log \sigma_{n,d}^2 - 1 \right) \right)$$

Attributes: Shapes
    x: (N, P) float32, in [0, 1]
    logits: (N, P) float32, of the decoder
    mean: (N, D) float32
    log_var: (N, D) float32
    loss: () float32

Asked as:
    VAE loss; evidence lower bound; -0.5 * sum(1 + logvar - mu^2 - exp(logvar));
    beta-VAE; weight of the KL term; reconstruction loss plus KL; variational
    autoencoder loss function; VAE reduction sum or mean; posterior collapse; KL term is
    zero or vanishes; kl weight annealing; negative ELBO; KL term of the latent gaussian
    against a unit gaussian; formula of the latent kl term; reconstruction error and KL
    divergence of an autoencoder added
"""

import torch
import torch.nn.functional as F
from torch.distributions import Normal, kl_divergence


def negative_elbo(logits, x, mean, log_var, beta=1.0):
    wrong = F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum(dim=1)
    kl = 0.5 * (mean.square() + log_var.exp() - log_var - 1).sum(dim=1)  # <-
    return (wrong + beta * kl).mean()


x = torch.tensor([[1.0, 0.0, 1.0], [0.0, 0.0, 1.0]])
logits = torch.tensor([[2.0, -2.0, 1.0], [0.0, -1.0, 3.0]])
mean = torch.tensor([[1.0, 0.0], [0.0, 2.0]])
log_var = torch.tensor([[0.0, -1.0], [0.0, 0.5]])

loss = negative_elbo(logits, x, mean, log_var)
print(loss)
#> tensor(2.1902)

q, p = Normal(mean, (0.5 * log_var).exp()), Normal(0.0, 1.0)
only_kl = loss - negative_elbo(logits, x, mean, log_var, beta=0)
print(torch.allclose(only_kl, kl_divergence(q, p).sum(dim=1).mean()))
#> True
