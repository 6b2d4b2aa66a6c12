r"""A whole GAN run: a generator learns a ring.

The generator turns four random numbers into a point; the discriminator tells points of
the ring from its own. There are 2500 steps, rates that fall to 0, and an average of the
generator's weights to sample from. More than eight in ten samples lie within 0.2 of the
ring, and its eight sectors are met. Judge it by samples, not by its losses.

Attributes: Shapes
    samples: (1000, 2) float32
    on_the_way: (4, 500, 2) float32, samples on the way

Asked as:
    GAN from scratch; minimal GAN example; generative adversarial network on 2D data;
    train a GAN on toy data; simple GAN that works; complete GAN training script;
    generator and discriminator as MLPs; GAN that learns a circle; stable settings for a
    small GAN; Adam betas 0.5 for a GAN; how to tell that a GAN has learnt; ema of the
    generator; adversarial training that converges; adversarial training on points in
    the plane
"""

# %% Data and models
import math

import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


def draw_ring(n, noise=0.05):
    angle = 2 * math.pi * torch.rand(n)
    return torch.stack([angle.cos(), angle.sin()], dim=1) + noise * torch.randn(n, 2)


def network(inputs, outputs, width=64):
    return nn.Sequential(
        nn.Linear(inputs, width), nn.LeakyReLU(0.2), nn.Linear(width, width),
        nn.LeakyReLU(0.2), nn.Linear(width, outputs),
    )


# %% Training
def train(steps, batch_size=128, lr=1e-3):
    generator, discriminator = network(4, 2), network(2, 1)
    average = AveragedModel(generator, multi_avg_fn=get_ema_multi_avg_fn(0.995))
    both = [
        torch.optim.Adam(model.parameters(), lr, betas=(0.5, 0.9))
        for model in (generator, discriminator)
    ]
    adam_g, adam_d = both
    falling = [torch.optim.lr_scheduler.LinearLR(adam, 1, 0, steps) for adam in both]
    seen = []
    for step in range(steps):
        fake = generator(torch.randn(batch_size, 4))
        logits = discriminator(torch.cat([draw_ring(batch_size), fake.detach()]))
        real, made = logits.chunk(2)
        adam_d.zero_grad()
        (F.softplus(-real) + F.softplus(made)).mean().backward()
        adam_d.step()

        adam_g.zero_grad()
        F.softplus(-discriminator(fake)).mean().backward()  # <-
        adam_g.step()
        average.update_parameters(generator)
        for schedule in falling:
            schedule.step()
        if step in (0, steps // 10, steps // 3, steps - 1):
            with torch.no_grad():
                seen.append(generator(torch.randn(500, 4)))
    return average.module, torch.stack(seen)


# %% Use
torch.manual_seed(0)
generator, on_the_way = train(2500)
with torch.no_grad():
    samples = generator(torch.randn(1000, 4))
print(((samples.norm(dim=1) - 1).abs() < 0.2).float().mean() > 0.8)
#> tensor(True)
sector = torch.atan2(samples[:, 1], samples[:, 0]).div(math.pi / 4).floor().long() + 4
print((sector.clamp(max=7).bincount(minlength=8) > 20).all())
#> tensor(True)
