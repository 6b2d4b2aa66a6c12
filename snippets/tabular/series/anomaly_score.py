r"""Anomaly score: the error of a forecast, and a threshold from the training part.

The model learns the usual course; what it cannot forecast is unusual. Here it is a
linear one of the last day. The threshold is a quantile of the training errors, so about
one in a thousand usual values is above it. An error in the inputs raises the scores
after it, too: look at the first of a run. The error of an autoencoder's reconstruction
is used in the same way.

Attributes: Shapes
    series: (T,) float32, with three values changed in the test part
    score: (M,) float32, of the test part
    found: (F,) int64, places in the series

Asked as:
    anomaly detection in a time series; outlier detection with a neural network;
    reconstruction error threshold; how to choose the threshold for anomalies; LSTM
    autoencoder anomaly score; detect unusual sensor values; IsolationForest
    alternative; fault detection; novelty detection, train on normal data only; residual
    of a forecast as score; alarm when a value is out of the ordinary; spikes in a
    signal
"""

import torch

torch.manual_seed(0)
t = torch.arange(24 * 80)
series = torch.sin(2 * torch.pi * t / 24) + 0.05 * torch.randn(len(t))
T = 24
cut = 24 * 60
series[[1500, 1650, 1800]] += torch.tensor([0.8, -0.8, 0.8])

past = series[:cut].unfold(0, T + 1, 1)
weights = torch.linalg.lstsq(past[:, :T], past[:, T:]).solution


def scores(part):
    windows = part.unfold(0, T + 1, 1)
    return (windows[:, T] - (windows[:, :T] @ weights).squeeze(1)).abs()


threshold = scores(series[:cut]).quantile(0.999)  # <-
score = scores(series[cut - T :])
found = (score > threshold).nonzero().squeeze(1) + cut
print({1500, 1650, 1800} <= set(found.tolist()), len(found) < 20)
#> True True
