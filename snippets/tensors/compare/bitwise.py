r"""bitwise_and, bitwise_or, bitwise_xor, shifts, gcd: bits of integers.

`&`, `|`, `^`, `~`, `<<` and `>>` are the signs for them. On bool tensors the first four
are the logical operations. They bind more tightly than comparisons: write `(x > 1) & (x
< 4)`, with parentheses. `x << n` is `x * 2**n`.

Attributes: Shapes
    x: (3,) int64
    bits: (3, 4) int64

Raises:
    NotImplementedError: `torch.tensor([1.0]) & 1` not implemented for 'Float'

Asked as:
    torch.bitwise_and; torch.bitwise_or; torch.bitwise_xor; bit shift left;
    bitwise_left_shift; np.right_shift; unpack bits of an integer; number to binary
    digits; np.unpackbits; flags packed in an integer; greatest common divisor; least
    common multiple; np.gcd; np.bitwise_not; bitwise_and_ in place; tf.bitwise
"""

import torch

x = torch.tensor([1, 6, 12])
print(x & 4, x | 1, x ^ 5, ~x)  # <-
#> tensor([0, 4, 4]) tensor([ 1,  7, 13]) tensor([4, 3, 9]) tensor([ -2,  -7, -13])
print(torch.bitwise_and(x, 4), torch.bitwise_or(x, 1))
#> tensor([0, 4, 4]) tensor([ 1,  7, 13])
print(torch.bitwise_xor(x, 5), torch.bitwise_not(x))
#> tensor([4, 3, 9]) tensor([ -2,  -7, -13])
print(x << 2, torch.bitwise_left_shift(x, 2), torch.bitwise_right_shift(x, 1))
#> tensor([ 4, 24, 48]) tensor([ 4, 24, 48]) tensor([0, 3, 6])

bits = (x.unsqueeze(1) >> torch.tensor([3, 2, 1, 0])) & 1
print(bits)
#> tensor([[0, 0, 0, 1],
#>         [0, 1, 1, 0],
#>         [1, 1, 0, 0]])
print(torch.gcd(x, torch.tensor(8)), torch.lcm(x, torch.tensor(8)))
#> tensor([1, 2, 4]) tensor([ 8, 24, 24])
