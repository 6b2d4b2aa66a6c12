r"""RNN: the plain recurrent layer.

The default layout is (T, N, D), time first; `batch_first=True` makes it (N, T, D).
Without `h_0`, a tensor in the wrong layout runs without an error. `output` has the
state at every step, `h_n` the last one. For long sequences take `LSTM` or `GRU`.

$$h_t = \tanh(W_{ih} x_t + b_{ih} + W_{hh} h_{t-1} + b_{hh})$$

Attributes: Shapes
    x: (N, T, D) float32
    output: (N, T, H) float32, the state at every step
    h_n: (1, N, H) float32, the last state; never batch first
    rnn.weight_ih_l0: (H, D) float32
    rnn.weight_hh_l0: (H, H) float32

Raises:
    RuntimeError: `rnn(torch.ones(2, 3, 7))` input.size(-1) must be equal to input_size.
        Expected 4, got 7
    RuntimeError: `rnn(x, torch.zeros(1, 3, 5))` Expected hidden size (1, 2, 5), got [1,
        3, 5]

Asked as:
    recurrent neural network; vanilla RNN, Elman network; tf.keras.layers.SimpleRNN;
    sequence model with a hidden state; what does batch_first do; difference between
    output and hidden state; shape of recurrent input, seq batch feature; time first or
    batch first; shape of h_n is not batch first; read a sequence step by step; tanh or
    relu in a recurrent net; what are weight_ih and weight_hh; two return values of a
    recurrent layer; recurrence equation by hand; simple recurrent network on a sequence
    of vectors; arguments and outputs of nn.RNN; recurrent layer; what is the hidden
    state
"""

import torch
from torch import nn

torch.manual_seed(0)
rnn = nn.RNN(input_size=4, hidden_size=5, batch_first=True)  # <-
x = torch.randn(2, 3, 4)
output, h_n = rnn(x)
print(torch.equal(output[:, -1], h_n[0]))
#> True

# By hand.
h = torch.zeros(2, 5)
for t in range(3):
    from_input = x[:, t] @ rnn.weight_ih_l0.T + rnn.bias_ih_l0
    h = torch.tanh(from_input + h @ rnn.weight_hh_l0.T + rnn.bias_hh_l0)
print(torch.allclose(h, h_n[0], atol=1e-3))
#> True

# With weights of 1, no bias and relu for tanh, the state is a running sum.
total = nn.RNN(1, 1, nonlinearity="relu", bias=False, batch_first=True)
for weight in total.parameters():
    nn.init.ones_(weight)
sums, _ = total(torch.tensor([[[1.0], [2.0], [3.0]]]))
print(sums.flatten().tolist())
#> [1.0, 3.0, 6.0]
