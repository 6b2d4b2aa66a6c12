r"""The shape of the 2D attn_mask: it is (L, S), queries by keys.

`attn_mask` says for each query which keys it may use: (L, S), or (N · heads, L, S) for
a mask of each sample. Usual causes: a layer without `batch_first=True` reads (L, N, E)
and takes the batch for the length; a mask of each sample that was not repeated for the
heads; a mask for other lengths than the input's; a padding mask (N, S), which goes into
`key_padding_mask`. See [masks](../layers/attention.md#masks).

Raises:
    RuntimeError: `nn.MultiheadAttention(8, 2)(x, x, x, attn_mask=causal)`
        The shape of the 2D attn_mask is torch.Size([3, 3]), but should be (2, 2).
    RuntimeError: `mha(x, x, x, attn_mask=each)`
        The shape of the 3D attn_mask is torch.Size([2, 3, 3]), but should be (4, 3, 3).

Also worded:
    RuntimeError: The shape of the 2D attn_mask is torch.Size([35, 35]), but should be
      (20, 20).
    RuntimeError: The size of the 2D attn_mask is not correct.
    RuntimeError: The size of the 3D attn_mask is not correct.
    AssertionError: Expected key_padded_mask.shape[0] to be 3, but got 2
    AssertionError: expecting key_padding_mask shape of (32, 10), but got
      torch.Size([10, 32])
    AssertionError: For batched (3-D) `query`, expected `attn_mask` to be `None`, 2-D or
      3-D but found 4-D tensor instead
    AssertionError: only bool and floating types of attn_mask are supported

Asked as:
    src_mask of the wrong size; attention mask for each sample and head;
    key_padding_mask should have the batch first; TransformerEncoder complains about the
    mask; last batch is shorter, mask made for max_len; tgt_mask has to be square
"""

import torch
from torch import nn

x = torch.zeros(2, 3, 8)  # N = 2, L = 3
causal = nn.Transformer.generate_square_subsequent_mask(3)
try:
    nn.MultiheadAttention(8, num_heads=2)(x, x, x, attn_mask=causal)
except RuntimeError as error:
    print(error)
    #> The shape of the 2D attn_mask is torch.Size([3, 3]), but should be (2, 2).

# The batch is the first axis: say so.
mha = nn.MultiheadAttention(8, num_heads=2, batch_first=True)  # <-
print(mha(x, x, x, attn_mask=causal)[0].shape)
#> torch.Size([2, 3, 8])

# A mask of each sample, (N, L, S): repeat it for the heads.
each = causal.expand(2, 3, 3)
every = each.repeat_interleave(mha.num_heads, dim=0)  # (4, 3, 3)
print(mha(x, x, x, attn_mask=every)[0].shape)
#> torch.Size([2, 3, 8])

# Padding, (N, S), True where a key is left out.
padding = torch.tensor([[False, False, True], [False, False, False]])
print(mha(x, x, x, key_padding_mask=padding)[0].shape)
#> torch.Size([2, 3, 8])

# A mask for the longest input: take its corner.
longest = nn.Transformer.generate_square_subsequent_mask(10)
length = x.shape[1]
print(mha(x, x, x, attn_mask=longest[:length, :length])[0].shape)
#> torch.Size([2, 3, 8])
