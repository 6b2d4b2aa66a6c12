r"""SmoothL1Loss: squared near zero, absolute beyond beta.

The loss of box regression in Faster R-CNN. `beta` (default 1) is where the parabola
meets the straight line. It equals `HuberLoss` divided by `beta`.

$$\ell_n = \begin{cases} \frac{1}{2 \beta} (x_n - y_n)^2 & |x_n - y_n| < \beta \\
|x_n - y_n| - \frac{1}{2} \beta & \text{otherwise} \end{cases}$$

Attributes: Shapes
    pred: (N,) float32, predictions
    target: (N,) float32, the same shape as pred
    each: (N,) float32, one loss a sample

Raises:
    RuntimeError: `nn.SmoothL1Loss(beta=-1.0)(pred, target)` smooth_l1_loss does not
        support negative values for beta

Asked as:
    F.smooth_l1_loss; bounding box regression loss; localization loss of SSD or Faster
    R-CNN; loss for box coordinates, offsets and corners; difference between smooth L1
    and Huber; loss in the DQN tutorial; Lua Torch SmoothL1Criterion; L1 without the
    kink in the middle; what does beta do in smooth L1; smooth MAE, absolute error
    rounded at zero; like L2 for small mistakes and like L1 for big ones; loss for
    predicted boxes in object detection; F.smooth_l1_loss(beta=0.1); train a box
    regression head; smooth absolute loss with a threshold beta; less sensitive to
    outliers than L2, smooth at zero
"""

import torch
import torch.nn.functional as F
from torch import nn

pred = torch.tensor([0.0, 0.5, 1.0, 3.0])
target = torch.zeros(4)

loss_fn = nn.SmoothL1Loss(beta=1.0, reduction="none")  # <-
each = loss_fn(pred, target)
print(each)
#> tensor([0.0000, 0.1250, 0.5000, 2.5000])
print(F.smooth_l1_loss(pred, target, reduction="none"))
#> tensor([0.0000, 0.1250, 0.5000, 2.5000])
