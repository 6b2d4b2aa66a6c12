r"""value cannot be converted to type uint8_t without overflow: out of range.

A Python number does not fit into the dtype of the tensor: 255 is the largest of uint8,
127 of int8, 65504 of float16; integers hold no `inf` or `nan`. Usual causes: `-1e9` or
`finfo(float32).min` as a mask in half precision; `float("inf")` in a tensor of
integers; 256 in a picture of bytes. Sums and products do not raise: uint8 wraps around,
255 + 1 is 0, and float16 becomes `inf`. Nor does -1 in uint8: it becomes 255.

Raises:
    RuntimeError: `torch.full((2,), 256, dtype=torch.uint8)`
        value cannot be converted to type uint8_t without overflow
    RuntimeError: `scores.masked_fill(mask, -1e9)`
        value cannot be converted to type c10::Half without overflow
    RuntimeError: `torch.zeros(2, dtype=torch.int64).fill_(float("inf"))`
        value cannot be converted to type int64_t without overflow

Also worded:
    RuntimeError: value cannot be converted to type at::Half without overflow
    RuntimeError: value cannot be converted to type at::Half without overflow: -1e+30
    RuntimeError: value cannot be converted to type at::BFloat16 without overflow
    RuntimeError: value cannot be converted to type uint8 without overflow
    RuntimeError: value cannot be converted to type int64 without overflow
    RuntimeError: value cannot be converted to type int32 without overflow
    RuntimeError: value cannot be converted to type float without overflow
    ValueError: Overflow when unpacking long long

Asked as:
    masked_fill in half precision overflows; infinity in an integer tensor; 256 in a
    uint8 tensor; nan in a LongTensor; attention mask under amp fails; largest number of
    float16
"""

import torch

scores = torch.zeros(2, dtype=torch.float16)
mask = torch.tensor([True, False])
try:
    scores.masked_fill(mask, -1e9)
except RuntimeError as error:
    print(error)
    #> value cannot be converted to type c10::Half without overflow

# A mask: -inf, or the smallest number of the dtype.
print(scores.masked_fill(mask, float("-inf")))  # <-
#> tensor([-inf, 0.], dtype=torch.float16)
print(scores.masked_fill(mask, torch.finfo(scores.dtype).min))
#> tensor([-65504.,      0.], dtype=torch.float16)

# Integers have no infinity: their largest number, or a tensor of floats.
print(torch.full((2,), torch.iinfo(torch.int64).max))
#> tensor([9223372036854775807, 9223372036854775807])

# Bytes: clamp in a wider type before going back.
image = torch.tensor([100, 255], dtype=torch.uint8)
print(image + 1, (image.int() + 1).clamp(0, 255).to(torch.uint8))
#> tensor([101,   0], dtype=torch.uint8) tensor([101, 255], dtype=torch.uint8)
