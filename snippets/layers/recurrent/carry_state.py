r"""Carry the state: a long sequence in pieces.

Pass the state of one piece to the next, and the result is that of the whole sequence,
but not with `bidirectional=True`. For training, `detach` the state between pieces:
gradients then end at the piece's start (truncated backpropagation), and memory does not
grow.

Attributes: Shapes
    x: (N, T, D) float32
    h: (1, N, H) float32

Raises:
    RuntimeError: `(first.sum().backward(), second.sum().backward())` Trying to backward
        through the graph a second time

Asked as:
    truncated backpropagation through time; TBPTT, bptt; stateful LSTM; Keras LSTM
    stateful=True; detach the hidden state between batches; repackage_hidden; keep
    hidden state between batches; sequence too long for GPU memory; language model
    training in chunks; streaming data through an RNN; should the hidden state be reset
    for every batch; memory grows with every chunk of the recurrent net; backward
    through the graph a second time with an LSTM hidden state; hidden state from the
    previous batch; very long time series, out of memory when backprop goes through all
    steps; pass the last state on to the next chunk; continue where the recurrent net
    stopped
"""

import torch
from torch import nn

torch.manual_seed(0)
gru = nn.GRU(4, 5, batch_first=True)
x = torch.randn(2, 6, 4)
whole, _ = gru(x)

h = None  # zeros
pieces = []
for piece in x.split(3, dim=1):
    output, h = gru(piece, h)
    output.sum().backward()
    h = h.detach()  # <-
    pieces.append(output.detach())
print(torch.allclose(torch.cat(pieces, dim=1), whole, atol=1e-3))
#> True

# Without detach the second backward meets the freed graph of the first piece.
first, state = gru(x[:, :3])
second, state = gru(x[:, 3:], state)
