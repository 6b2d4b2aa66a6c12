r"""num_layers and bidirectional: several layers, both directions.

Each layer reads the output of the one below; `dropout` acts between them, not behind
the last. `bidirectional=True` adds a second run from the end; `output` holds both, side
by side. `h_n` lists layer 0 forward, layer 0 backward, layer 1 forward and so on. The
backward run ends at the first position, so `output[:, -1]` is not the last state of
both directions.

Attributes: Shapes
    x: (N, T, D) float32
    output: (N, T, 2*H) float32, forward and backward of the last layer
    h_n: (2*L, N, H) float32
    by_layer: (L, 2, N, H) float32, layer and direction
    forward: (N, H) float32, last layer
    last: (N, 2*H) float32, for a classifier

Warns:
    UserWarning: `nn.GRU(4, 5, dropout=0.1)` non-zero dropout expects num_layers greater
        than 1

Asked as:
    BiLSTM; tf.keras.layers.Bidirectional; two-layer LSTM, stacked or deep; multi-layer
    recurrent net; shape of h_n with two directions; concatenate forward and backward
    hidden states; why is the output twice the hidden size; dropout between recurrent
    layers; last hidden state of a bidirectional LSTM; h_n.view(num_layers,
    num_directions, batch, hidden); read the sentence from both ends;
    merge_mode='concat'; tf.keras.layers.StackedRNNCells; order of the 2 * hidden
    features of a BiLSTM; dropout between LSTM layers; num_layers=2; second LSTM on top
    of the first; both directions of a GRU; read a sequence backwards
"""

import torch
from torch import nn

torch.manual_seed(0)
N, T, D, H, L = 6, 7, 4, 5, 3
gru = nn.GRU(  # <-
    D, H, num_layers=L, bidirectional=True, dropout=0.1, batch_first=True
)
x = torch.randn(N, T, D)
output, h_n = gru(x)

by_layer = h_n.view(L, 2, N, H)
forward, backward = by_layer[-1]
last = torch.cat((forward, backward), dim=1)

# Where they are in the output: forward at the end, backward at the start.
print(torch.equal(forward, output[:, -1, :H]))
#> True
print(torch.equal(backward, output[:, 0, H:]))
#> True
print(torch.equal(last, output[:, -1]))
#> False

# Layer and direction are in the names of the weights.
names = [name for name, _ in gru.named_parameters()]
print(len(names), names[4], names[8])
#> 24 weight_ih_l0_reverse weight_ih_l1
