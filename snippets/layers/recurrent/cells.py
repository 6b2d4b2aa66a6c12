r"""RNNCell, LSTMCell, GRUCell: one step at a time.

For a loop of your own: a decoder that feeds back its output, an agent, a state changed
between steps. A cell takes (N, D) and returns the new state; a layer runs the same step
over the whole sequence in one call. The weights have the layer's names without `_l0`.

Attributes: Shapes
    x: (N, T, D) float32
    h: (N, H) float32
    c: (N, H) float32

Raises:
    RuntimeError: `nn.GRUCell(4, 5)(torch.ones(2, 7))` input has inconsistent input_size
    ValueError: `nn.LSTMCell(4, 5)(x)` LSTMCell: Expected input to be 1D or 2D, got 3D
        instead
    TypeError: `nn.LSTMCell(4, 5)(x[:, 0], h)` must be tuple of Tensors, not Tensor

Asked as:
    for loop over time steps; feed the output back as the next input; difference between
    LSTM and LSTMCell; tf.keras.layers.LSTMCell; tf.nn.rnn_cell.BasicLSTMCell;
    autoregressive decoding with a recurrent net; reinforcement learning agent with
    memory; recurrent loop written by hand; change the hidden state between steps;
    teacher forcing in a recurrent decoder; generate a sequence one element at a time;
    is the loop slower than nn.LSTM; decode one token after another, feed the sampled
    token in again; run an LSTM step by step; nn.RNNCell; manual unrolling over time;
    recurrent cell in my own loop; generate text with an RNN, character by character;
    char-rnn
"""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(2, 3, 4)


def same_weights(cell, layer):
    state = {k.removesuffix("_l0"): v for k, v in layer.state_dict().items()}
    cell.load_state_dict(state)
    return cell


for cell, layer in (
    (nn.RNNCell(4, 5), nn.RNN(4, 5, batch_first=True)),
    (nn.GRUCell(4, 5), nn.GRU(4, 5, batch_first=True)),
):
    same_weights(cell, layer)
    h = torch.zeros(2, 5)
    for t in range(3):
        h = cell(x[:, t], h)  # <-
    print(type(cell).__name__, torch.allclose(h, layer(x)[1][0], atol=1e-3))
    #> RNNCell True
    #> GRUCell True

lstm = nn.LSTM(4, 5, batch_first=True)
cell = same_weights(nn.LSTMCell(4, 5), lstm)
h = c = torch.zeros(2, 5)
for t in range(3):
    h, c = cell(x[:, t], (h, c))
h_n, c_n = lstm(x)[1]
print(torch.allclose(h, h_n[0], atol=1e-3), torch.allclose(c, c_n[0], atol=1e-3))
#> True True
