"""Learned positions: a row of a table for each place.

The row of position t is added to the vector of the token at t, as in GPT-2. The table
ends at the longest text of training, and a longer one is refused. Pass positions of
your own where a text does not begin at 0: packed documents, padding on the left, or
tokens one by one. Fixed [sinusoids](../layers/attention.md#positional_encoding) need no
training, and [rotary positions](#rotary) add nothing at the input.

Attributes: Shapes
    ids: (N, T) int64
    x: (N, T, E) float32

Raises:
    IndexError: `embed(torch.zeros(1, 9, dtype=torch.int64))` index out of range in self

Asked as:
    wpe of GPT-2; learnable position embedding table; nn.Embedding of positions;
    position_ids argument; add position embeddings to token embeddings; maximum length
    of a GPT; context is longer than the position table; torch.arange(T) into an
    embedding; absolute position embedding; positions when generating one token at a
    time; learned or sinusoidal positions; block_size and position embedding; how does
    GPT-2 know where a token stands; place of a token
"""

import torch
from torch import nn


class Embed(nn.Module):
    def __init__(self, V, longest, E):
        super().__init__()
        self.token = nn.Embedding(V, E)
        self.place = nn.Embedding(longest, E)

    def forward(self, ids, position=None):
        if position is None:
            position = torch.arange(ids.shape[1], device=ids.device)
        return self.token(ids) + self.place(position)  # <-


embed = Embed(V=50, longest=8, E=4)
ids = torch.tensor([[5, 6, 7, 5, 6], [9, 9, 9, 9, 9]])
x = embed(ids)
print(x[1, 0].equal(x[1, 1]))  # one token in two places
#> False

last = embed(ids[:, 4:], torch.tensor([4]))  # by itself, where it stands
print(last.equal(x[:, 4:]))
#> True
