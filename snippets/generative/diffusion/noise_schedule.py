r"""Noise schedule: how much signal is left at each step.

`betas` are the variances of the noise that a step adds; `alphas_cumprod` is the share
of the signal's variance that is left after it. At the end it should be near 0: sampling
starts from pure noise. The linear schedule is made for 1000 steps; with 50 it stops
halfway. The cosine schedule fits any number.

$$\bar\alpha_t = \prod_{s \le t} (1 - \beta_s), \quad \beta_t = 1 - \frac{f(t)}{f(t-1)},
\quad f(t) = \cos^2 \left( \frac{t / T + s}{1 + s} \cdot \frac{\pi}{2} \right)$$

Attributes: Shapes
    betas: (T,) float32
    alphas_cumprod: (T,) float32, falls from near 1 to near 0

Asked as:
    beta schedule of a diffusion model; linear and cosine noise schedule;
    alphas_cumprod; get_beta_schedule; how many diffusion steps do I need; DDPM betas
    from 1e-4 to 0.02; cosine_beta_schedule; improved DDPM schedule; signal to noise
    ratio over time; alpha bar; variance schedule; sampling with fewer timesteps leaves
    noise; DDPMScheduler of diffusers; how are the betas chosen; betas of a denoising
    model; cumulative product of 1 - beta; product of one minus beta over the steps
"""

import math

import torch


def linear_betas(T, first=1e-4, last=0.02):
    return torch.linspace(first, last, T)


def cosine_betas(T, s=0.008):
    t = torch.arange(T + 1, dtype=torch.float64) / T
    left = ((t + s) / (1 + s) * math.pi / 2).cos() ** 2
    return (1 - left[1:] / left[:-1]).clamp(max=0.999).float()  # <-


betas = cosine_betas(50)
alphas_cumprod = (1 - betas).cumprod(dim=0)
print(alphas_cumprod[[0, 24, 49]])
#> tensor([9.9825e-01, 4.9384e-01, 9.7118e-07])

for T in (1000, 50):
    print(T, f"{(1 - linear_betas(T)).prod():.5f}")
    #> 1000 0.00004
    #> 50 0.60295
