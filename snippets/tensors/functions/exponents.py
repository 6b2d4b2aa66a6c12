r"""exp, pow, sqrt, rsqrt, reciprocal: powers and roots.

`x ** 2`, `x.pow(2)` and `x.square()` are one thing. A root of a negative number is
`nan`, no error. `expm1` is `exp(x) - 1` without losing the digits of a small `x`.
`float_power` computes in float64.

Attributes: Shapes
    x: (3,) float32

Raises:
    RuntimeError: `torch.tensor([2, 3]) ** -1` Integers to negative integer powers are
        not allowed.

Asked as:
    torch.exp; torch.pow, raise to a power; x squared; square root of each element;
    rsqrt, one over the square root; torch.reciprocal, 1 / x; np.power; np.sqrt;
    tf.math.rsqrt; exp2, two to the power of x; expm1; float_power; e to the x;
    exponentiate every element; Integers to negative integer powers are not allowed;
    sqrt gives nan; negative exponent of an integer tensor; sqrt_, exp_, pow_ in place;
    inverse square root of a number
"""

import torch

x = torch.tensor([1.0, 4.0, 9.0])
print(x.sqrt(), x.square())  # <-
#> tensor([1., 2., 3.]) tensor([ 1., 16., 81.])
print(x.rsqrt(), x.reciprocal())
#> tensor([1.0000, 0.5000, 0.3333]) tensor([1.0000, 0.2500, 0.1111])
print(x.pow(1.5), 2**x)
#> tensor([ 1.,  8., 27.]) tensor([  2.,  16., 512.])
print(torch.exp(torch.tensor([0.0, 1.0])), torch.exp2(torch.tensor([3.0])))
#> tensor([1.0000, 2.7183]) tensor([8.])
print(torch.tensor(-1.0).sqrt())
#> tensor(nan)

small = torch.tensor(1e-10)
print(small.exp() - 1, small.expm1())
#> tensor(0.) tensor(1.0000e-10)
print(torch.float_power(torch.tensor([2, 4]), -1))
#> tensor([0.5000, 0.2500], dtype=torch.float64)
