r"""Padding and causal mask together: one boolean mask, True takes part.

A key counts if it is no padding and not in the future. Pass no `is_causal` beside it:
the mask has both rules. Padding on the right needs no mask at all: it is the future of
every real token. With padding on the left its own rows have nothing to read;
`scaled_dot_product_attention` gives 0 there.

Attributes: Shapes
    real: (N, T) bool, False is padding
    causal: (T, T) bool
    keep: (N, 1, T, T) bool, for all heads
    y: (N, h, T, D) float32

Asked as:
    combine causal mask and padding mask; attention_mask and is_causal at once; 4D
    attention mask from a 2D one; left padding with causal attention; mask of shape (N,
    1, T, T); mask for batched generation; tril & padding; rows that are fully masked in
    scaled_dot_product_attention; do I need a padding mask with causal attention; expand
    the attention mask of huggingface; broadcast the mask over heads; prepare decoder
    attention mask
"""

import torch
import torch.nn.functional as F

real = torch.tensor([[True, True, True, True], [False, False, True, True]])
T = real.shape[1]
causal = torch.ones(T, T, dtype=torch.bool).tril()
keep = causal & real[:, None, None, :]  # <-
print(keep[1, 0].int())
#> tensor([[0, 0, 0, 0],
#>         [0, 0, 0, 0],
#>         [0, 0, 1, 0],
#>         [0, 0, 1, 1]], dtype=torch.int32)

torch.manual_seed(0)
q, k, v = torch.randn(3, 2, 3, T, 8)
y = F.scaled_dot_product_attention(q, k, v, attn_mask=keep)
print(y[1, :, :2].abs().max())  # the rows of the padding
#> tensor(0.)

short = [part[1:, :, 2:] for part in (q, k, v)]  # the second text without its padding
alone = F.scaled_dot_product_attention(*short, is_causal=True)
print(torch.allclose(y[1:, :, 2:], alone, atol=1e-6))
#> True
