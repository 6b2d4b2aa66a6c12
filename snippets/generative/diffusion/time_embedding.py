r"""Time embedding: the step, as sines and cosines.

Sines and cosines of the step, from fast to slow: neighbouring steps differ a little,
far ones more. The values lie in [-1, 1]. Add a projection of it to the features, or
join it to them. With few steps, and the same number for good, `nn.Embedding` does.

$$e_{t, i} = \sin \left( t \, w_i \right), \quad e_{t, D/2 + i} = \cos \left( t \, w_i
\right), \quad w_i = 10000^{-2 i / D}$$

Attributes: Shapes
    t: (N,) int64
    embedded: (N, D) float32

Asked as:
    sinusoidal timestep embedding; how does the model know the noise level; condition a
    network on time t; get_timestep_embedding of diffusers; positional encoding of the
    diffusion step; SinusoidalPosEmb; feed t into a U-Net or an MLP; time MLP; Fourier
    features of the timestep; embed a step number; nn.Embedding of the timestep or sine
    waves; tell the denoising network which step it is at; which noise step, as an input
    of the denoiser; sin and cos features of the timestep; timestep vector for a
    denoiser; sine features of a diffusion step
"""

import math

import torch


def time_embedding(t, dim=32, longest=10_000):
    rate = torch.exp(-math.log(longest) * torch.arange(0, dim, 2) / dim)
    angle = t.unsqueeze(1) * rate.to(t.device)  # (N, D/2)
    return torch.cat([angle.sin(), angle.cos()], dim=1)  # <-


t = torch.tensor([0, 1, 2, 40])
embedded = time_embedding(t)
print(embedded[:2, :3])
#> tensor([[0.0000, 0.0000, 0.0000],
#>         [0.8415, 0.5332, 0.3110]])
print(torch.cdist(embedded[:1], embedded))  # from step 0
#> tensor([[0.0000, 1.1716, 2.1307, 4.0522]])
