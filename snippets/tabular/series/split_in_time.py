r"""Split a series in time: no window looks across.

First cut the series, then make the windows of each part: a random split of windows puts
neighbours that share all values but one into both parts. The test part starts T values
early, so that its first target has an input; these are inputs only. Targets of the
parts do not overlap.

Attributes: Shapes
    series: (20,) float32
    train: (11, 4) float32, windows: T inputs and a target
    test: (6, 4) float32

Asked as:
    train test split of a time series; random_split leaks the future; TimeSeriesSplit;
    data leakage between overlapping windows; split before or after windowing;
    validation set for forecasting; last 20 percent as the test set; hold out the end of
    a series; no shuffle for time series; walk-forward validation; test score of a
    forecast too good to be true; chronological split
"""

import torch

series = torch.arange(20.0)
T = 3
cut = 14

train = series[:cut].unfold(0, T + 1, 1)
test = series[cut - T :].unfold(0, T + 1, 1)  # <-
print(train[-1], test[0])
#> tensor([10., 11., 12., 13.]) tensor([11., 12., 13., 14.])
print(set(train[:, -1].tolist()) & set(test[:, -1].tolist()))
#> set()
