r"""floor, ceil, round, trunc, frac: whole numbers, still as floats.

`round` takes halves to the even neighbour; with `decimals=2` it rounds to hundredths.
`trunc` cuts towards zero, as `long()` does, and `frac` is the rest. The result of a
float tensor is a float tensor: add `.long()` for an index. The gradient is 0, but for
`frac` it is 1.

Attributes: Shapes
    x: (5,) float32

Asked as:
    round down; round up to the next integer; np.floor; np.ceil; np.rint; np.trunc;
    np.fix; torch.round with decimals; round to two decimals; round half to even,
    banker's rounding; fractional part of a number; integer part; round(2.5) gives 2;
    floor_, ceil_, round_, trunc_ in place; cut off decimals; tf.floor; gradient of
    round is zero; np.modf, fraction and whole part
"""

import torch

x = torch.tensor([-1.7, -0.5, 0.5, 1.5, 2.3])
print(x.floor(), x.ceil(), sep="\n")  # <-
#> tensor([-2., -1.,  0.,  1.,  2.])
#> tensor([-1., -0.,  1.,  2.,  3.])
print(x.round())  # halves: to the even neighbour
#> tensor([-2., -0.,  0.,  2.,  2.])
print(x.trunc(), x.frac(), sep="\n")
#> tensor([-1., -0.,  0.,  1.,  2.])
#> tensor([-0.7000, -0.5000,  0.5000,  0.5000,  0.3000])
print(torch.fix(x[:1]), x.floor().long())
#> tensor([-1.]) tensor([-2, -1,  0,  1,  2])
print(torch.tensor([3.14159, 250.0]).round(decimals=2))
#> tensor([  3.1400, 250.0000])
