r"""MSELoss: the mean squared error.

The default for regression. It expects prediction and target of one shape. A
prediction of shape (N, 1) against a target of shape (N,) broadcasts to (N, N): there is
a warning only, and the number is wrong.

$$\ell = \frac{1}{N} \sum_n (x_n - y_n)^2$$

Attributes: Shapes
    pred: (N,) float32, predictions
    target: (N,) float32, the same shape as pred
    loss: () float32

Raises:
    RuntimeError: `nn.MSELoss()(pred, torch.zeros(3))` The size of tensor a (4) must
        match the size of tensor b (3)

Warns:
    UserWarning: `nn.MSELoss()(pred.unsqueeze(1), target)` This will likely lead to
        incorrect results due to broadcasting.

Asked as:
    L2 loss; F.mse_loss; tf.keras.losses.MeanSquaredError; least squares with a network;
    warning: target size differs from input size; loss to predict an age or a price, to
    forecast a temperature; reconstruction loss of an autoencoder; Using a target size
    that is different to the input size; regression network predicts the same value for
    every input; output (N, 1) but labels (N,); labels and outputs broadcast to a
    matrix; loss="mse", mean_squared_error in Keras; penalise the squared difference of
    prediction and truth; fit a curve or a function to points, which loss; measure the
    error of a predicted number; which loss to predict a continuous number; criterion to
    predict numbers instead of classes; loss for predicting a number such as a house
    price; mean squared error; squared error; regression loss; regression always
    predicts the mean; when to use MSE and when MAE
"""

import torch
import torch.nn.functional as F
from torch import nn

pred = torch.tensor([2.5, 0.0, 2.0, 8.0])
target = torch.tensor([3.0, -0.5, 2.0, 7.0])

loss_fn = nn.MSELoss()  # <-
loss = loss_fn(pred, target)  # mean of 0.25, 0.25, 0, 1
print(loss)
#> tensor(0.3750)

# A column of predictions loses its last dimension first.
column = pred.unsqueeze(1)  # (4, 1)
print(loss_fn(column.squeeze(1), target))
#> tensor(0.3750)
print(F.mse_loss(pred, target))
#> tensor(0.3750)
