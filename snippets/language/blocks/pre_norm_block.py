r"""Pre-norm block: attention and network, each on a normalised copy.

The sum x is never normalised itself: it runs through all blocks, and so does its
gradient. Start the two matrices that write into it small, or at 0: the block then
begins as the identity. The last block is followed by one more norm, in front of the
head.

$$h = x + \text{attention}(\text{norm}_1(x)), \quad y = h +
\text{network}(\text{norm}_2(h))$$

Attributes: Shapes
    x: (N, T, E) float32
    y: (N, T, E) float32

Asked as:
    transformer decoder block in Llama style; RMSNorm, attention, SwiGLU and residuals
    together; residual stream; pre-LN GPT block as a class; where does the norm go in a
    transformer block; why is there a final norm before the lm_head; block starts as the
    identity; zero-init of the output projection; stack of decoder blocks; GPT block
    from scratch; input_layernorm and post_attention_layernorm; x = x +
    attention(norm(x))
"""

import torch
import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    def __init__(self, width, heads, hidden):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.RMSNorm(width), nn.RMSNorm(width)
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.out = nn.Linear(width, width, bias=False)
        self.gate = nn.Linear(width, hidden, bias=False)
        self.up = nn.Linear(width, hidden, bias=False)
        self.down = nn.Linear(hidden, width, bias=False)

    def attention(self, x):
        qkv = self.qkv(x).unflatten(-1, (3, self.heads, -1))
        y = F.scaled_dot_product_attention(*qkv.permute(2, 0, 3, 1, 4), is_causal=True)
        return self.out(y.transpose(1, 2).flatten(2))

    def network(self, x):
        return self.down(F.silu(self.gate(x)) * self.up(x))

    def forward(self, x):
        x = x + self.attention(self.norm1(x))  # <-
        return x + self.network(self.norm2(x))


torch.manual_seed(0)
blocks = nn.Sequential(*[Block(width=16, heads=4, hidden=32) for _ in range(3)])
x = torch.randn(2, 5, 16)
y = blocks(x)
print(y.equal(x))
#> False

for block in blocks:
    nn.init.zeros_(block.out.weight)
    nn.init.zeros_(block.down.weight)
print(blocks(x).equal(x))
#> True
