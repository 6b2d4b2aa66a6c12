r"""Causal mask forgotten: a tiny loss, and bad generation.

A model that predicts the next word from the whole sequence finds that word in
its input and copies it. The loss falls lower than it does with a mask; when writing,
the next word is not there yet, and the output is bad. A loss that looks too good is the
sign. `TransformerEncoder`, `TransformerDecoder` and `nn.Transformer` make no mask:
pass it, and check that a change at the end leaves earlier outputs as they are, as in
[`TransformerDecoder`](../layers/attention.md#transformer_decoder). Forms of the mask:
[masks](../layers/attention.md#masks).

Asked as:
    training loss is tiny but generated text is garbage; language model loss goes to
    zero too fast; transformer repeats or writes nonsense at generation; perplexity of
    almost 1, too good to be true; forgot the causal mask; my GPT sees the future; next
    token is leaked in training; forgot tgt_mask; does nn.TransformerEncoder mask the
    future by default; low validation loss but autoregressive generation fails; decoder
    works with teacher forcing only; target leakage in a transformer
"""

import torch
import torch.nn.functional as F
from torch import nn

V = 8


class Writer(nn.Module):
    def __init__(self, masked):
        super().__init__()
        self.word, self.place = nn.Embedding(V, 16), nn.Embedding(8, 16)
        self.block = nn.TransformerEncoderLayer(16, 1, 32, dropout=0, batch_first=True)
        self.head, self.masked = nn.Linear(16, V), masked

    def forward(self, tokens):
        L = tokens.shape[1]
        mask = torch.ones(L, L).triu(diagonal=1).bool() if self.masked else None  # <-
        x = self.word(tokens) + self.place.weight[:L]
        return self.head(self.block(x, src_mask=mask))


def sequences(N):  # such as 3 5 7 1 3 5 7 1 3: a start and a step, modulo 8
    start, step = torch.randint(V, (N, 1)), torch.randint(1, 4, (N, 1))
    return (start + step * torch.arange(9)) % V


def train(masked):
    torch.manual_seed(0)
    model = Writer(masked)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    for _ in range(100):
        tokens = sequences(64)
        loss = F.cross_entropy(model(tokens[:, :-1]).mT, tokens[:, 1:])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    tokens = sequences(256)
    written = tokens[:, :3]
    for _ in range(6):
        following = model(written)[:, -1].argmax(dim=1, keepdim=True)
        written = torch.cat((written, following), dim=1)
    right = (written == tokens)[:, 3:].float().mean().item()
    return f"loss below 0.05: {loss.item() < 0.05}, written right: {right > 0.9}"


# Wrong: no mask.
print(train(masked=False))
#> loss below 0.05: True, written right: False

# Right: position t sees nothing behind t.
print(train(masked=True))
#> loss below 0.05: False, written right: True
