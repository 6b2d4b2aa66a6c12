r"""A small GPT: the whole model in one file.

Token and position tables, pre-norm blocks, a last norm, and a head that is the token
table. Weights begin at a standard deviation of 0.02; the matrices that write into the
sum are smaller by the root of their number, 2L, so that the sum does not grow with
depth. The first loss is then near log V. With the defaults it has the shape of the
smallest GPT-2, counted here on the meta device, which holds no numbers.

Attributes: Shapes
    ids: (N, T) int64
    logits: (N, T, V) float32

Raises:
    IndexError: `model(torch.zeros(1, 33, dtype=torch.int64))` index out of range

Asked as:
    GPT from scratch; nanoGPT model; GPT-2 architecture in PyTorch; decoder-only
    transformer as one class; minimal GPT implementation; GPTConfig dataclass; 124M
    parameters of GPT-2; initialise a transformer by depth, 0.02 / sqrt(2 * n_layer);
    scaled init of residual projections; build a language model; n_layer, n_head,
    n_embd; write my own ChatGPT; LLM from scratch; logits of a language model; count
    parameters without memory, meta device
"""

# %% Block
import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn


@dataclass
class Config:
    vocabulary: int = 50257
    longest: int = 1024
    width: int = 768
    heads: int = 12
    layers: int = 12
    dropout: float = 0.0


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.heads, self.dropout = c.heads, nn.Dropout(c.dropout)
        self.norm1, self.norm2 = nn.LayerNorm(c.width), nn.LayerNorm(c.width)
        self.qkv = nn.Linear(c.width, 3 * c.width)
        self.out = nn.Linear(c.width, c.width)
        self.up = nn.Linear(c.width, 4 * c.width)
        self.down = nn.Linear(4 * c.width, c.width)

    def forward(self, x):
        qkv = self.qkv(self.norm1(x)).unflatten(-1, (3, self.heads, -1))
        y = F.scaled_dot_product_attention(*qkv.permute(2, 0, 3, 1, 4), is_causal=True)
        x = x + self.dropout(self.out(y.transpose(1, 2).flatten(2)))
        y = self.down(F.gelu(self.up(self.norm2(x)), approximate="tanh"))
        return x + self.dropout(y)


# %% Model
class GPT(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.token = nn.Embedding(c.vocabulary, c.width)
        self.place = nn.Embedding(c.longest, c.width)
        self.blocks = nn.Sequential(*[Block(c) for _ in range(c.layers)])
        self.norm = nn.LayerNorm(c.width)
        self.head = nn.Linear(c.width, c.vocabulary, bias=False)
        self.head.weight = self.token.weight
        for name, p in self.named_parameters():
            if name.endswith("bias"):
                nn.init.zeros_(p)
            elif p.ndim == 2:  # the weights of norms stay 1
                writes = name.endswith(("out.weight", "down.weight"))
                std = 0.02 / (2 * c.layers) ** 0.5 if writes else 0.02
                nn.init.normal_(p, std=std)

    def forward(self, ids):
        position = torch.arange(ids.shape[1], device=ids.device)
        x = self.token(ids) + self.place(position)
        return self.head(self.norm(self.blocks(x)))


# %% Use
torch.manual_seed(0)
model = GPT(Config(vocabulary=65, longest=32, width=64, heads=4, layers=2))  # <-
ids = torch.randint(65, (8, 32))
logits = model(ids)
loss = F.cross_entropy(logits[:, :-1].flatten(0, 1), ids[:, 1:].flatten())
print(logits.shape, abs(loss.item() - math.log(65)) < 0.1)
#> torch.Size([8, 32, 65]) True

with torch.device("meta"):
    large = GPT(Config())
print(f"{sum(p.numel() for p in large.parameters()):,}")
#> 124,439,808
