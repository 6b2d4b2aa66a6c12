r"""This will likely lead to incorrect results due to broadcasting: shapes.

A warning of `mse_loss`, `l1_loss`, `smooth_l1_loss` and `huber_loss`: prediction and
target differ in shape. Usual cause: a model with one output gives (N, 1), the target is
(N,); or, the other way round, the target is a column of a DataFrame. Each prediction is
then compared with each target, and training goes on with a wrong loss. Bring one into
the shape of the other; see [`MSELoss`](../losses/regression.md#mse).

Warns:
    UserWarning: `F.mse_loss(pred, target)`
        Using a target size (torch.Size([3])) that is different to the input size
        (torch.Size([3, 1])). This will likely lead to incorrect results due to
        broadcasting. Please ensure they have the same size.

Also worded:
    UserWarning: Using a target size (torch.Size([64])) that is different to the input
      size (torch.Size([64, 1])). This will likely lead to incorrect results due to
      broadcasting. Please ensure they have the same size.
    UserWarning: Using a target size (torch.Size([32, 1])) that is different to the
      input size (torch.Size([32])). This will likely lead to incorrect results due to
      broadcasting. Please ensure they have the same size.
    UserWarning: Using a target size (torch.Size([])) that is different to the input
      size (torch.Size([1])). This will likely lead to incorrect results due to
      broadcasting. Please ensure they have the same size.

Asked as:
    warning about different sizes in MSELoss; loss does not fall in a regression with
    one output; l1 loss broadcasts prediction and target; unsqueeze the target for
    regression; mse of a column and a row; loss of a regression is wrong because of
    shapes
"""

import warnings

import torch
import torch.nn.functional as F

pred = torch.tensor([[1.0], [2.0], [3.0]])  # (3, 1): a model with one output
target = torch.tensor([1.0, 2.0, 3.0])  # (3,)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(F.mse_loss(pred, target))  # right predictions, and yet
    #> tensor(1.3333)
print(str(caught[0].message).split(". ")[1])
#> This will likely lead to incorrect results due to broadcasting

# Drop the dimension of the prediction, by its number.
print(F.mse_loss(pred.squeeze(1), target))  # <-
#> tensor(0.)

# Or give it to the target.
print(F.mse_loss(pred, target.unsqueeze(1)))
#> tensor(0.)

# In training: make the warning an error, and see the line.
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        F.mse_loss(pred, target)
    except UserWarning as error:
        print(type(error).__name__)
        #> UserWarning
