r"""erf, lgamma, digamma, ndtr: functions of statistics.

`torch.special.ndtr` is the distribution function of the standard normal, `ndtri` its
inverse. `erfc` and `log_ndtr` keep the digits of the far tail. `lgamma` is the
logarithm of the absolute value of the gamma function: factorials without overflow.
`erf`, `lgamma` and `digamma` are in `torch` as well.

$$\text{erf}(x) = \frac{2}{\sqrt \pi} \int_0^x e^{-t^2} \, dt$$

Attributes: Shapes
    x: (2,) float32
    n: () float32
    k: () float32

Asked as:
    error function; torch.special; scipy.special.erf; scipy.special.gammaln; log gamma;
    factorial of a tensor; binomial coefficient, n choose k; scipy.stats.norm.cdf;
    inverse normal distribution function, probit; quantile of the standard normal;
    erfinv; derivative of log gamma; polygamma, trigamma; incomplete gamma function;
    tf.math.lgamma; norm.ppf; normal tail probability; erfc; entropy term -p log p;
    torch.special.expit; gaussian cdf of z values
"""

import math

import torch

x = torch.tensor([0.0, 1.0])
print(torch.erf(x), torch.erfc(x), torch.erfinv(torch.tensor([0.5])))  # <-
#> tensor([0.0000, 0.8427]) tensor([1.0000, 0.1573]) tensor([0.4769])
print(torch.special.ndtr(x), torch.special.ndtri(torch.tensor([0.975])))
#> tensor([0.5000, 0.8413]) tensor([1.9600])
print(torch.special.log_ndtr(torch.tensor([-20.0])), torch.special.erfcx(x))
#> tensor([-203.9172]) tensor([1.0000, 0.4276])

n, k = torch.tensor(5.0), torch.tensor(2.0)
print(torch.lgamma(n + 1).exp(), math.factorial(5))
#> tensor(120.0000) 120
log_choose = torch.lgamma(n + 1) - torch.lgamma(k + 1) - torch.lgamma(n - k + 1)
print(log_choose.exp())  # 5 choose 2
#> tensor(10.)
print(torch.special.gammaln(n), torch.digamma(n), torch.special.psi(n))
#> tensor(3.1781) tensor(1.5061) tensor(1.5061)
print(torch.polygamma(1, n))
#> tensor(0.2213)
print(torch.special.gammainc(n, k), torch.igamma(n, k), torch.igammac(n, k))
#> tensor(0.0527) tensor(0.0527) tensor(0.9473)
print(torch.special.gammaincc(n, k), torch.special.expit(x), x.sigmoid())
#> tensor(0.9473) tensor([0.5000, 0.7311]) tensor([0.5000, 0.7311])
print(torch.special.multigammaln(n, 2), torch.mvlgamma(n, 2))
#> tensor(6.2042) tensor(6.2042)
print(torch.special.entr(torch.tensor([0.0, 0.5])))  # -p log p
#> tensor([0.0000, 0.3466])
print(torch.special.xlog1py(k, n), k * torch.log1p(n))
#> tensor(3.5835) tensor(3.5835)
