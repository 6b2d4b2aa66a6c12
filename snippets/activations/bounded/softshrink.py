r"""Softshrink: pull every value toward zero.

Soft thresholding: the step of L1-regularised methods (ISTA). Values within lambda of 0
become 0, others move by lambda.

$$\text{Softshrink}(x) = \text{sign}(x) \max(|x| - \lambda, 0)$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-inf, inf)

Asked as:
    soft thresholding operator; proximal operator of the L1 norm; ISTA and LISTA; lasso
    shrinkage step; F.softshrink; lambd; tfa.activations.softshrink;
    keras.activations.soft_shrink; pywt.threshold mode='soft'; wavelet denoising;
    sign(x) * max(|x| - lambda, 0); shrink every number towards zero by lambda;
    iterative shrinkage thresholding; subtract lambda from the magnitude; move values
    closer to zero; soft threshold for sparsity; FISTA proximal step; shrinkage function
    of L1
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-2.0, -0.5, 0.2, 0.5, 2.0])

activation = nn.Softshrink(lambd=0.5)  # <-
y = activation(x)
print(y)
#> tensor([-1.5000, -0.0000,  0.0000,  0.0000,  1.5000])
print(F.softshrink(x, 0.5).equal(y))  # the functional form
#> True
