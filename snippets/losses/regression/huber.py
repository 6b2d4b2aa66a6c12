r"""HuberLoss: squared near zero, absolute beyond delta.

Half of `MSELoss` for small errors, linear for large ones: an outlier pulls with a
gradient of `delta` at most. `delta` is in the units of the target.

$$\ell_n = \begin{cases} \frac{1}{2} (x_n - y_n)^2 & |x_n - y_n| \le \delta \\
\delta \left( |x_n - y_n| - \frac{1}{2} \delta \right) & \text{otherwise} \end{cases}$$

Attributes: Shapes
    pred: (N,) float32, predictions
    target: (N,) float32, the same shape as pred
    each: (N,) float32, one loss a sample

Raises:
    RuntimeError: `nn.HuberLoss(delta=0.0)(pred, target)` huber_loss does not support
        non-positive values for delta

Asked as:
    F.huber_loss; tf.keras.losses.Huber; sklearn HuberRegressor; optax.huber_loss;
    robust regression; outliers ruin my regression; loss between MSE and MAE; quadratic
    for small errors, linear for large ones; cap the gradient of big errors; clipped TD
    error of DQN, Q-learning loss; a few bad labels dominate the training; limit the
    influence of outliers; delta, where the loss turns from quadratic to linear;
    nn.HuberLoss(delta=1.0); less sensitive to extreme values than MSE; squared error
    goes mad because of a few points; wild values and noisy labels should not dominate;
    loss that ignores outliers, robust to outliers
"""

import torch
import torch.nn.functional as F
from torch import nn

pred = torch.tensor([0.0, 1.0, 2.0, 10.0], requires_grad=True)
target = torch.zeros(4)

loss_fn = nn.HuberLoss(delta=2.0, reduction="none")  # <-
each = loss_fn(pred, target)
print(each.detach())
#> tensor([ 0.0000,  0.5000,  2.0000, 18.0000])

each.sum().backward()
print(pred.grad)  # never steeper than delta
#> tensor([0., 1., 2., 2.])
print(F.huber_loss(pred, target, delta=2.0, reduction="none").equal(each))
#> True
