r"""Scale a series: by its training part, and the forecast taken back.

Mean and deviation of the whole series know the future. A trend also takes the test part
out of the range that was learnt: learn the differences to the last value instead, and
add the last value to the forecast.

Attributes: Shapes
    series: (T,) float32, rises
    scaled: (T,) float32
    change: (N, 4) float32, inputs less their last value

Asked as:
    normalise a time series without leakage; MinMaxScaler on a series; fit the scaler on
    the past only; inverse transform of a forecast; non-stationary series and a neural
    network; forecast does not follow the trend; network cannot extrapolate a rising
    series; difference a time series; subtract the last value of the window; RevIN,
    reversible instance normalisation; scale each window; standardise sales before an
    LSTM; scaled forecasts back to the units of the series; forecast in original units
"""

import torch

torch.manual_seed(0)
series = 0.1 * torch.arange(200.0) + torch.randn(200)
cut = 150

mean, std = series[:cut].mean(), series[:cut].std()
scaled = (series - mean) / std  # <-
print(scaled[:cut].max() < 2.5, scaled[cut:].mean() > 1.5)
#> tensor(True) tensor(True)
print(torch.allclose(scaled * std + mean, series, atol=1e-4))
#> True

windows = scaled.unfold(0, 5, 1)
last = windows[:, 3:4]
change, target = windows[:, :4] - last, windows[:, 4] - last.squeeze(1)
print((target[:cut].mean() - target[cut:].mean()).abs() < 0.2)
#> tensor(True)
