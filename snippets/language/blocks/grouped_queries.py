r"""Grouped queries: several query heads share one head of keys and values.

A cache of keys and values is smaller by the number of queries a group. Group g of the
queries reads head g of the keys: with `enable_gqa=True` no copy is written in your
code, and the result is that of `repeat_interleave`. `repeat` of several heads is
another order, and wrong. One head for all is multi-query attention. The number of key
heads has to divide that of the query heads.

$$y_h = \text{softmax} \left( \frac{q_h k_{g(h)}^T}{\sqrt{D}} \right) v_{g(h)}, \quad
g(h) = \lfloor h \, G / H \rfloor$$

Attributes: Shapes
    q: (N, H, T, D) float32
    k: (N, G, T, D) float32
    v: (N, G, T, D) float32
    y: (N, H, T, D) float32

Raises:
    RuntimeError: `F.scaled_dot_product_attention(q, k, v)` The size of tensor a (6)
        must match the size of tensor b (2) at non-singleton dimension 1
    RuntimeError: `F.scaled_dot_product_attention(q[:, :5], k, v, enable_gqa=True)`
        Number of heads in key and value must divide the number of heads in

Asked as:
    GQA; grouped-query attention; multi-query attention, MQA; enable_gqa; repeat_kv of
    Llama; n_kv_heads or num_key_value_heads; fewer key and value heads than query
    heads; smaller KV cache; repeat_interleave the keys over heads; convert multi-head
    to grouped queries; attention with different numbers of heads; kv heads must divide
    query heads
"""

import torch
import torch.nn.functional as F

torch.manual_seed(0)
q = torch.randn(2, 6, 5, 8)  # 6 heads
k, v = torch.randn(2, 2, 2, 5, 8)  # 2 heads: 3 queries a group

y = F.scaled_dot_product_attention(q, k, v, is_causal=True, enable_gqa=True)  # <-

many = [part.repeat_interleave(3, dim=1) for part in (k, v)]
same = F.scaled_dot_product_attention(q, *many, is_causal=True)
print(torch.allclose(same, y, atol=1e-6))
#> True
wrong = [part.repeat(1, 3, 1, 1) for part in (k, v)]
print(torch.allclose(F.scaled_dot_product_attention(q, *wrong, is_causal=True), y))
#> False
print(k.numel() / q.numel())
#> 0.3333333333333333
