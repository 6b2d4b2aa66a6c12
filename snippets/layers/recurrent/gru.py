r"""GRU: gates like an LSTM, one state like an RNN.

Reset gate $r$, update gate $z$ and candidate $n$ lie in this order in the rows of the
weights. The reset gate multiplies the candidate's hidden part after its bias was added;
other libraries may multiply $h$ first, and their weights do not carry over.

$$r_t = \sigma(W_{ir} x_t + b_{ir} + W_{hr} h_{t-1} + b_{hr}), \quad
z_t = \sigma(W_{iz} x_t + b_{iz} + W_{hz} h_{t-1} + b_{hz})$$

$$n_t = \tanh(W_{in} x_t + b_{in} + r_t \odot (W_{hn} h_{t-1} + b_{hn})), \quad
h_t = (1 - z_t) \odot n_t + z_t \odot h_{t-1}$$

Attributes: Shapes
    x: (N, T, D) float32
    output: (N, T, H) float32, the state at every step
    h_n: (1, N, H) float32
    gru.weight_ih_l0: (3*H, D) float32

Raises:
    RuntimeError: `gru(x, torch.zeros(1, 3, 5))` Expected hidden size (1, 2, 5), got [1,
        3, 5]
    RuntimeError: `gru(x, torch.zeros(2, 5))` For batched 3-D input, hx should also be
        3-D but got 2-D tensor
    AttributeError: `gru(x, (h_n, h_n))` 'tuple' object has no attribute

Asked as:
    gated recurrent unit; tf.keras.layers.GRU; update gate and reset gate; difference
    between GRU and LSTM; fewer weights than an LSTM; reset_after; Keras weights do not
    give the same result; GRU equations; order of r, z, n in the weights; simpler
    version of LSTM; gru initial hidden state shape; GRU instead of LSTM; GRU cell
    formula and weight layout; recurrent net with gates but without a cell state; when
    to choose a GRU; GRU returns output and h_n; GRU for text or time series
"""

import torch
from torch import nn

torch.manual_seed(0)
gru = nn.GRU(input_size=4, hidden_size=5, batch_first=True)  # <-
x = torch.randn(2, 3, 4)
output, h_n = gru(x)

# By hand.
h = torch.zeros(2, 5)
for t in range(3):
    from_x = x[:, t] @ gru.weight_ih_l0.T + gru.bias_ih_l0
    from_h = h @ gru.weight_hh_l0.T + gru.bias_hh_l0
    ir, iz, i_n = from_x.chunk(3, dim=1)
    hr, hz, h_n_part = from_h.chunk(3, dim=1)
    z = (iz + hz).sigmoid()
    n = torch.tanh(i_n + (ir + hr).sigmoid() * h_n_part)
    h = (1 - z) * n + z * h
print(torch.allclose(h, h_n[0], atol=1e-3))
#> True
