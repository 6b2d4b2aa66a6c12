r"""Threshold: keep what is above a threshold, replace the rest.

ReLU is the case of threshold 0 and value 0. The comparison is strict: an input equal to
the threshold is replaced.

$$\text{Threshold}(x) = \begin{cases} x & x > t \\ v & x \le t \end{cases}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, -5 or above 1

Asked as:
    zero out values under a cutoff; keras ThresholdedReLU; F.threshold_;
    cv2.THRESH_TOZERO; relu that starts at another point than zero; put a constant in
    place of small inputs; thresholded relu; value equal to the limit gets replaced;
    suppress weak activations; replace everything below a value by a constant; values
    smaller than t become v; layer that replaces small values; pass values only if they
    exceed a limit, otherwise a fixed number; relu with a different cutoff; only let
    large activations pass; set values below a cutoff to zero
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.Threshold(threshold=1.0, value=-5.0)  # <-
y = activation(x)
print(y)
#> tensor([-5., -5., -5., -5.,  2.])
print(F.threshold(x, 1.0, -5.0).equal(y))  # the functional form
#> True
