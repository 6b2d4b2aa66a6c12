r"""flex_attention: masks and biases as functions of positions.

`score_mod` changes a score, `mask_mod` says which pairs take part. Both get the numbers
of batch, head, query and key as tensors: write them with `&`, `|` and `torch.where`,
not with `and` or `if`. `create_block_mask` finds blocks of 128 × 128 in which nothing
takes part; compiled, the kernel skips them. Uncompiled, as here, all scores are made.
On the CPU it has no backward pass.

Attributes: Shapes
    q: (N, h, T, D) float32
    y: (N, h, T, D) float32
    keep: (T, T) bool
    bias: (h, T, T) float32

Asked as:
    torch.nn.attention.flex_attention; score_mod and mask_mod; create_block_mask;
    BlockMask; custom attention pattern without a T by T mask; document masking with
    flex attention; FlexAttention on the CPU; and_masks and or_masks; attention with a
    bias computed from positions; flex_attention called without torch.compile; compare
    flex_attention with SDPA; ALiBi with score_mod; prefix LM mask; soft-capping of
    scores; sparse attention pattern in PyTorch
"""

import warnings

import torch
import torch.nn.functional as F
from torch.nn.attention.flex_attention import create_block_mask, flex_attention

# On a GPU: flex_attention = torch.compile(flex_attention)
warnings.filterwarnings("ignore", "flex_attention called without torch.compile")

torch.manual_seed(0)
T, W = 256, 100
q, k, v = torch.randn(3, 1, 2, T, 16)
slope = torch.tensor([0.5, 0.1])  # of each head


def window(b, h, query, key):
    return (query >= key) & (query - key < W)


def nearer(score, b, h, query, key):
    return score - slope[h] * (query - key)


blocks = create_block_mask(window, None, None, T, T, device=q.device)
y = flex_attention(q, k, v, score_mod=nearer, block_mask=blocks)  # <-
print(blocks.shape, blocks.sparsity())  # per cent of the blocks that are empty
#> (1, 1, 256, 256) 25.0

distance = torch.arange(T).unsqueeze(1) - torch.arange(T)
keep = (distance >= 0) & (distance < W)
bias = (-slope[:, None, None] * distance).masked_fill(~keep, float("-inf"))
print(torch.allclose(F.scaled_dot_product_attention(q, k, v, bias), y, atol=1e-5))
#> True
