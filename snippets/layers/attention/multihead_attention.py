r"""MultiheadAttention: attention with learned projections, in several heads.

Projects query, key and value, splits the E features into heads, attends in each, joins
them and projects again. Self-attention passes one tensor three times. Returns a pair,
output and weights; the weights are the mean over the heads unless
`average_attn_weights=False`, and `need_weights=False` lets a fused kernel run. The
default layout is (L, N, E): set `batch_first=True`.

$$y = \left[ y_1, \ldots, y_h \right] W_O^T + b_O, \quad
y_i = \text{softmax} \left( \frac{Q_i K_i^T}{\sqrt{E / h}} \right) V_i$$

Attributes: Shapes
    query: (N, L, E) float32
    memory: (N, S, E) float32, keys and values
    y: (N, L, E) float32
    weights: (N, L, S) float32, each row sums to 1
    per_head: (N, h, L, S) float32, weights of each head
    mha.in_proj_weight: (3*E, E) float32, for query, key, value

Raises:
    AssertionError: `nn.MultiheadAttention(embed_dim=6, num_heads=4)` embed_dim must be
        divisible by num_heads
    AssertionError: `mha(query[..., :5], memory, memory)` was expecting embedding
        dimension of 6, but got 5

Asked as:
    self-attention layer, same tensor as query, key and value; cross-attention;
    tf.keras.layers.MultiHeadAttention; multi-head attention from scratch; attention map
    per head; plot attention weights; number of heads, embed_dim;
    F.multi_head_attention_forward; query, key and value projections; in_proj_weight;
    attention returns a tuple; need_weights=False; split features into heads and join
    them; batch_first of attention; nn.MultiheadAttention to
    scaled_dot_product_attention; where does each head look, visualize; attention
    between two different sequences; self-attention block; self-attention; how does
    self-attention work; self-attention or cross-attention
"""

import torch
from torch import nn

torch.manual_seed(0)
N, L, S, E, heads = 2, 4, 5, 6, 3
mha = nn.MultiheadAttention(E, heads, batch_first=True)  # <-
query, memory = torch.randn(N, L, E), torch.randn(N, S, E)
y, weights = mha(query, memory, memory)

# By hand: a head is a slice of E // heads features.
w_q, w_k, w_v = mha.in_proj_weight.chunk(3)
b_q, b_k, b_v = mha.in_proj_bias.chunk(3)
q = (query @ w_q.T + b_q).view(N, L, heads, -1).transpose(1, 2)  # (2, 3, 4, 2)
k = (memory @ w_k.T + b_k).view(N, S, heads, -1).transpose(1, 2)  # (2, 3, 5, 2)
v = (memory @ w_v.T + b_v).view(N, S, heads, -1).transpose(1, 2)  # (2, 3, 5, 2)
each = nn.functional.scaled_dot_product_attention(q, k, v)
joined = each.transpose(1, 2).reshape(N, L, E)
print(torch.allclose(mha.out_proj(joined), y, atol=1e-5))
#> True

_, per_head = mha(query, memory, memory, average_attn_weights=False)
print(torch.allclose(per_head.mean(dim=1), weights, atol=1e-6))
#> True
print(mha(query, memory, memory, need_weights=False)[1])
#> None

inner = mha.in_proj_weight, mha.in_proj_bias, None, None, False, 0.0
last = mha.out_proj.weight, mha.out_proj.bias
first = query.transpose(0, 1), memory.transpose(0, 1), memory.transpose(0, 1)
z, _ = nn.functional.multi_head_attention_forward(*first, E, heads, *inner, *last)
print(torch.allclose(z.transpose(0, 1), y, atol=1e-5))
#> True
