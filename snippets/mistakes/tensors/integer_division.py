"""Integer tensors: 0.7 written into one is 0.

`torch.tensor([1, 2])` is int64, and so is what `zeros_like`, `full_like` and
`new_zeros` make of it. A number with a fraction, written at a position or a mask, or by
`fill_` or `masked_fill`, is rounded towards zero; `x += 0.7` raises instead. `//` of
integers rounds down: `-7 // 2` is -4. Write `1.0`, `dtype=torch.float32` or `float()`,
and `/` for a share. What a mixed operation gives: [type
promotion](../tensors/dtypes.md#type_promotion).

Asked as:
    assigning a float to a tensor gives 0; x[0] = 0.5 stays zero; decimals disappear
    when I write into a tensor; accuracy is always 0 with //; correct // total; tensor
    truncates my floats; torch.tensor([1, 2]) is int64 by surprise; result is rounded
    down without a warning; zeros_like of labels holds only whole numbers; negative
    floor division differs from C; masked_fill with 0.5 gives 0; in-place division of an
    integer tensor; probabilities all become zero in an integer tensor; assign 0.5 to an
    element and it stores 0
"""

import torch

# Wrong: the values decide the type, and it is int64.
x = torch.tensor([1, 2, 3])
x[0] = 0.7
x[x == 2] = 1.9
print(x)
#> tensor([0, 1, 3])

# Right: one point makes it float32.
x = torch.tensor([1.0, 2.0, 3.0])
x[0] = 0.7
x[x == 2] = 1.9
print(x)
#> tensor([0.7000, 1.9000, 3.0000])

correct, total = torch.tensor([3, 4, 0]), torch.tensor([4, 4, 4])

# Wrong: shares rounded down.
print(correct // total)
#> tensor([0, 1, 0])

# Right: `/` gives floats.
print(correct / total)  # <-
#> tensor([0.7500, 1.0000, 0.0000])

# Down, or towards zero: choose where numbers can be negative.
n = torch.tensor([-7, 7])
print(n // 2, torch.div(n, 2, rounding_mode="trunc"))
#> tensor([-4,  3]) tensor([-3,  3])
