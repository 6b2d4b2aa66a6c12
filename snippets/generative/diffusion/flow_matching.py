r"""Flow matching: learn a velocity, follow it from noise to data.

Noise and data are joined by straight lines; at a random point of a line the model
predicts its direction. Sampling starts at noise and takes steps along the prediction:
there is no schedule, and no noise on the way. A time in [0, 1] goes in as one more
feature. More than nine in ten samples lie within 0.2 of the ring.

$$\ell = \lVert v_\theta(x_t, t) - (x_1 - x_0) \rVert^2, \quad x_t = (1 - t) \, x_0 + t
\, x_1$$

Attributes: Shapes
    samples: (1000, 2) float32
    path: (21, 1000, 2) float32, all steps of sampling

Asked as:
    rectified flow; conditional flow matching; flow matching from scratch; continuous
    normalizing flow without likelihood; velocity prediction instead of noise; straight
    paths from noise to data; generate by solving an ODE with Euler steps; flow matching
    or diffusion; training loss of Stable Diffusion 3 and Flux; torchcfm; simplest
    generative model to train; v prediction of a flow; predict the direction from noise
    to a data point; network for the direction between noise and data
"""

# %% Model
import math

import torch
import torch.nn.functional as F
from torch import nn


def draw_ring(n, noise=0.05):
    angle = 2 * math.pi * torch.rand(n)
    return torch.stack([angle.cos(), angle.sin()], dim=1) + noise * torch.randn(n, 2)


class Velocity(nn.Sequential):
    def __init__(self, width=128):
        super().__init__(
            nn.Linear(3, width), nn.SiLU(), nn.Linear(width, width), nn.SiLU(),
            nn.Linear(width, width), nn.SiLU(), nn.Linear(width, 2),
        )  # fmt: skip

    def forward(self, x, t):
        return super().forward(torch.cat([x, t], dim=1))


# %% Training
def train(model, steps, batch_size=256):
    optimizer = torch.optim.Adam(model.parameters(), lr=2e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for _ in range(steps):
        x1, t = draw_ring(batch_size), torch.rand(batch_size, 1)
        x0 = torch.randn_like(x1)
        loss = F.mse_loss(model((1 - t) * x0 + t * x1, t), x1 - x0)  # <-
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return model


# %% Sampling
@torch.no_grad()
def sample(model, n, steps=20):
    x = torch.randn(n, 2)
    path = [x]
    for step in range(steps):
        x = x + model(x, torch.full((n, 1), step / steps)) / steps
        path.append(x)
    return torch.stack(path)


# %% Use
torch.manual_seed(0)
model = train(Velocity(), steps=1500)
path = sample(model, 1000)
samples = path[-1]
print(((samples.norm(dim=1) - 1).abs() < 0.2).float().mean() > 0.9)
#> tensor(True)
