r"""Several steps ahead: feed the forecast back, or give all at once.

Recursive: a model of one step reads its own forecasts, for as many steps as you like.
Direct: the model has an output for each step, and no forecast is fed back. Both are
linear here, fitted by least squares, on a wave with noise.

Attributes: Shapes
    x: (N, T) float32
    y: (N, H) float32, the next H values
    recursive: (H,) float32
    direct: (H,) float32

Asked as:
    multi-step forecast; predict the next 24 hours; recursive or direct forecasting;
    forecast horizon; feed predictions back into the model; autoregressive forecast
    loop; predict many steps into the future; output several time steps at once;
    multi-horizon forecast; iterate a one-step model; error accumulates over the
    forecast; sequence output of a forecaster; next twelve values at once; forecast
    several values at once; use the output as the next input; model output as its own
    next input, to look further ahead; forecast a whole day ahead
"""

import torch

torch.manual_seed(0)
t = torch.arange(400)
series = torch.sin(2 * torch.pi * t / 24) + 0.05 * torch.randn(400)
T = 24
H = 12
windows = series[:-H].unfold(0, T + H, 1)  # the last H values are to be forecast
x, y = windows[:, :T], windows[:, T:]

one = torch.linalg.lstsq(x, y[:, :1]).solution  # (T, 1)
seen = series[-H - T : -H]
for _ in range(H):
    step = seen[-T:] @ one
    seen = torch.cat([seen, step])  # <-
recursive = seen[T:]

direct = series[-H - T : -H] @ torch.linalg.lstsq(x, y).solution

truth = series[-H:]
print((recursive - truth).abs().max() < 0.4, (direct - truth).abs().max() < 0.4)
#> tensor(True) tensor(True)
print(torch.isclose(recursive[0], direct[0], atol=1e-3))
#> tensor(True)
