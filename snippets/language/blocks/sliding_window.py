r"""Sliding window: attention to the last W tokens.

A query sees itself and the W - 1 tokens before it. Depth widens the view: after L
layers a position depends on L(W - 1) earlier ones. The mask alone saves no time: all
scores are still computed. A kernel that skips empty blocks does: see
[`flex_attention`](#flex_attention).

Attributes: Shapes
    keep: (T, T) bool, True takes part
    seen: (T, T) bool, through two layers

Asked as:
    local attention mask; band mask for attention; Mistral sliding window attention;
    Longformer local window; banded causal mask; limit the attention span; window_size
    of flash attention; receptive field of stacked window attention; tril and triu with
    a width; attention to recent tokens; Gemma alternates local and global layers;
    torch.ones(T, T).tril().triu(1 - W); each token looks only at the few tokens before
    it; look only at the last 128 tokens
"""

import torch

T, W = 8, 3
position = torch.arange(T)
distance = position.unsqueeze(1) - position  # of a query from a key
keep = (distance >= 0) & (distance < W)  # <-
print(keep.int())
#> tensor([[1, 0, 0, 0, 0, 0, 0, 0],
#>         [1, 1, 0, 0, 0, 0, 0, 0],
#>         [1, 1, 1, 0, 0, 0, 0, 0],
#>         [0, 1, 1, 1, 0, 0, 0, 0],
#>         [0, 0, 1, 1, 1, 0, 0, 0],
#>         [0, 0, 0, 1, 1, 1, 0, 0],
#>         [0, 0, 0, 0, 1, 1, 1, 0],
#>         [0, 0, 0, 0, 0, 1, 1, 1]], dtype=torch.int32)
print(keep.equal(torch.ones(T, T).tril().triu(1 - W).bool()))
#> True

seen = (keep.float() @ keep.float()).bool()
print(keep[-1].sum(), seen[-1].sum())  # W, then 2 * (W - 1) + 1
#> tensor(3) tensor(5)
