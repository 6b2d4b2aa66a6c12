"""float32 counter: at 16 777 216 it stops.

A float32 has 24 bits for its digits: above 2**24 whole numbers are missing, and 2**24 +
1 is 2**24. A counter that adds 1 stops there; at 2048 in float16, at 256 in bfloat16.
Dates, seconds since 1970 and long ids lose their last digits, and two may become one.
The largest float16 is 65504: the sum of 70 000 ones is `inf`. Count and number in
int64; sum half precision with `dtype=torch.float32`. What a conversion does:
[`to`](../tensors/dtypes.md#to_dtype).

Attributes: Shapes
    ids: (3,) int64
    half: (70000,) float16

Asked as:
    counter stops at 16777216; adding 1 to a float tensor changes nothing; token count
    stops growing; large ids become equal after float(); last digit of an id is wrong;
    timestamp in float32 is off by a minute; sum of a float16 tensor is inf; bfloat16
    counter stuck at 256; step counter in half precision; integers above 2**24 in
    float32; user ids change when I convert to float; count of pixels in float16 is inf;
    how many digits does float32 keep
"""

import torch

# Wrong: tokens seen, in float32.
seen = torch.tensor(16_777_214.0)
for _ in range(10):
    seen += 1
print(int(seen))
#> 16777216

# Right: int64.
seen = torch.tensor(16_777_214)  # <-
for _ in range(10):
    seen += 1
print(int(seen))
#> 16777224

# Wrong: dates as floats; three days, one number.
ids = torch.tensor([20240131, 20240132, 20240133])
print(ids.float().unique().long())
#> tensor([20240132])

# Right: whole numbers stay whole.
print(ids.unique())
#> tensor([20240131, 20240132, 20240133])

# Wrong, then right: a sum of float16.
half = torch.ones(70_000, dtype=torch.float16)
print(half.sum(), half.sum(dtype=torch.float32))
#> tensor(inf, dtype=torch.float16) tensor(70000.)
