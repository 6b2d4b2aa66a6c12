r"""Masks: True takes part in the function, is left out in the layers.

In `F.scaled_dot_product_attention` a boolean mask says which keys take part. In
`MultiheadAttention` and everything with Transformer in its name, True says which are
ignored: invert the mask with `~`. A float mask is added to the scores in both.
`key_padding_mask` (N, S) is one row per sample, `attn_mask` (L, S) is for all, or
(N * heads, L, S). A query with every key masked becomes NaN where weights are returned,
and on the fast path of inference, but 0 in a nested tensor.

Attributes: Shapes
    x: (N, S, E) float32
    padding: (N, S) bool, True is padding
    causal: (S, S) bool, True is hidden
    added: (S, S) float32, 0 or minus infinity

Raises:
    AssertionError: `mha(x, x, x, key_padding_mask=padding.T)` Expected
        key_padded_mask.shape[0] to be 2, but got 3
    RuntimeError: `mha(x, x, x, is_causal=True)` Need attn_mask if specifying the
        is_causal hint

Warns:
    UserWarning: `mha(x, x, x, key_padding_mask=padding, attn_mask=added)` Support for
        mismatched key_padding_mask and attn_mask is deprecated

Asked as:
    causal mask; look-ahead mask; key_padding_mask or attn_mask; ignore or hide padding
    tokens in attention; hide future tokens; triangular mask of minus infinity; does
    True mean keep or drop; padding mask from lengths; tf.sequence_mask; attention
    output is NaN; src_mask, tgt_mask and src_key_padding_mask; The shape of the 2D
    attn_mask is; triu or tril mask; mask works the wrong way round; every token of a
    row is padding; boolean attention mask, True means ignore; mask out pad tokens;
    attention gives NaN, entire row masked; stop self-attention from looking at future
    positions; causal mask for a transformer; attention mask, causal
"""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.ones(2, 3, 4)  # equal positions: equal weights for all that take part
mha = nn.MultiheadAttention(4, num_heads=2, batch_first=True)

lengths = torch.tensor([3, 2])
padding = torch.arange(3) >= lengths.unsqueeze(1)
weights = mha(x, x, x, key_padding_mask=padding)[1].detach()
print(weights[:, 0])
#> tensor([[0.3333, 0.3333, 0.3333],
#>         [0.5000, 0.5000, 0.0000]])

causal = torch.ones(3, 3).triu(diagonal=1).bool()  # <-
weights = mha(x, x, x, attn_mask=causal)[1].detach()
print(weights[0])
#> tensor([[1.0000, 0.0000, 0.0000],
#>         [0.5000, 0.5000, 0.0000],
#>         [0.3333, 0.3333, 0.3333]])

# As numbers to add.
added = nn.Transformer.generate_square_subsequent_mask(3)
print(added)
#> tensor([[0., -inf, -inf],
#>         [0., 0., -inf],
#>         [0., 0., 0.]])

# In the function the mask is the other way round.
value = torch.tensor([[1.0], [2.0], [6.0]])
y = F.scaled_dot_product_attention(x[0], x[0], value, attn_mask=~causal)
print(y.flatten())
#> tensor([1.0000, 1.5000, 3.0000])

# Nothing left to read.
nothing = torch.ones(2, 3).bool()
print(mha(x, x, x, key_padding_mask=nothing)[0].isnan().all())
#> tensor(True)
