r"""L1Loss: the mean absolute error.

An error of 10 counts ten times an error of 1, so outliers pull less than with
`MSELoss`. The gradient does not shrink with the error; at 0 it is 0.

$$\ell = \frac{1}{N} \sum_n |x_n - y_n|$$

Attributes: Shapes
    pred: (N,) float32, predictions
    target: (N,) float32, the same shape as pred
    loss: () float32

Asked as:
    MAE loss; F.l1_loss; tf.keras.losses.MeanAbsoluteError; average absolute difference
    between prediction and true value; which regression loss is less sensitive to
    outliers; difference between L1 and L2 loss; least absolute deviations; predict the
    median instead of the average; sharper pictures than with squared error; pixel loss
    for image to image networks; Manhattan distance as a loss; train with MAE instead of
    MSE; absolute error loss; loss="mae", mean_absolute_error in Keras; regression loss
    that is not upset by outliers; gradient of the same size for every error; mean
    absolute error instead of mean squared error; deviation between output and ground
    truth in absolute terms
"""

import torch
import torch.nn.functional as F
from torch import nn

pred = torch.tensor([2.5, 0.0, 2.0, 8.0])
target = torch.tensor([3.0, -0.5, 2.0, 7.0])

loss_fn = nn.L1Loss()  # <-
loss = loss_fn(pred, target)  # mean of 0.5, 0.5, 0, 1
print(loss)
#> tensor(0.5000)
print(F.l1_loss(pred, target))
#> tensor(0.5000)
