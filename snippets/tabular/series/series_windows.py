r"""Windows of a series: the last T values, and the one that follows.

`unfold` makes all windows at once, as views: no copy, no loop. Windows are one longer
than the input; the last value is the target. Several series or features stand in a last
dimension, which `unfold` moves: bring it back with `movedim`. Shuffle windows, never
the values within.

Attributes: Shapes
    series: (10,) float32
    windows: (7, 4) float32
    x: (7, 3) float32
    y: (7,) float32
    several: (10, 2) float32, two features at each time
    batch: (7, 4, 2) float32

Asked as:
    sliding window of a time series to x and y; create sequences for an LSTM; lookback
    window; timeseries_dataset_from_array; supervised learning from a series; lag
    features; input of shape samples, timesteps, features; TimeseriesGenerator of Keras;
    window a multivariate series; sequence and next value pairs; X_train and y_train
    from a series; dataset for forecasting
"""

import torch

series = torch.arange(10.0)
T = 3

windows = series.unfold(0, T + 1, 1)  # <-
x, y = windows[:, :-1], windows[:, -1]
print(x[:2], y[:2])
#> tensor([[0., 1., 2.],
#>         [1., 2., 3.]]) tensor([3., 4.])

several = torch.stack([series, 10 * series], dim=1)
batch = several.unfold(0, T + 1, 1).movedim(1, 2)
print(batch[0])
#> tensor([[ 0.,  0.],
#>         [ 1., 10.],
#>         [ 2., 20.],
#>         [ 3., 30.]])
