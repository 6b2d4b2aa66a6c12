r"""Byte masks: comparisons give bool today.

Until 1.2 a comparison gave uint8. Old code that makes masks with `.byte()`, or computes
with them, breaks: `x[mask.byte()]` warns, `x[mask.byte()] = 0`, `masked_fill` and
`masked_select` with it raise, as does `1 - mask`, and `~` of a uint8 mask turns its
bits over, 1 into 254, which counts as true. What `x[mask]` makes of integers: [mask of
integers](../mistakes/tensors.md#mask_of_integers).

Raises:
    NotImplementedError: `1 - mask` Subtraction, the `-` operator, with a bool tensor is
        not supported.

Warns:
    UserWarning: `x[byte]` indexing with dtype torch.uint8 is now deprecated, please use
        a dtype torch.bool instead.

Before: 2.14
    RuntimeError: `1 - mask` Subtraction, the `-` operator, with a bool tensor is not
        supported.

Asked as:
    mask.byte(); (x > 0).byte(); 1 - mask of a comparison; ByteTensor as a mask;
    inverted mask selects everything; ~mask of uint8; invert an attention mask from old
    code
"""

import torch

x = torch.tensor([10, 20, 30])
mask = x > 15
print(mask.dtype)
#> torch.bool
print(x[~mask])  # <-
#> tensor([10])

byte = mask.to(torch.uint8)
print(~byte)
#> tensor([255, 254, 254], dtype=torch.uint8)
print((~byte).bool())
#> tensor([True, True, True])
print(torch.equal(x[byte.bool()], x[mask]))
#> True
