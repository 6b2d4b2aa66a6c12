r"""Reparametrisation: draw, and still have a gradient.

The draw is a fixed noise, moved and scaled: mean and deviation stay in the graph. It is
what `rsample` does; `sample` cuts the graph. The encoder gives the logarithm of the
variance, which may be any number; half of it is the logarithm of the deviation.

$$z = \mu + e^{\frac{1}{2} \log \sigma^2} \, \epsilon, \quad \epsilon \sim N(0, 1)$$

Attributes: Shapes
    mean: (N, D) float32
    log_var: (N, D) float32
    z: (N, D) float32

Asked as:
    reparameterization trick; how to backpropagate through sampling; VAE sampling layer;
    mu + std * eps; gradient through a stochastic node; rsample or sample; why logvar
    and not sigma in a VAE; log variance of the encoder; differentiable sampling from a
    normal distribution; z = mu + exp(0.5 * logvar) * eps; pathwise gradient; draw a
    latent vector in a variational autoencoder; draw from a gaussian with learned mean
    and variance; gaussian whose mean and variance are learned; mu plus sigma times
    noise in a VAE; gradients of a random sampling operation
"""

import torch
from torch.distributions import Normal

torch.manual_seed(0)
mean = torch.tensor([[1.0, -1.0]], requires_grad=True)
log_var = torch.tensor([[0.0, 2.0]], requires_grad=True)

std = (0.5 * log_var).exp()
noise = torch.randn_like(std)
z = mean + std * noise  # <-
z.sum().backward()
print(mean.grad)
#> tensor([[1., 1.]])
print(torch.allclose(log_var.grad, 0.5 * std * noise))
#> True

q = Normal(mean, std)
print(q.rsample().requires_grad, q.sample().requires_grad)
#> True False
