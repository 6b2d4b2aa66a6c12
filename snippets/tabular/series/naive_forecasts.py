r"""Naive forecasts: what a model has to beat.

The last value, and the value one season ago. Give the error of a model as a share of
theirs: below 1 it has learnt something. The scaled error (MASE) divides by the naive
error of the training part, so that it can be compared between series. A forecast that
repeats the last value looks good in a plot: look for a curve that comes one step late.

$$\text{MASE} = \frac{\frac{1}{M} \sum_t \lvert y_t - \hat y_t \rvert}{\frac{1}{N - m}
\sum_{t > m} \lvert y_t - y_{t - m} \rvert}$$

Attributes: Shapes
    series: (T,) float32, a day has 24 values

Asked as:
    baseline for a forecast; persistence model; seasonal naive; MASE, mean absolute
    scaled error; my LSTM only repeats the last value; forecast looks shifted by one
    step; is my forecast any good; compare with yesterday's value; lagged prediction;
    predictions are one step behind; skill score of a forecast; simple forecast to
    compare with; repeat the day before as a forecast; the value of the day before;
    error relative to a trivial forecast
"""

import torch

torch.manual_seed(0)
t = torch.arange(24 * 20)
series = 10 * torch.sin(2 * torch.pi * t / 24) + torch.randn(24 * 20)
cut = 24 * 15
train, test = series[:cut], series[cut:]


def mase(forecast, season=1):
    scale = (train[season:] - train[:-season]).abs().mean()
    return (test - forecast).abs().mean() / scale


last = series[cut - 1 : -1]
seasonal = series[cut - 24 : -24]  # <-
print(f"{mase(last):.1f}", mase(seasonal) < 0.8)
#> 1.1 tensor(True)
