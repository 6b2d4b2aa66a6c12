r"""LSTM: recurrent, with a cell state that lasts.

Returns `output, (h_n, c_n)` and takes the state as such a pair. One product makes the
four parts: input gate, forget gate, candidate, output gate, in this order in the rows
of the weights.

$$z^i, z^f, z^g, z^o = W_{ih} x_t + b_{ih} + W_{hh} h_{t-1} + b_{hh}$$

$$c_t = \sigma(z^f) \odot c_{t-1} + \sigma(z^i) \odot \tanh(z^g), \quad
h_t = \sigma(z^o) \odot \tanh(c_t)$$

Attributes: Shapes
    x: (N, T, D) float32
    output: (N, T, H) float32, h at every step
    h_n: (1, N, H) float32
    c_n: (1, N, H) float32
    lstm.weight_ih_l0: (4*H, D) float32

Raises:
    RuntimeError: `lstm(torch.ones(2, 3, 7))` input.size(-1) must be equal to
        input_size. Expected 4, got 7
    IndexError: `lstm(x, torch.zeros(1, 2, 5))` index 1 is out of bounds for dimension 0
        with size 1

Asked as:
    long short-term memory; tf.keras.layers.LSTM; forget gate bias 1; LSTM hidden and
    cell state; LSTM for time series, predict the next value; LSTM gates explained,
    order in the weights; how to initialize the hidden state of an LSTM, h_0 and c_0;
    LSTM equations; unpack output, (h_n, c_n); lstm input shape batch first;
    return_sequences and return_state; LSTM in a Sequential returns a tuple; vanishing
    gradient in a recurrent net; remember things over a long sequence; LSTM by hand in
    NumPy; what are the two tensors an LSTM gives back beside the output;
    nn.LSTM(input_size, hidden_size); forecast a time series; difference between RNN and
    LSTM; initial hidden state; LSTM or transformer
"""

import torch
from torch import nn

torch.manual_seed(0)
lstm = nn.LSTM(input_size=4, hidden_size=5, batch_first=True)  # <-
x = torch.randn(2, 3, 4)
output, (h_n, c_n) = lstm(x)

# By hand.
h = c = torch.zeros(2, 5)
for t in range(3):
    z = x[:, t] @ lstm.weight_ih_l0.T + lstm.bias_ih_l0
    z = z + h @ lstm.weight_hh_l0.T + lstm.bias_hh_l0
    i, f, g, o = z.chunk(4, dim=1)
    c = f.sigmoid() * c + i.sigmoid() * g.tanh()
    h = o.sigmoid() * c.tanh()
print(torch.allclose(h, h_n[0], atol=1e-3), torch.allclose(c, c_n[0], atol=1e-3))
#> True True


# Two biases of 0.5 keep the forget gate, rows H to 2*H, open at the start.
def open_forget_gates(lstm):
    H = lstm.hidden_size
    with torch.no_grad():
        for name, parameter in lstm.named_parameters():
            if "bias" in name:  # of each layer and direction
                parameter[H : 2 * H] = 0.5


open_forget_gates(lstm)
print((lstm.bias_ih_l0 + lstm.bias_hh_l0)[5:10].tolist())
#> [1.0, 1.0, 1.0, 1.0, 1.0]
