r"""Mask turned over: attention reads the padding only.

In `MultiheadAttention` and the layers with Transformer in their name, True in a boolean
mask means "leave out". In `F.scaled_dot_product_attention`, and in the masks of many
tokenizers, True or 1 means "take part". The wrong way round, all words are hidden and
the padding is read, without an error where the shapes fit. A sample without padding may
then give NaN, as it has nothing left to read. Check it by the weights, or by changing
the padding: the output must stay. All forms of a mask:
[masks](../layers/attention.md#masks).

Attributes: Shapes
    x: (N, L, D) float32
    valid: (N, L) bool, True is a word

Asked as:
    key_padding_mask is inverted; attention_mask of a tokenizer as key_padding_mask;
    transformer ignores the words and looks at the padding; forgot ~ before the mask;
    output of the encoder is the same for every sentence; does True in the mask mean
    valid or padding; NaN for the longest sentence of the batch; key_padding_mask=valid;
    mask semantics differ between MultiheadAttention and scaled_dot_product_attention;
    changing a word does not change the output of attention; src_key_padding_mask the
    wrong way round; convert a Hugging Face attention mask; does True in an attention
    mask mean ignore
"""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
attention = nn.MultiheadAttention(8, num_heads=2, batch_first=True)
x = torch.randn(2, 4, 8)
valid = torch.tensor([[True, True, True, False], [True, True, False, False]])


def weight_on_padding(key_padding_mask):
    weights = attention(x, x, x, key_padding_mask=key_padding_mask)[1]  # (2, 4, 4)
    return weights.masked_fill(valid.unsqueeze(1), 0).sum(dim=2)[:, 0].tolist()


# Wrong: all the attention goes to the padding.
print(weight_on_padding(valid))
#> [1.0, 1.0]

# Right: none does.
print(weight_on_padding(~valid))  # <-
#> [0.0, 0.0]


def padding_matters(mask):
    other = x.masked_fill(~valid.unsqueeze(2), 5.0)  # other padding
    mask = mask.unsqueeze(1)  # (2, 1, 4): for every query
    y = F.scaled_dot_product_attention(x, x, x, attn_mask=mask)[:, 0]
    again = F.scaled_dot_product_attention(x, other, other, attn_mask=mask)[:, 0]
    return (y - again).abs().max().item() > 1e-4


# Wrong in the function, where True takes part.
print(padding_matters(~valid))
#> True

# Right in the function.
print(padding_matters(valid))
#> False
