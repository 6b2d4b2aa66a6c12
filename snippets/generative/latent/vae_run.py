r"""A whole VAE run: digits from two numbers.

The encoder gives a mean and a variance for each of two codes, the decoder makes 64
pixels of them. Two codes can be drawn as a map. To sample, draw the codes from a normal
distribution and decode: the result is a probability a pixel, shown as grey. The loss of
digits not seen in training is less than 0.95 of what the mean picture gives. A grey
pixel costs something even where it is right.

Attributes: Shapes
    train: (1500, 64) float32, in [0, 1]
    test: (297, 64) float32
    samples: (16, 64) float32
    grid: (10, 10, 64) float32, the pictures of a map of codes

Asked as:
    variational autoencoder from scratch; minimal VAE example; VAE on MNIST or digits;
    train an autoencoder and sample from it; generate images from a latent space; decode
    random codes; complete VAE training script; VAE encoder and decoder as MLPs; latent
    space with two dimensions; plot the latent space as a grid of images; new digits
    from noise; sample from a trained decoder
"""

# %% Data and model
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import nn


class VAE(nn.Module):
    def __init__(self, pixels=64, codes=2, width=128):
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Linear(pixels, width), nn.ReLU(), nn.Linear(width, 2 * codes)
        )
        self.decoder = nn.Sequential(
            nn.Linear(codes, width), nn.ReLU(), nn.Linear(width, width), nn.ReLU(),
            nn.Linear(width, pixels),
        )  # fmt: skip

    def forward(self, x):
        mean, log_var = self.encoder(x).chunk(2, dim=1)
        z = mean + (0.5 * log_var).exp() * torch.randn_like(mean)
        return self.decoder(z), mean, log_var


def negative_elbo(logits, x, mean, log_var):
    wrong = F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum(dim=1)
    kl = 0.5 * (mean.square() + log_var.exp() - log_var - 1).sum(dim=1)
    return (wrong + kl).mean()


# %% Training
torch.manual_seed(0)
pixels = torch.tensor(load_digits().data).float() / 16
train, test = pixels[:1500], pixels[1500:]
model = VAE()
optimizer = torch.optim.Adam(model.parameters(), lr=4e-3)
for epoch in range(40):
    for rows in torch.randperm(len(train)).split(100):
        logits, mean, log_var = model(train[rows])
        loss = negative_elbo(logits, train[rows], mean, log_var)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

# %% Samples
model.eval()
even = torch.linspace(0.05, 0.95, 10)
across = torch.distributions.Normal(0.0, 1.0).icdf(even)
with torch.no_grad():
    samples = model.decoder(torch.randn(16, 2)).sigmoid()  # <-
    grid = model.decoder(torch.cartesian_prod(across, across)).sigmoid()
grid = grid.unflatten(0, (10, 10))

# %% Check
with torch.no_grad():
    logits, mean, log_var = model(test)
reached = negative_elbo(logits, test, mean, log_var)
flat = train.mean(dim=0).clamp(1e-3, 1 - 1e-3).logit().expand(len(test), -1)
zeros = torch.zeros(len(test), 2)
guess = negative_elbo(flat, test, zeros, zeros)  # one picture for all, and no code
print(reached < 0.95 * guess)
#> tensor(True)
