r"""logsumexp, logaddexp: sums of numbers kept as logarithms.

Nothing overflows: the largest is subtracted before `exp`. The result lies between `max`
and `max + log(n)`. `log_softmax(x)` is `x - logsumexp(x)`. `logaddexp` is for two
tensors, `logcumsumexp` runs along a dimension. For a mean subtract `log(n)`.

$$\text{logsumexp}(x) = \log \sum_i e^{x_i}$$

Attributes: Shapes
    x: (2, 2) float32

Asked as:
    torch.logsumexp; log of a sum of exponentials; scipy.special.logsumexp;
    tf.reduce_logsumexp; log-sum-exp trick; numerically stable log of summed
    probabilities; np.logaddexp; torch.logaddexp2; torch.logcumsumexp; smooth maximum;
    partition function of a softmax; add two log probabilities; log mean exp;
    marginalise in log space; evidence from log likelihoods; exp overflows to inf in a
    sum; log(exp(a) + exp(b))
"""

import math

import torch

x = torch.tensor([[100.0, 100.0], [0.0, -100.0]])
print(x.exp().sum(dim=1).log())
#> tensor([inf, 0.])
print(x.logsumexp(dim=1))  # <-
#> tensor([100.6931,   0.0000])
print(x - x.logsumexp(dim=1, keepdim=True), x.log_softmax(dim=1), sep="\n")
#> tensor([[  -0.6931,   -0.6931],
#>         [   0.0000, -100.0000]])
#> tensor([[  -0.6931,   -0.6931],
#>         [   0.0000, -100.0000]])
print(torch.logaddexp(x[0], x[1]), torch.logaddexp2(x[1], x[1]))
#> tensor([100., 100.]) tensor([  1., -99.])
print(x[0].logcumsumexp(dim=0))
#> tensor([100.0000, 100.6931])
print(x[0].logsumexp(dim=0) - math.log(2))  # logarithm of the mean
#> tensor(100.)
