r"""Forecast with a convolution: every step of a window predicts the next.

A stack of [causal convolutions](#causal_convolution) reads the window; the target is
the window moved by one, so each step teaches, not the last one alone. The error is less
than half of that of the last value, and of that of the value a day before. With kernels
of 2 and dilations from 1 to 32 it looks back 64 steps.

Attributes: Shapes
    forecast: (N,) float32, of the test part
    truth: (N,) float32

Asked as:
    time series forecasting with a CNN; TCN forecast example; WaveNet for time series;
    Conv1d forecast; temporal convolution instead of an LSTM; dilated convolutions for
    forecasting; predict the next value with a 1D convolution; faster than an LSTM for
    series; train on all time steps of a window; sequence to sequence forecast; target
    shifted by one step; convolutional model for sensor data
"""

# %% Data
import torch
import torch.nn.functional as F
from torch import nn


def draw(days):
    t = torch.arange(24 * days)
    day, week = (torch.sin(2 * torch.pi * t / hours) for hours in (24, 24 * 7))
    return day + 0.5 * week + 0.05 * torch.randn(24 * days)


# %% Model
class CausalConv1d(nn.Conv1d):
    def forward(self, x):
        left = self.dilation[0] * (self.kernel_size[0] - 1)
        return super().forward(F.pad(x, (left, 0)))


class Forecaster(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        layers, inputs = [], 1
        for dilation in (1, 2, 4, 8, 16, 32):
            layers += [CausalConv1d(inputs, width, 2, dilation=dilation), nn.GELU()]
            inputs = width
        self.layers = nn.Sequential(*layers, nn.Conv1d(width, 1, 1))

    def forward(self, x):
        return x + self.layers(x.unsqueeze(1)).squeeze(1)


# %% Training
def fit(model, windows, epochs):
    optimizer = torch.optim.Adam(model.parameters(), lr=5e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    for _ in range(epochs):
        for rows in torch.randperm(len(windows)).split(64):
            forecast = model(windows[rows, :-1])[:, 63:]  # of a full view
            loss = F.mse_loss(forecast, windows[rows, 64:])  # <-
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        schedule.step()
    return model


# %% Use
torch.manual_seed(0)
series, T, cut = draw(days=70), 96, 24 * 56
train, test = series[:cut], series[cut - T :]
model = fit(Forecaster(), train.unfold(0, T + 1, 4), epochs=30)
windows = test.unfold(0, T + 1, 1)
with torch.no_grad():
    forecast = model(windows[:, :-1])[:, -1]
truth = windows[:, -1]


def error(forecast):
    return (forecast - truth).square().mean().sqrt()


last, day_before = windows[:, -2], windows[:, -25]
print(error(forecast) < 0.5 * error(last), error(forecast) < 0.5 * error(day_before))
#> tensor(True) tensor(True)
