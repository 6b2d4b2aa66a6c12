r"""log, log2, log10, log1p: logarithms.

The logarithm of 0 is `-inf`, of a negative number `nan`. `log1p(x)` is `log(1 + x)`
without losing the digits of a small `x`. `xlogy(x, y)` is `x * log(y)`, and 0 where `x`
is 0 and `y` not `nan`. `logit` undoes `sigmoid`, until that is rounded to 0 or 1. For
logarithms of probabilities take
[`log_softmax`](../losses/classification.md#cross_entropy), for sums of exponentials
[`logsumexp`](statistics.md#logsumexp).

Attributes: Shapes
    x: (3,) float32

Asked as:
    torch.log; natural logarithm of a tensor; base 2 logarithm; base 10 logarithm;
    np.log1p; np.log2; scipy.special.xlogy; p log p with p = 0; scipy.special.logit;
    inverse of the sigmoid; log of zero is -inf; log(1 + x) for small x; log_, log2_,
    log1p_ in place; ln; logarithm to any base; tf.math.log1p and tf.math.log; logit of
    a probability, back from the sigmoid
"""

import torch

x = torch.tensor([1.0, 10.0, 100.0])
print(x.log())  # <-
#> tensor([0.0000, 2.3026, 4.6052])
print(x.log10(), torch.tensor([1.0, 8.0]).log2())
#> tensor([0., 1., 2.]) tensor([0., 3.])
print(torch.tensor([0.0, -1.0]).log())
#> tensor([-inf, nan])

small = torch.tensor(1e-10)
print((1 + small).log(), small.log1p())
#> tensor(0.) tensor(1.0000e-10)
p = torch.tensor([0.0, 0.5])
print(p * p.log(), torch.xlogy(p, p))
#> tensor([    nan, -0.3466]) tensor([ 0.0000, -0.3466])
print(torch.logit(torch.tensor([0.5, 0.9])))
#> tensor([0.0000, 2.1972])
