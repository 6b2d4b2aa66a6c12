r"""quantile, median, kthvalue, mode: by rank.

`quantile` takes fractions of 0 to 1 and interpolates between neighbours. `median` of an
even number of values takes the lower of the two in the middle; `quantile(0.5)` their
mean. `nanquantile` and `nanmedian` leave `nan` out. `kthvalue` counts from 1, from the
smallest. `mode` is the value that occurs most often; of several the smallest.

Attributes: Shapes
    x: (4,) float32

Raises:
    RuntimeError: `torch.arange(4).quantile(0.5)` input tensor must be either float or
        double dtype

Before: 2.14
    RuntimeError: `torch.zeros(2**24 + 1).quantile(0.5)` input tensor is too large

Asked as:
    torch.quantile; percentile of a tensor; np.percentile; np.nanpercentile; np.median;
    median is not the mean of the two middle values; quartiles, interquartile range;
    k-th smallest element; torch.kthvalue; most frequent value; scipy.stats.mode;
    torch.nanmedian; 95th percentile; tfp.stats.percentile; second smallest value;
    torch.msort; clip outliers at the 1st and 99th percentile; value below which a
    percentage of the numbers lies; number that occurs most often
"""

import torch

nan = float("nan")
x = torch.tensor([40.0, 10.0, 20.0, 30.0])
print(x.quantile(0.5), x.median())  # <-
#> tensor(25.) tensor(20.)
print(x.quantile(torch.tensor([0.25, 0.75])))
#> tensor([17.5000, 32.5000])
print(x.quantile(0.3), x.quantile(0.3, interpolation="nearest"))
#> tensor(19.) tensor(20.)
print(torch.msort(x), x.kthvalue(2).values)
#> tensor([10., 20., 30., 40.]) tensor(20.)

gaps = torch.tensor([1.0, nan, 3.0, 4.0])
print(gaps.median(), gaps.nanmedian(), gaps.nanquantile(0.5))
#> tensor(nan) tensor(3.) tensor(3.)
print(torch.tensor([3, 1, 3, 1, 2]).mode().values)
#> tensor(1)
