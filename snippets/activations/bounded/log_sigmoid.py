r"""LogSigmoid: the logarithm of sigmoid, without underflow.

For log-probabilities of a yes-or-no model. `torch.log(torch.sigmoid(x))` gives -inf
where this one gives the number.

$$\text{LogSigmoid}(x) = \ln \frac{1}{1 + e^{-x}}$$

Attributes: Shapes
    x: (N,) float32
    y: (N,) float32, in (-inf, 0)

Asked as:
    log(sigmoid(x)) gives -inf; F.logsigmoid; tf.math.log_sigmoid; jax.nn.log_sigmoid;
    scipy.special.log_expit; stable log probability of a binary outcome; log-likelihood
    from a logit; BPR or pairwise ranking loss; DPO preference loss; negative sampling
    in word2vec; minus softplus of minus x; numerically stable log(sigmoid(x)); log of
    the logistic function; log sigmoid without inf; avoid log(0) after a sigmoid; log of
    a probability from one logit; -softplus(-x)
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-200.0, -1.0, 0.0, 1.0, 2.0])

activation = nn.LogSigmoid()  # <-
y = activation(x)
print(y)
#> tensor([-2.0000e+02, -1.3133e+00, -6.9315e-01, -3.1326e-01, -1.2693e-01])
print(F.logsigmoid(x).equal(y))  # the functional form
#> True
print(torch.log(torch.sigmoid(x)))
#> tensor([   -inf, -1.3133, -0.6931, -0.3133, -0.1269])
