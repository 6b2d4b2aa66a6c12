"""Defects: what an autoencoder of good parts cannot rebuild.

Trained on pictures without a defect, it has no code for one: the error is large where
the defect is. The score of a picture is the mean of its largest errors. Good pictures
that were not trained on say which score is still normal.

Attributes: Shapes
    good: (N, 1, 32, 32) float32, in [0, 1]
    damaged: (N, 1, 32, 32) float32, in [0, 1]

Asked as:
    anomaly detection in images; find defects with an autoencoder; visual inspection;
    MVTec style anomaly map; reconstruction error as an anomaly score; novelty detection
    of pictures; detect scratches; unsupervised defect detection; threshold for the
    reconstruction error; heat map of a defect; outlier images; one class classification
    of images; faulty products; photos of good products alone; where in a picture
    something is damaged
"""

# %% Parts
import torch
import torch.nn.functional as F
from torch import nn
from torchvision.utils import make_grid


def draw(count, size=32):
    """Draw rings of several sizes, not quite in the middle, (count, 1, size, size)."""
    line = torch.arange(size) - size / 2 + 0.5
    x, y = 3 * torch.rand(2, count, 1, 1) - 1.5
    radius, width = 8 + 4 * torch.rand(2, count, 1, 1)
    far = torch.hypot(line[:, None] - y, line - x)
    return (width / 4 - (far - radius).abs() + 0.5).clamp(0, 1)[:, None]


def damage(images, size=32):
    """Turn black and white round in a spot on each ring."""
    line = torch.arange(size) - size / 2 + 0.5
    angle = 6.3 * torch.rand(len(images), 1, 1)
    spot = torch.hypot(line[:, None] - 10 * angle.sin(), line - 10 * angle.cos()) < 2
    return torch.where(spot[:, None], 1 - images, images)


# %% Training on good parts
torch.manual_seed(0)
model = nn.Sequential(
    nn.Flatten(), nn.Linear(1024, 128), nn.ReLU(), nn.Linear(128, 6),
    nn.Linear(6, 128), nn.ReLU(), nn.Linear(128, 1024), nn.Sigmoid(),
    nn.Unflatten(1, (1, 32, 32)),
)  # fmt: skip
optimizer = torch.optim.Adam(model.parameters(), lr=2e-3)
for _ in range(700):
    images = draw(64)
    loss = F.mse_loss(model(images), images)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


# %% Scores
@torch.inference_mode()
def errors(images):
    return (model(images) - images).square()


def score(images):
    return errors(images).flatten(1).topk(12).values.mean(dim=1)  # <-


known, good = draw(200), draw(200)
damaged = damage(draw(200))
limit = score(known).quantile(0.95)
print((score(good) < limit).float().mean() > 0.85)
#> tensor(True)
print((score(damaged) > limit).float().mean() > 0.9)
#> tensor(True)
both = torch.cat([damaged[:4], errors(damaged[:4])])
pictures = {"damaged parts, and the errors": make_grid(both, nrow=4)}
