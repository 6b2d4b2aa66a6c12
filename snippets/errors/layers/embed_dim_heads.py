r"""embed_dim must be divisible by num_heads: each head gets an equal share.

Attention splits the features into `num_heads` parts of embed_dim / num_heads each.
Usual causes: d_model was changed and nhead was not; d_model is the number of input
columns (a prime, an odd number), where a linear layer in front would bring it to a size
that fits. See [MultiheadAttention](../layers/attention.md#multihead_attention).

Raises:
    AssertionError: `nn.TransformerEncoderLayer(d_model=10, nhead=4)`
        embed_dim must be divisible by num_heads
    AssertionError: `mha(*[torch.zeros(2, 3, 7)] * 3)`
        was expecting embedding dimension of 8, but got 7

Also worded:
    ValueError: embed_dim and num_heads must be greater than 0, got embed_dim=10 and
      num_heads=0 instead
    AssertionError: embedding dimension 10 not divisible by num_heads 4
    RuntimeError: the feature number of src and tgt must be equal to d_model

Asked as:
    number of heads does not divide the embedding size; how many attention heads are
    allowed; transformer on a table with 7 columns; d_model and nhead do not fit; odd
    number of features in multi-head attention; was expecting embedding dimension
"""

import torch
from torch import nn

try:
    nn.MultiheadAttention(embed_dim=10, num_heads=4)
except AssertionError as error:
    print(error)
    #> embed_dim must be divisible by num_heads

# Numbers of heads that divide the size.
print([heads for heads in range(1, 11) if 10 % heads == 0])  # <-
#> [1, 2, 5, 10]

# 7 features per step: a linear layer brings them to a size that has divisors.
x = torch.zeros(2, 3, 7)
mha = nn.MultiheadAttention(embed_dim=8, num_heads=4, batch_first=True)
q = nn.Linear(7, 8)(x)
print(mha(q, q, q)[0].shape, mha.head_dim)
#> torch.Size([2, 3, 8]) 2

# Keys and values of another size: kdim and vdim.
cross = nn.MultiheadAttention(8, num_heads=4, kdim=7, vdim=7, batch_first=True)
print(cross(q, x, x)[0].shape)
#> torch.Size([2, 3, 8])
