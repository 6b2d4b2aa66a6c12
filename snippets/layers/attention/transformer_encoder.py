r"""TransformerEncoder: a stack of encoder layers.

Takes one layer and copies it, so all start with the same weights: initialize the stack
again, as here. With `norm_first=True` pass a last `norm`. `src_key_padding_mask` is
True at padding; a causal `mask` makes it a language model. `enable_nested_tensor=False`
keeps a warning away.

Attributes: Shapes
    x: (N, S, E) float32
    padding: (N, S) bool, True is padding
    y: (N, S, E) float32

Warns:
    UserWarning: `nn.TransformerEncoder(nn.TransformerEncoderLayer(6, 2), 3)`
        enable_nested_tensor is True, but self.use_nested_tensor is False

Asked as:
    BERT-like model; GPT-like language model; src_key_padding_mask; stack transformer
    blocks; all layers start with identical weights; output is shorter than the input
    because of padding; enable_nested_tensor; text classification with a transformer;
    next token prediction with causal self-attention; decoder-only model; The PyTorch
    API of nested tensors is in prototype stage; deep copies of a block, num_layers;
    encode a sentence with self-attention; build BERT from scratch with torch layers;
    num_layers of TransformerEncoder; several encoder layers on top of each other;
    transformer for classification of sequences
"""

import torch
from torch import nn

torch.manual_seed(0)
layer = nn.TransformerEncoderLayer(
    6, nhead=2, dim_feedforward=8, norm_first=True, batch_first=True
)
encoder = nn.TransformerEncoder(  # <-
    layer, num_layers=3, norm=nn.LayerNorm(6), enable_nested_tensor=False
)
first, second = encoder.layers[0].linear1, encoder.layers[1].linear1
print(torch.equal(first.weight, second.weight))
#> True
for weight in encoder.parameters():
    if weight.dim() > 1:
        nn.init.xavier_uniform_(weight)
print(torch.equal(first.weight, second.weight))
#> False

encoder.eval()
x = torch.randn(2, 4, 6)
padding = torch.tensor([[False] * 4, [False, False, True, True]])
y = encoder(x, src_key_padding_mask=padding)

# Finite numbers in the padding do not matter to the valid positions; NaN does.
x[1, 2:] = 100.0
again = encoder(x, src_key_padding_mask=padding)
print(torch.allclose(y[~padding], again[~padding], atol=1e-5))
#> True

# Causal: a position sees itself and those before it.
causal = nn.Transformer.generate_square_subsequent_mask(4)
y = encoder(x, mask=causal, is_causal=True)
print(torch.allclose(y[:, :2], encoder(x[:, :2], mask=causal[:2, :2]), atol=1e-5))
#> True
