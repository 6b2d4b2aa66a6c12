r"""A target of large numbers: learn it scaled, give it back in its units.

Prices in the hundred thousands are far from the outputs of a new net: 300 steps of Adam
do not get there. Learn the standardised target, and undo it for the prediction. Targets
that span powers of ten are learnt as logarithms. State the error in the units of the
target.

Attributes: Shapes
    x: (N, 3) float32
    y: (N,) float32, in euros
    predicted: (N,) float32, in euros

Asked as:
    scale the target of a regression; normalise the y of a regression; inverse_transform
    the predictions; TransformedTargetRegressor; network answers values near zero to
    large targets; house prices regression loss is huge; large target values do not
    train; log transform of the target; unscale the model output; loss in the millions;
    standardize labels of a regression; predict prices in original units; outputs stay
    tiny while targets are huge; train on prices of several hundred thousand euros
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x = torch.randn(256, 3)
y = 300_000 + x @ torch.tensor([50_000.0, 20_000.0, -10_000.0])
mean, std = y.mean(), y.std()  # of the training part


def train(target):
    model = nn.Linear(3, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
    for _ in range(300):
        loss = F.mse_loss(model(x).squeeze(1), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        return model(x).squeeze(1)


predicted = train((y - mean) / std) * std + mean  # <-
print((predicted - y).abs().mean() < 1000)
#> tensor(True)
print((train(y) - y).abs().mean() > 250_000)
#> tensor(True)
