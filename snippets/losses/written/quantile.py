r"""Quantile loss: a number that 90 percent stay below.

The pinball loss. A target above the prediction costs q a unit, one below it 1 - q: the
best constant is the quantile q of the targets. `q=0.5` is half of the absolute error,
and gives the median. Two quantiles make an interval. They may cross: sort them after.

$$\ell = \frac{1}{N Q} \sum_n \sum_k \max \left( q_k (y_n - x_{n,k}), (q_k - 1) (y_n -
x_{n,k}) \right)$$

Attributes: Shapes
    pred: (N, Q) float32, one column a quantile
    target: (N,) float32
    q: (Q,) float32, the quantiles
    loss: () float32

Asked as:
    pinball loss; quantile regression; prediction interval of a regression network;
    predict the 10th and the 90th percentile; asymmetric loss; underestimation costs
    more than overestimation; uncertainty of a forecast; mean_pinball_loss;
    GradientBoostingRegressor(loss="quantile"); 90 % interval; regression with upper and
    lower bound; quantile crossing; QuantileLoss of pytorch-forecasting; tilted loss
"""

import torch


def pinball(pred, target, q):
    error = target.unsqueeze(1) - pred  # (N, Q)
    return torch.maximum(q * error, (q - 1) * error).mean()  # <-


q = torch.tensor([0.1, 0.9])
target = torch.tensor([10.0, 20.0])
pred = torch.tensor([[8.0, 12.0], [18.0, 16.0]])

loss = pinball(pred, target, q)
print(loss)  # mean of 0.2, 0.2, 0.2 and 3.6
#> tensor(1.0500)
