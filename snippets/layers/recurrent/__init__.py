"""Recurrent layers: a state carried along a sequence.

| Layer | State | Takes | Returns |
|---|---|---|---|
| [`RNN`](recurrent.md#rnn) | h | x, h_0 | output, h_n |
| [`GRU`](recurrent.md#gru) | h, with two gates | x, h_0 | output, h_n |
| [`LSTM`](recurrent.md#lstm) | h and c, with three gates | x, (h_0, c_0) | output, (h_n, c_n) |
| [`RNNCell`, `GRUCell`, `LSTMCell`](recurrent.md#cells) | the same, one step | x_t, state | state |

`output` holds the state of the last layer at every step, `h_n` the state of every layer
after the last step. With `batch_first=True` they read (N, T, D) and return (N, T, H);
`h_n` stays (layers * directions, N, H). A state that is not passed starts as zeros.
"""

__all__ = [
    "rnn",
    "lstm",
    "gru",
    "cells",
    "stacked_bidirectional",
    "carry_state",
    "packed_sequences",
    "many_to_one",
]
