r"""Time of day and of year: a sine and a cosine.

Hour 23 and hour 0 are neighbours, but as numbers they lie far apart. As a point on a
circle each hour is as far from the next as any other. One column is not enough: the
sines of 2 and of 10 o'clock are equal. Weekdays have a period of 7, months of 12.

$$f = \left( \sin \frac{2 \pi h}{P}, \; \cos \frac{2 \pi h}{P} \right)$$

Attributes: Shapes
    hour: (N,) int64
    features: (N, 2) float32

Asked as:
    cyclical features; encode hour of day with sine and cosine; day of week as a
    feature; month as a number for a network; datetime to tensor; periodic encoding;
    23:59 and 00:00 are far apart; seasonality features for a forecast; calendar
    features; sin and cos of the timestamp; angle as an input of a network; wind
    direction as a feature; midnight is close to eleven in the evening; eleven in the
    evening and midnight
"""

from datetime import datetime

import torch


def on_circle(value, period):
    angle = 2 * torch.pi * value / period
    return torch.stack([angle.sin(), angle.cos()], dim=-1)  # <-


times = ["2026-03-01T23:00", "2026-03-02T00:00", "2026-03-02T03:00"]
hour = torch.tensor([datetime.fromisoformat(time).hour for time in times])
features = on_circle(hour, 24)
print(features)
#> tensor([[-0.2588,  0.9659],
#>         [ 0.0000,  1.0000],
#>         [ 0.7071,  0.7071]])
print(torch.cdist(features, features)[1])  # of midnight to each
#> tensor([0.2611, 0.0000, 0.7654])
