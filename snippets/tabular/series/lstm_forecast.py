r"""Forecast with an LSTM: the last two days give the next hour.

The window goes through the LSTM, and a linear layer reads its last state; the forecast
is a change to the last value. Two waves and noise are drawn; the error is less than
half of that of the last value, and of that of the value a day before. Features of one
time step stand in the last dimension: here there is one.

Attributes: Shapes
    forecast: (N,) float32, of the test part
    truth: (N,) float32

Asked as:
    time series forecasting with LSTM in PyTorch; predict the next value of a series;
    LSTM regression example; train an LSTM on a sine wave; stock or sales or energy
    prediction with an LSTM; many-to-one LSTM for a forecast; complete forecasting
    example; univariate forecast; LSTM with lookback window; predict the future from the
    past; why is my LSTM forecast a flat line; RNN for sensor data; LSTM that beats the
    last value
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
class Forecaster(nn.Module):
    def __init__(self, width=32):
        super().__init__()
        self.lstm = nn.LSTM(1, width, batch_first=True)
        self.head = nn.Linear(width, 1)

    def forward(self, x):
        output, _ = self.lstm(x.unsqueeze(2))
        return x[:, -1] + self.head(output[:, -1]).squeeze(1)  # <-


# %% Training
def fit(model, windows, epochs):
    optimizer = torch.optim.Adam(model.parameters(), lr=5e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    for _ in range(epochs):
        for rows in torch.randperm(len(windows)).split(64):
            loss = F.mse_loss(model(windows[rows, :-1]), windows[rows, -1])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        schedule.step()
    return model


# %% Use
torch.manual_seed(0)
series, T, cut = draw(days=70), 48, 24 * 56
train, test = series[:cut], series[cut - T :]
model = fit(Forecaster(), train.unfold(0, T + 1, 1), epochs=8)
windows = test.unfold(0, T + 1, 1)
with torch.no_grad():
    forecast = model(windows[:, :-1])
truth = windows[:, -1]


def error(forecast):
    return (forecast - truth).square().mean().sqrt()


last, day_before = windows[:, -2], windows[:, -25]
print(error(forecast) < 0.5 * error(last), error(forecast) < 0.5 * error(day_before))
#> tensor(True) tensor(True)
