r"""A whole diffusion run: a small model learns two moons.

A small network, 50 steps of noise, 1500 batches of 256 points, then samples by DDPM.
Nine in ten samples lie within 0.3 of the moons, whose radius is 2, and both moons have
their share. For images put a U-Net in the place of the network, and sample from an
[average of the weights](../training/index.md#ema_in_loop): the rest stays.

Attributes: Shapes
    samples: (1000, 2) float32
    path: (51, 1000, 2) float32, all steps of sampling

Asked as:
    diffusion model from scratch; minimal DDPM example; complete diffusion training
    script; learn a 2D distribution with diffusion; tiny diffusion; toy diffusion model
    on two moons; how to write a diffusion model in a few lines; train and sample a
    diffusion model on the CPU; smallest diffusion example that works; denoising
    diffusion probabilistic model tutorial; generate points like my data; score-based
    model example; points in the plane, a whole denoising run; whole DDPM with training
    and samples
"""

# %% Data
import math

import torch
import torch.nn.functional as F
from torch import nn


def draw_moons(n, noise=0.1):
    angle, upper = math.pi * torch.rand(n), torch.rand(n) < 0.5
    x = torch.where(upper, angle.cos(), 1 - angle.cos()) - 0.5  # around 0
    y = torch.where(upper, angle.sin(), 0.5 - angle.sin()) - 0.25
    return 2 * torch.stack([x, y], dim=1) + noise * torch.randn(n, 2)


# %% Schedule
T = 50
left = (torch.linspace(0.008, 1.008, T + 1) / 1.008 * math.pi / 2).cos() ** 2
betas = (1 - left[1:] / left[:-1]).clamp(max=0.999)
alphas_cumprod = (1 - betas).cumprod(dim=0)


# %% Model
class Denoiser(nn.Module):
    def __init__(self, width=128):
        super().__init__()
        self.time = nn.Embedding(T, width)
        self.first = nn.Linear(2, width)
        self.rest = nn.Sequential(
            nn.SiLU(), nn.Linear(width, width), nn.SiLU(), nn.Linear(width, width),
            nn.SiLU(), nn.Linear(width, 2),
        )  # fmt: skip

    def forward(self, x, t):
        return self.rest(self.first(x) + self.time(t))


# %% Training
def train(model, steps, batch_size=256):
    optimizer = torch.optim.Adam(model.parameters(), lr=8e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for _ in range(steps):
        x0, t = draw_moons(batch_size), torch.randint(T, (batch_size,))
        noise, left = torch.randn_like(x0), alphas_cumprod[t].unsqueeze(1)
        xt = left.sqrt() * x0 + (1 - left).sqrt() * noise
        loss = F.mse_loss(model(xt, t), noise)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return model


# %% Sampling
@torch.no_grad()
def sample(model, n):
    x = torch.randn(n, 2)
    path = [x]
    for t in reversed(range(T)):
        noise = model(x, torch.full((n,), t))
        x = x - betas[t] / (1 - alphas_cumprod[t]).sqrt() * noise
        x = x / (1 - betas[t]).sqrt()
        if t > 0:
            x = x + betas[t].sqrt() * torch.randn_like(x)
        path.append(x)
    return torch.stack(path)


# %% Use
torch.manual_seed(0)
model = train(Denoiser(), steps=1500)  # <-
path = sample(model, 1000)
samples = path[-1]
angle = torch.linspace(0, math.pi, 200)
arc = torch.stack([angle.cos(), angle.sin()], dim=1)
arcs = torch.stack([2 * arc, torch.tensor([2.0, 1.0]) - 2 * arc])
arcs = arcs - torch.tensor([1.0, 0.5])
off, moon = torch.cdist(samples, arcs).amin(dim=2).min(dim=0)
print((off < 0.3).float().mean() > 0.9, 0.35 < moon.float().mean() < 0.65)
#> tensor(True) tensor(True)
