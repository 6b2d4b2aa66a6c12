"""KV cache: each step reads one token, not the whole text.

Keys and values of tokens that were read do not change in a causal model: keep them and
append those of the new token. The result is that of the full pass. Without the cache, T
tokens take about T² / 2 positions through the model, with it T. In a step `is_causal`
has to be off: it counts from the first key and would show the one query that key alone.
Several tokens with a cache need a mask, as in the [static cache](#static_cache).

Attributes: Shapes
    x: (1, 6, 16) float32
    full: (1, 6, 16) float32
    steps: (1, 6, 16) float32

Asked as:
    key value cache; past_key_values; use_cache=True; speed up generation of a
    transformer; cache attention keys and values while decoding; KV caching from
    scratch; incremental decoding; is_causal with one query and a cache; prefill and
    decode; DynamicCache; generation gets slower with every token; do not recompute
    attention for old tokens; torch.cat of past keys and values; layer_past
"""

import torch
import torch.nn.functional as F
from torch import nn


class Attention(nn.Module):
    def __init__(self, features, heads):
        super().__init__()
        self.qkv = nn.Linear(features, 3 * features)
        self.out = nn.Linear(features, features)
        self.heads = heads

    def forward(self, x, cache=None):
        qkv = self.qkv(x).unflatten(2, (3, self.heads, -1))
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        if cache is not None:
            k = torch.cat([cache[0], k], dim=2)  # <-
            v = torch.cat([cache[1], v], dim=2)
        y = F.scaled_dot_product_attention(q, k, v, is_causal=cache is None)
        return self.out(y.transpose(1, 2).flatten(2)), (k, v)


torch.manual_seed(0)
attention = Attention(features=16, heads=4).eval()
x = torch.randn(1, 6, 16)
with torch.inference_mode():
    full, _ = attention(x)

    first, cache = attention(x[:, :3])  # the prompt in one pass
    outputs = [first]
    for t in range(3, 6):
        y, cache = attention(x[:, t : t + 1], cache)
        outputs.append(y)
    steps = torch.cat(outputs, dim=1)
print(torch.allclose(steps, full, atol=1e-6), cache[0].shape)
#> True torch.Size([1, 4, 6, 4])

with torch.inference_mode():
    q, k, v = torch.randn(1, 4, 1, 4), *cache
    causal = F.scaled_dot_product_attention(q, k, v, is_causal=True)
print(torch.allclose(causal, v[:, :, :1], atol=1e-6))
#> True
