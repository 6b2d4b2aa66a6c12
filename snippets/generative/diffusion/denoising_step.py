r"""Diffusion training step: predict the noise that was added.

Draw a step for each row, add noise, let the model say which noise it was: the loss is a
plain mean of squares. A model that answers 0 has a loss of 1, the variance of the
noise; training starts there if the last layer starts at 0. Except for data of one
point the loss does not go to 0, however good the model is: look at samples.

$$\ell = \frac{1}{N D} \sum_n \lVert \epsilon_n - \epsilon_\theta(x_{t_n}, t_n)
\rVert^2$$

Attributes: Shapes
    x0: (N, 2) float32, a batch of data
    t: (N,) int64
    noise: (N, 2) float32
    xt: (N, 2) float32
    predicted: (N, 2) float32
    loss: () float32

Asked as:
    train a diffusion model; DDPM training loop; noise prediction loss; epsilon
    prediction; p_losses; mse between noise and predicted noise; loss of a denoising
    diffusion model; diffusion loss does not go down, stays near 1; training step of
    stable diffusion; random timestep per sample in training; simple loss of Ho et al;
    what does a diffusion model learn to predict; network guesses the noise that was
    mixed in; guess the mixed in noise
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
alphas_cumprod = (1 - torch.linspace(1e-3, 0.2, 50)).cumprod(dim=0)


class Denoiser(nn.Module):
    def __init__(self, width=64):
        super().__init__()
        self.time = nn.Embedding(50, width)
        self.first, self.last = nn.Linear(2, width), nn.Linear(width, 2)
        nn.init.zeros_(self.last.weight)
        nn.init.zeros_(self.last.bias)

    def forward(self, x, t):
        return self.last(F.silu(self.first(x) + self.time(t)))


model = Denoiser()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
x0 = torch.randn(4096, 2)

t = torch.randint(len(alphas_cumprod), (len(x0),))
noise = torch.randn_like(x0)
left = alphas_cumprod[t].unsqueeze(1)
xt = left.sqrt() * x0 + (1 - left).sqrt() * noise
predicted = model(xt, t)
loss = F.mse_loss(predicted, noise)  # <-
optimizer.zero_grad()
loss.backward()
optimizer.step()
print((loss - 1).abs() < 0.1)
#> tensor(True)
