r"""to(dtype): convert the elements.

Returns a new tensor, or the same one if nothing changes. From float to int rounds
towards zero.

Attributes: Shapes
    x: (3,) float32
    n: (3,) int32

Asked as:
    cast a tensor; tf.cast; astype; x.type(torch.float32); float to int; change the data
    type; turn a float tensor into integers, what happens to the decimals; change
    float64 to float32; does the cast round or truncate; change precision; convert to
    uint8; convert a tensor to another data type; convert the dtype, from int64 to
    int32; change the type of elements; convert a tensor to float16, float64 or int;
    change dtype
"""

import torch

x = torch.tensor([1.9, -1.9, 0.5])
n = x.to(torch.int32)  # <-
print(n)
#> tensor([ 1, -1,  0], dtype=torch.int32)
print(x.to(torch.float32) is x)
#> True
