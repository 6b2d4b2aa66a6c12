r"""Mode collapse: good samples, all alike, as a number.

Each sample is given to the nearest of the known modes. Two numbers tell the rest: how
many modes are met, and the entropy of the shares, whose `exp` is the number of modes as
if all had an equal share. Samples far from every mode are left out first. For images
count the classes that a classifier sees.

Attributes: Shapes
    modes: (8, 2) float32
    even: (N, 2) float32, samples near all modes
    collapsed: (N, 2) float32, samples near two

Raises:
    ValueError: `modes_met(even + 9, modes)` to satisfy the constraint Simplex()

Asked as:
    my GAN always generates the same image; detect mode collapse; generator produces
    only a few kinds of samples; diversity of generated samples; number of modes
    covered; 8 gaussians, ring of Gaussians; generator ignores the noise input; how many
    modes does my generator find; variety of samples as a number; entropy of the class
    shares of samples; missing modes; all samples look alike; generator makes the same
    thing again and again; my generator repeats itself
"""

import math

import torch


def modes_met(samples, modes, radius=0.3):
    distance, nearest = torch.cdist(samples, modes).min(dim=1)
    count = nearest[distance < radius].bincount(minlength=len(modes))
    share = torch.distributions.Categorical(probs=count / count.sum())
    return (count > 0).sum().item(), share.entropy().exp().item()  # <-


torch.manual_seed(0)
angle = torch.arange(8) * math.pi / 4
modes = 2 * torch.stack([angle.cos(), angle.sin()], dim=1)
even = modes[torch.randint(8, (1000,))] + 0.05 * torch.randn(1000, 2)
collapsed = modes[torch.randint(2, (1000,))] + 0.05 * torch.randn(1000, 2)

for samples in (even, collapsed):
    met, effective = modes_met(samples, modes)
    print(met, f"{effective:.1f}")
    #> 8 8.0
    #> 2 2.0
