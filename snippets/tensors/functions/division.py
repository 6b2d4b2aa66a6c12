r"""div, floor_divide, remainder, fmod: quotients and what is left.

`x / y` of integers is a float. `rounding_mode="floor"` is Python's `//`, `"trunc"` is
that of C: they differ for negative numbers. `remainder`, which is `%`, has the sign of
the divisor, `fmod` that of the dividend. A float divided by 0 is `inf` or `nan`;
integers with a rounding mode are refused on the CPU, and give any value on a GPU.

Attributes: Shapes
    x: (2,) int64

Raises:
    RuntimeError: `torch.tensor([1]) // 0` ZeroDivisionError

Asked as:
    integer division, //; torch.div rounding_mode; modulo, %; np.mod; np.fmod;
    np.floor_divide; tf.math.floormod; div_, floor_divide_, remainder_ in place;
    true_divide; torch.divide; divide and round towards zero; remainder of a division;
    division by zero gives inf; quotient and remainder; negative modulo; -7 // 2 and -7
    % 2; is a number even; divmod; what remains after dividing
"""

import torch

x = torch.tensor([7, -7])
print(x / 2, torch.true_divide(x, 2))
#> tensor([ 3.5000, -3.5000]) tensor([ 3.5000, -3.5000])
print(x.div(2, rounding_mode="floor"), x // 2, x.floor_divide(2))  # <-
#> tensor([ 3, -4]) tensor([ 3, -4]) tensor([ 3, -4])
print(x.div(2, rounding_mode="trunc"))
#> tensor([ 3, -3])
print(x % 3, x.remainder(3), x.fmod(3))
#> tensor([1, 2]) tensor([1, 2]) tensor([ 1, -1])
print(torch.tensor([1.0, 0.0, -1.0]) / 0)
#> tensor([inf, nan, -inf])

steps = torch.tensor([6.0, 8.0])
print(steps.div_(2), torch.divide(steps, 2))
#> tensor([3., 4.]) tensor([1.5000, 2.0000])
