r"""Positional encoding: tell attention the order.

Without a causal mask attention treats its input as a set: shuffled positions give the
same outputs, shuffled. So a pattern of the position $t$ is added to the embeddings:
sines and cosines whose wavelength grows with the feature. No layer of `torch.nn` does
it. A learned `nn.Embedding(max_length, E)` of the positions does as well, up to
`max_length`.

$$p_{t, 2i} = \sin \left( \frac{t}{10000^{2i / E}} \right), \quad
p_{t, 2i+1} = \cos \left( \frac{t}{10000^{2i / E}} \right)$$

Attributes: Shapes
    x: (N, T, E) float32, embeddings
    y: (N, T, E) float32
    model.table: (M, E) float32, one row per position

Asked as:
    sinusoidal position embedding; sine and cosine of 10000; learned position
    embeddings; word order in a transformer; pos_encoder, add positions to embeddings;
    max_len of a transformer; attention is permutation invariant; transformer ignores
    the order of words; encoding from Attention Is All You Need;
    keras_hub.layers.SinePositionEncoding; table of sin and cos of the position; add the
    token position to a transformer; does nn.Transformer add position embeddings itself;
    why do transformers need position information; register_buffer pe; encode the index
    of a token
"""

import torch
from torch import nn


class PositionalEncoding(nn.Module):
    def __init__(self, features, max_length):
        super().__init__()
        even = torch.arange(0, features, 2)
        angle = torch.arange(max_length).unsqueeze(1) / 10000 ** (even / features)
        table = torch.zeros(max_length, features)
        table[:, 0::2] = angle.sin()
        table[:, 1::2] = angle.cos()[:, : features // 2]
        self.table = nn.Buffer(table)

    def forward(self, x):
        return x + self.table[: x.shape[1]]  # <-


model = PositionalEncoding(features=4, max_length=100)
print(model.table[:3])
#> tensor([[ 0.0000,  1.0000,  0.0000,  1.0000],
#>         [ 0.8415,  0.5403,  0.0100,  0.9999],
#>         [ 0.9093, -0.4161,  0.0200,  0.9998]])

# Without it, attention cannot tell an order from its reverse.
torch.manual_seed(0)
x = torch.randn(2, 5, 4)
y = model(x)
mha = nn.MultiheadAttention(4, 2, batch_first=True)


def attend(x):
    return mha(x, x, x)[0]


print(torch.allclose(attend(x.flip(1)).flip(1), attend(x), atol=1e-6))
#> True
print(torch.allclose(attend(model(x.flip(1))).flip(1), attend(y), atol=1e-6))
#> False
