r"""Quantile forecast: a band that nine in ten values stay within.

The model has an output for each quantile, trained with the [quantile
loss](../losses/written.md#quantile). The band is wide where the series is noisy. Check
it on rows that were not learnt: count how many values lie inside. `sort` mends
quantiles that cross.

Attributes: Shapes
    features: (N, 2) float32, the hour on a circle
    band: (M, 3) float32, of the test part
    inside: () float32, the share of the test part within the band

Asked as:
    probabilistic forecast; prediction interval for a time series; uncertainty band of a
    forecast; pinball loss forecast example; 5th and 95th percentile of the forecast;
    forecast with confidence interval; coverage of a prediction interval; quantile
    regression network, complete example; heteroscedastic noise; how sure is the
    forecast; calibrated interval; forecast with an upper and a lower limit; lower and
    upper limit of a forecast; how certain is a forecast
"""

import torch
from torch import nn

torch.manual_seed(0)
q = torch.tensor([0.05, 0.5, 0.95])
hour = torch.arange(24 * 100) % 24
angle = 2 * torch.pi * hour / 24
features = torch.stack([angle.sin(), angle.cos()], dim=1)
noise = 0.1 + 0.4 * (hour >= 12)  # afternoons are hard to tell
series = angle.sin() + noise * torch.randn(len(hour))
cut = 24 * 70

model = nn.Sequential(nn.Linear(2, 32), nn.Tanh(), nn.Linear(32, 3))
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
for _ in range(300):
    error = series[:cut].unsqueeze(1) - model(features[:cut])
    loss = torch.maximum(q * error, (q - 1) * error).mean()  # <-
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    band = model(features[cut:]).sort(dim=1).values
truth = series[cut:]
inside = ((band[:, 0] < truth) & (truth < band[:, 2])).float().mean()
print(0.85 < inside < 0.95)
#> tensor(True)
width = band[:, 2] - band[:, 0]
print(width[hour[cut:] == 18].mean() > 2 * width[hour[cut:] == 6].mean())
#> tensor(True)
