r"""Points to learn from: a ring and two moons, drawn.

Two numbers a sample: a scatter plot shows what a generator has learnt, and the distance
to the curve gives the share of its samples that are right. Each batch is drawn anew, so
there is no data set to learn by heart. The moons are those of `make_moons`.

Attributes: Shapes
    ring: (N, 2) float32
    moons: (N, 2) float32
    curve: (P, 2) float32, points of the two arcs, without noise
    off: (N,) float32, distance to the nearest of them

Asked as:
    toy data for a generative model; two moons without scikit-learn; make_moons in
    PyTorch; make_circles; points on a circle with noise; 2D toy distribution to test
    GANs and diffusion; draw random points on a ring; synthetic two-dimensional data;
    simple data set to see what a generator learns; swiss roll, moons, circles; crescent
    shaped clusters; endless batches of drawn points; artificial 2d points for a
    generative network
"""

import math

import torch


def draw_ring(n, noise=0.05):
    angle = 2 * math.pi * torch.rand(n)
    return torch.stack([angle.cos(), angle.sin()], dim=1) + noise * torch.randn(n, 2)


def draw_moons(n, noise=0.05):
    angle, upper = math.pi * torch.rand(n), torch.rand(n) < 0.5
    x = torch.where(upper, angle.cos(), 1 - angle.cos())
    y = torch.where(upper, angle.sin(), 0.5 - angle.sin())
    return torch.stack([x, y], dim=1) + noise * torch.randn(n, 2)


torch.manual_seed(0)
ring, moons = draw_ring(2000), draw_moons(2000)  # <-
print(((ring.norm(dim=1) - 1).abs() < 0.15).float().mean() > 0.95)
#> tensor(True)

curve = draw_moons(1000, noise=0)
off = torch.cdist(moons, curve).amin(dim=1)
print((off < 0.15).float().mean() > 0.95)
#> tensor(True)
