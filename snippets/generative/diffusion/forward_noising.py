r"""Forward noising: any step of the chain at once.

Adding noise t times gives a normal distribution, so one draw takes a sample to any
step. Each row of a batch has a step of its own; `unsqueeze` lines the factors up with
the features. Images need two more dimensions. Keep the noise: it is what the model
learns to predict.

$$x_t = \sqrt{\bar\alpha_t} \, x_0 + \sqrt{1 - \bar\alpha_t} \, \epsilon, \quad
\epsilon \sim N(0, 1)$$

Attributes: Shapes
    x0: (N, 2) float32
    t: (N,) int64, a step for each row
    noise: (N, 2) float32
    xt: (N, 2) float32
    levels: (3, N, 2) float32, all rows at three steps

Asked as:
    add noise to a sample at timestep t; q(x_t | x_0); scheduler.add_noise of diffusers;
    closed form of the diffusion process; forward process of DDPM; noisy version of an
    image at step t; sqrt_alphas_cumprod; jump to any timestep without a loop;
    extract(a, t, x_shape); diffuse the data; noise a batch with different timesteps per
    sample; mix clean data with noise by the schedule; gaussian noise according to the
    schedule of a diffusion model
"""

import math

import torch

torch.manual_seed(0)
betas = torch.linspace(1e-3, 0.2, 50)
alphas_cumprod = (1 - betas).cumprod(dim=0)


def add_noise(x0, t, noise):
    left = alphas_cumprod[t].unsqueeze(1)
    return left.sqrt() * x0 + (1 - left).sqrt() * noise  # <-


angle = 2 * math.pi * torch.rand(500)
x0 = torch.stack([angle.cos(), angle.sin()], dim=1)  # a ring
t = torch.randint(50, (500,))
noise = torch.randn_like(x0)
xt = add_noise(x0, t, noise)

three = [add_noise(x0, torch.tensor([step]), noise) for step in (0, 10, 49)]
levels = torch.stack(three)
spread = (levels.norm(dim=2) - 1).std(dim=1)
print(spread[0] < 0.1, spread[2] > 0.5)  # of the distances to the ring
#> tensor(True) tensor(True)
