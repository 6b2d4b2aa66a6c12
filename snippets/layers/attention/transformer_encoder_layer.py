r"""TransformerEncoderLayer: self-attention, then a small network.

Each half is added to its input and normalized. The defaults are those of 2017:
`norm_first=False` normalizes after the addition, `activation="relu"`,
`dim_feedforward=2048` whatever the model's size, `dropout=0.1`. Many later models use
`norm_first=True` and `activation="gelu"`. The default layout is (S, N, E): set
`batch_first=True`.

Attributes: Shapes
    x: (N, S, E) float32
    y: (N, S, E) float32
    layer.linear1.weight: (K, E) float32, K is dim_feedforward

Raises:
    AssertionError: `nn.TransformerEncoderLayer(6, nhead=4)` embed_dim must be divisible
        by num_heads

Asked as:
    transformer block; pre-norm or post-norm; norm_first; dim_feedforward; attention
    plus MLP with residual connections; d_model and nhead; activation gelu in a
    transformer; add and norm; vision transformer block; pre-LN; what happens inside one
    block, by hand; feed-forward in a transformer; LayerNorm before or after attention;
    transformer encoder block from scratch; hidden size of the MLP in a block, default
    2048; attention block with feed-forward, dropout and layer norm; single transformer
    layer; write a transformer from scratch
"""

import torch
from torch import nn

torch.manual_seed(0)
layer = nn.TransformerEncoderLayer(  # <-
    6, nhead=2, dim_feedforward=8, batch_first=True
)
layer.eval()  # no dropout
x = torch.randn(3, 4, 6)
y = layer(x)

# By hand.
h = layer.norm1(x + layer.self_attn(x, x, x, need_weights=False)[0])
expected = layer.norm2(h + layer.linear2(layer.linear1(h).relu()))
print(torch.allclose(y, expected, atol=1e-5))
#> True

layer.norm_first = True
h = layer.norm1(x)
h = x + layer.self_attn(h, h, h, need_weights=False)[0]
expected = h + layer.linear2(layer.linear1(layer.norm2(h)).relu())
print(torch.allclose(layer(x), expected, atol=1e-5))
#> True
