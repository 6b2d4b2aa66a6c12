"""Static cache: keys and values in memory that was set aside.

`torch.cat` copies the whole cache at each step, and each step has other shapes. A
buffer of the longest length is written in place; a mask hides what is not written yet.
All shapes stay, which is what `torch.compile` and CUDA graphs want. Each step reads the
whole buffer: make it no longer than needed.

Attributes: Shapes
    keys: (1, 2, 8, 4) float32
    values: (1, 2, 8, 4) float32
    y: (1, 2, 1, 4) float32

Raises:
    IndexError: `step(q[:, :, :1], k[:, :, :1], v[:, :, :1], torch.tensor([8]))`
        index_copy_(): index 8 is out of bounds for dimension 2 with size 8

Asked as:
    preallocated KV cache; StaticCache; cache_implementation='static'; KV cache for
    torch.compile; generation recompiles at every step; kv cache with fixed shape;
    update keys in place with index_copy_; input_pos of gpt-fast; maximum length of a
    cache; memory of the cache grows and is copied; CUDA graphs for decoding;
    setup_caches; allocate the key value cache once; reserve memory for keys and values
"""

import torch
import torch.nn.functional as F

LONGEST = 8
keys, values = torch.zeros(1, 2, LONGEST, 4), torch.zeros(1, 2, LONGEST, 4)


def step(q, k, v, position):
    keys.index_copy_(2, position, k)  # <-
    values.index_copy_(2, position, v)
    keep = torch.arange(LONGEST) <= position.unsqueeze(1)  # a row a query
    return F.scaled_dot_product_attention(q, keys, values, keep)


torch.manual_seed(0)
q, k, v = torch.randn(3, 1, 2, 5, 4)  # five tokens
full = F.scaled_dot_product_attention(q, k, v, is_causal=True)
first = keys.data_ptr()

prompt = step(q[:, :, :3], k[:, :, :3], v[:, :, :3], torch.arange(3))
print(torch.allclose(prompt, full[:, :, :3], atol=1e-6))
#> True
for t in (3, 4):
    now = slice(t, t + 1)
    y = step(q[:, :, now], k[:, :, now], v[:, :, now], torch.tensor([t]))
    print(torch.allclose(y, full[:, :, now], atol=1e-6))
    #> True
    #> True
print(keys.data_ptr() == first)
#> True
