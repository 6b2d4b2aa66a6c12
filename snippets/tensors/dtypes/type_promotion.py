r"""type promotion: what a mixed operation gives.

The higher kind wins: bool, then int, then float, then complex. A Python number of the
same or a lower kind does not change the type, and wraps around where it does not fit.
In-place operations cannot change the type of their target: `n.add_(0.5)` raises, `n[0]
= 2.7` writes 2.

Attributes: Shapes
    n: (2,) int64
    half: (2,) float16

Raises:
    RuntimeError: `n.add_(0.5)` result type Float can't be cast to the desired output
        type Long

Asked as:
    add an int tensor and a float tensor, what type comes out; dtype of the result;
    implicit conversion; true division and floor division; np.result_type;
    torch.promote_types; torch.can_cast; why did my integers become floats; Integer
    division of tensors using div or / is no longer supported; upcast; float16 times
    python number; multiply float32 by float64; mixing int and float types in one
    expression; why is int / int a float, integer division; float16 plus int64 gives
    which dtype; adding or multiplying tensors with different dtypes
"""

import torch

n = torch.tensor([1, 2])
half = torch.tensor([1.0, 2.0], dtype=torch.float16)
print((n + half).dtype, (n + 0.5).dtype, (half + 0.5).dtype)
#> torch.float16 torch.float32 torch.float16
print((n / 2).dtype, (n // 2).dtype)  # <-
#> torch.float32 torch.int64
print(torch.result_type(n, half))
#> torch.float16
print(torch.promote_types(torch.int64, torch.float16))
#> torch.float16
print(torch.can_cast(torch.int64, torch.float16))
#> True
print(torch.can_cast(torch.float16, torch.int64))
#> False
