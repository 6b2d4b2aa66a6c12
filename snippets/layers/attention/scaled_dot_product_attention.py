r"""scaled_dot_product_attention: a weighted mean of the values.

The weights come from how well a query fits each key. Dimensions in front, such as batch
and heads, are carried along. `is_causal=True` hides the positions after the query's
own, counted from the first. A boolean `attn_mask` is True where a key takes part; a
float mask $M$ is added to the scores. `dropout_p` acts in eval mode too: pass 0.0
there.

$$y = \text{softmax} \left( \frac{Q K^T}{\sqrt{E}} + M \right) V$$

Attributes: Shapes
    query: (N, h, L, E) float32, h heads
    key: (N, h, S, E) float32
    value: (N, h, S, 1) float32, as many features as you like
    y: (N, h, L, 1) float32, those of value
    keep: (L, S) bool, True takes part

Raises:
    RuntimeError: `F.scaled_dot_product_attention(query, key, value, keep,
        is_causal=True)` Explicit attn_mask should not be set when is_causal=True
    RuntimeError: `F.scaled_dot_product_attention(query, key, value, keep.long())`
        Expected attn_mask dtype to be bool or float

Asked as:
    attention mechanism formula; softmax of QK transposed over square root of d;
    attention weights, softmax of query times key; flash attention; memory-efficient
    attention; tf.keras.layers.Attention; jax.nn.dot_product_attention;
    xformers.ops.memory_efficient_attention; attention by hand in a few lines; why
    divide by the square root of the dimension; attention dropout in evaluation;
    efficient built-in attention kernel, speed up attention; is_causal; query, key and
    value tensors q, k, v; dot-product attention without learned weights; how does
    attention work; attention mechanism; attention from scratch; what is SDPA, SDPA in
    PyTorch; SDPA
"""

import torch
import torch.nn.functional as F

torch.manual_seed(0)
query, key = torch.randn(2, 3, 2, 5), torch.randn(2, 3, 4, 5)
value = torch.tensor([[1.0], [2.0], [6.0], [7.0]]).expand(2, 3, 4, 1)
y = F.scaled_dot_product_attention(query, key, value)  # <-

# By hand: each row of weights sums to 1.
weights = torch.softmax(query @ key.mT / 5**0.5, dim=-1)  # (2, 3, 2, 4)
print(torch.allclose(weights @ value, y, atol=1e-5))
#> True

# A query of zeros likes all keys equally and takes the mean.
even = torch.zeros(2, 3, 2, 5)
print(F.scaled_dot_product_attention(even, key, value)[0, 0].flatten())
#> tensor([4., 4.])

keep = torch.tensor([[True, True, False, False], [False, True, True, False]])
y_keep = F.scaled_dot_product_attention(even, key, value, attn_mask=keep)
print(y_keep[0, 0].flatten())
#> tensor([1.5000, 4.0000])
y_causal = F.scaled_dot_product_attention(even, key, value, is_causal=True)
print(y_causal[0, 0].flatten())
#> tensor([1.0000, 1.5000])
