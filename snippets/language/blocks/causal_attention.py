r"""Causal self-attention: each token reads itself and those before.

One projection makes queries, keys and values; each head takes a slice of the features.
`is_causal=True` needs no mask from you, and a row of T tokens gives T predictions at
once. A change of one token leaves all before it as they were: this is the test to write
for your own block. Dropout of `scaled_dot_product_attention` does not follow `eval()`.

$$y_t = W_O \sum_{s \le t} \frac{e^{q_t \cdot k_s / \sqrt{D}}}{\sum_{r \le t} e^{q_t
\cdot k_r / \sqrt{D}}} v_s$$

Attributes: Shapes
    x: (N, T, E) float32
    y: (N, T, E) float32
    attend.qkv.weight: (3*E, E) float32

Asked as:
    CausalSelfAttention of nanoGPT; masked self-attention module; attention layer of a
    GPT with F.scaled_dot_product_attention; c_attn and c_proj; split qkv into heads;
    decoder self-attention as a module; my attention sees the future, how to test it;
    fused qkv projection; transpose(1, 2) heads; self-attention without
    nn.MultiheadAttention; multi-head causal attention class; each token only attends to
    earlier ones; view(B, T, n_head, head_dim); causal self-attention as in GPT
"""

import torch
import torch.nn.functional as F
from torch import nn


class CausalAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.out = nn.Linear(width, width, bias=False)

    def forward(self, x):
        qkv = self.qkv(x).unflatten(-1, (3, self.heads, -1))  # (2, 5, 3, 4, 2)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)  # <-
        return self.out(y.transpose(1, 2).flatten(2))


torch.manual_seed(0)
attend = CausalAttention(width=8, heads=4)
x = torch.randn(2, 5, 8)
y = attend(x)

other = x.clone()
other[:, 3] = 0.0
print((attend(other) - y).abs().amax(dim=(0, 2)) > 1e-6)
#> tensor([False, False, False,  True,  True])
