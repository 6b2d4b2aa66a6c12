"""Autoencoder: pictures through 16 numbers, and back.

The encoder halves the size until a linear layer makes the code of what is left. All
that the decoder knows of a picture is the code. Between two codes lie pictures too,
which nobody drew.

Attributes: Shapes
    images: (N, 1, 32, 32) float32, in [0, 1]
    code: (N, 16) float32
    rebuilt: (N, 1, 32, 32) float32

Asked as:
    train an autoencoder on images; encode pictures to a vector and decode them;
    reconstruct images; bottleneck of 16 numbers; image embedding without labels;
    train encoder and decoder; reconstruction loss; how many numbers does a picture
    need; representation learning without labels; autoencoder with a training loop;
    morph one picture into another; learn a short code of pictures; fade from one
    picture into another; decode a short code to a picture
"""

# %% Pictures
import torch
import torch.nn.functional as F
from torch import nn
from torchvision.utils import make_grid


def draw(count, size=32):
    """Draw a disc each, (count, 1, size, size): place, radius and grey differ."""
    line = torch.arange(size) + 0.5
    x, y = 8 + (size - 16) * torch.rand(2, count, 1, 1)
    radius = 3 + 4 * torch.rand(count, 1, 1)
    far = torch.hypot(line[:, None] - y, line - x)
    shade = 0.4 + 0.6 * torch.rand(count, 1, 1)
    return (shade * (radius - far + 0.5).clamp(0, 1))[:, None]


# %% Net
torch.manual_seed(0)
encoder = nn.Sequential(
    nn.Conv2d(1, 16, 4, stride=2, padding=1), nn.ReLU(),
    nn.Conv2d(16, 32, 4, stride=2, padding=1), nn.ReLU(),
    nn.Flatten(), nn.Linear(32 * 8 * 8, 16),
)  # fmt: skip
decoder = nn.Sequential(
    nn.Linear(16, 32 * 8 * 8), nn.ReLU(), nn.Unflatten(1, (32, 8, 8)),
    nn.ConvTranspose2d(32, 16, 4, stride=2, padding=1), nn.ReLU(),
    nn.ConvTranspose2d(16, 1, 4, stride=2, padding=1),
)  # fmt: skip

# %% Training
model = nn.Sequential(encoder, decoder)
optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
for _ in range(250):
    images = draw(32)
    loss = F.mse_loss(model(images), images)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

# %% Look
images = draw(100)
with torch.inference_mode():
    code = encoder(images)
    rebuilt = decoder(code)  # <-
    path = torch.lerp(code[:1], code[1:2], torch.linspace(0, 1, 8)[:, None])
    between = decoder(path)
error = (rebuilt - images).square().mean() / images.var()
print(error < 0.3)
#> tensor(True)
pictures = {"pictures, rebuilt": make_grid(torch.cat([images[:8], rebuilt[:8]]))}
pictures |= {"from one to another": make_grid(between, nrow=4)}
