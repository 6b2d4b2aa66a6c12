r"""DDPM sampling: from noise to data, step by step.

Each step takes off a little of the predicted noise and adds fresh noise, but for the
last one. Sample in `eval()` under `no_grad`. To leave out steps take
[DDIM](#ddim_sampling). Here the data are eight points, for which the best prediction is
known: it stands in for a trained model, and the samples end on the points.

$$x_{t-1} = \frac{1}{\sqrt{1 - \beta_t}} \left( x_t - \frac{\beta_t}{\sqrt{1 -
\bar\alpha_t}} \, \epsilon_\theta(x_t, t) \right) + \sqrt{\beta_t} \, z$$

Attributes: Shapes
    points: (8, 2) float32, the data
    x: (N, 2) float32, the samples
    path: (51, N, 2) float32, all steps

Asked as:
    sample from a diffusion model; reverse process of DDPM; p_sample loop; ancestral
    sampling; denoise step by step; generate images from noise with DDPM; scheduler.step
    of diffusers; posterior mean and variance; how to turn noise into a sample;
    inference of a diffusion model; why is noise added while sampling; no noise at the
    last step; generate samples with a trained noise predictor; use the trained denoiser
    to generate
"""

import math

import torch

torch.manual_seed(0)
betas = torch.linspace(1e-3, 0.2, 50)
alphas_cumprod = (1 - betas).cumprod(dim=0)
angle = torch.arange(8) * math.pi / 4
points = torch.stack([angle.cos(), angle.sin()], dim=1)


def model(x, t):
    """Return the best prediction of the noise where the data are `points`."""
    left = alphas_cumprod[t]
    near = -torch.cdist(x, left.sqrt() * points).square() / (2 * (1 - left))
    x0 = near.softmax(dim=1) @ points
    return (x - left.sqrt() * x0) / (1 - left).sqrt()


@torch.no_grad()
def sample_ddpm(model, n):
    x = torch.randn(n, 2)
    path = [x]
    for t in reversed(range(len(betas))):
        noise = betas[t] / (1 - alphas_cumprod[t]).sqrt() * model(x, t)
        x = (x - noise) / (1 - betas[t]).sqrt()
        if t > 0:
            x = x + betas[t].sqrt() * torch.randn_like(x)  # <-
        path.append(x)
    return torch.stack(path)


path = sample_ddpm(model, 400)
x = path[-1]
distance, nearest = torch.cdist(x, points).min(dim=1)
print(distance.max() < 1e-3, nearest.bincount(minlength=8).min() > 20)
#> tensor(True) tensor(True)
