r"""Size of a KV cache: what the context costs in memory.

Two tensors a layer, for each token of each row: linear in the length and in the batch.
Fewer heads of keys and values, as in grouped-query attention, shrink it by that factor.
The number of queries' heads does not matter.

$$\text{bytes} = 2 \, L \, B \, T \, h_{kv} \, D \, b$$

Attributes: Shapes
    k: (2, 8, 10, 64) bfloat16

Asked as:
    memory of the KV cache; how much memory does a long context need; kv cache size
    formula; bytes per token of a cache; out of memory at long context or large batch
    while generating; GQA saves memory; num_key_value_heads; GPU memory for serving an
    LLM; cache for 128k tokens; how many concurrent requests fit; multi-query attention
    memory; estimate inference memory of a transformer; compute memory of a key value
    cache
"""

import torch


def cache_bytes(layers, batch, length, kv_heads, head_size, dtype):
    size = layers * batch * length * kv_heads * head_size * dtype.itemsize
    return 2 * size  # <- keys and values


k = torch.zeros(2, 8, 10, 64, dtype=torch.bfloat16)  # one layer's keys
v = torch.zeros_like(k)
print(k.nbytes + v.nbytes, cache_bytes(1, 2, 10, 8, 64, torch.bfloat16))
#> 40960 40960

lengths = [1024, 8192, 32768, 131072]
for kv_heads in (32, 8):  # a model with 32 layers and 32 heads of 128
    sizes = [cache_bytes(32, 1, T, kv_heads, 128, torch.bfloat16) for T in lengths]
    print(kv_heads, [size / 2**30 for size in sizes])  # GiB
    #> 32 [0.5, 4.0, 16.0, 64.0]
    #> 8 [0.125, 1.0, 4.0, 16.0]
