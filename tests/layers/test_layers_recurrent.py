"""The recurrent layers step by step in NumPy, against the library, in float64."""

import numpy as np
import pytest
import torch
from support import says
from torch import nn
from torch.nn.utils.rnn import (
    pack_padded_sequence,
    pack_sequence,
    pad_packed_sequence,
    pad_sequence,
    unpad_sequence,
)

N, T, D, H = 3, 7, 4, 5


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


def agree(found, expected):
    if isinstance(expected, np.ndarray):
        expected = torch.from_numpy(expected)
    torch.testing.assert_close(found.detach(), expected.detach(), rtol=1e-9, atol=1e-12)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def rnn_step(x, state, w, gate=np.tanh):
    (h,) = state
    return (gate(x @ w["ih"].T + w["bih"] + h @ w["hh"].T + w["bhh"]),)


def relu_step(x, state, w):
    return rnn_step(x, state, w, lambda z: np.maximum(z, 0))


def lstm_step(x, state, w):
    h, c = state
    # Each gate by itself, from its own rows.
    gates = []
    for row, gate in enumerate((sigmoid, sigmoid, np.tanh, sigmoid)):
        part = slice(row * H, (row + 1) * H)
        from_x = x @ w["ih"][part].T + w["bih"][part]
        from_h = h @ w["hh"][part].T + w["bhh"][part]
        gates.append(gate(from_x + from_h))
    i, f, g, o = gates
    c = f * c + i * g
    return o * np.tanh(c), c


def gru_step(x, state, w):
    (h,) = state
    rows = [slice(row * H, (row + 1) * H) for row in range(3)]
    xr, xz, xn = (x @ w["ih"][part].T + w["bih"][part] for part in rows)
    hr, hz, hn = (h @ w["hh"][part].T + w["bhh"][part] for part in rows)
    r, z = sigmoid(xr + hr), sigmoid(xz + hz)
    n = np.tanh(xn + r * hn)
    return ((1 - z) * n + z * h,)


STEPS = {"RNN": rnn_step, "LSTM": lstm_step, "GRU": gru_step}
kinds = pytest.mark.parametrize("kind", STEPS)


def weights(layer, suffix="_l0"):
    names = {"ih": "weight_ih", "hh": "weight_hh", "bih": "bias_ih", "bhh": "bias_hh"}
    return {short: getattr(layer, name + suffix).detach().numpy() for short, name in names.items()}


def run(step, x, state, w):
    """All steps of x (N, T, D): every h, and the last state."""
    states = []
    for t in range(x.shape[1]):
        state = step(x[:, t], state, w)
        states.append(state[0])
    return np.stack(states, axis=1), state


def check_layer(layer, step, parts):
    x = torch.randn(N, T, D).double()
    start = [torch.randn(N, H).double() for _ in range(parts)]
    given = tuple(s.unsqueeze(0) for s in start)
    given = given if parts == 2 else given[0]
    expected, last = run(step, x.numpy(), [s.numpy() for s in start], weights(layer))
    output, state = layer(x, given)
    agree(output, expected)
    for found, wanted in zip(state if parts == 2 else (state,), last, strict=True):
        agree(found[0], wanted)

    zeros = [np.zeros((N, H))] * parts
    agree(layer(x)[0], run(step, x.numpy(), zeros, weights(layer))[0])


@pytest.mark.parametrize("nonlinearity", ["tanh", "relu"])
def test_rnn(nonlinearity):
    layer = nn.RNN(D, H, nonlinearity=nonlinearity, batch_first=True).double()
    check_layer(layer, rnn_step if nonlinearity == "tanh" else relu_step, 1)


@says(
    "layers/recurrent/lstm",
    "One product makes the four parts: input gate, forget gate, candidate, output gate, in this "
    "order in the rows of the weights.",
)
def test_lstm():
    check_layer(nn.LSTM(D, H, batch_first=True).double(), lstm_step, 2)


@says("layers/recurrent/gru", "gates like an LSTM, one state like an RNN.")
@says(
    "layers/recurrent/gru",
    "Reset gate $r$, update gate $z$ and candidate $n$ lie in this order in the rows of the "
    "weights.",
)
def test_gru():
    check_layer(nn.GRU(D, H, batch_first=True).double(), gru_step, 1)


@kinds
def test_time_first_is_the_default(kind):
    layer = getattr(nn, kind)(D, H).double()
    x = torch.randn(T, N, D).double()
    zeros = [np.zeros((N, H))] * (2 if kind == "LSTM" else 1)
    expected, _ = run(STEPS[kind], x.numpy().swapaxes(0, 1), zeros, weights(layer))
    agree(layer(x)[0], expected.swapaxes(0, 1))


@kinds
def test_cells_loop_equals_layer(kind):
    layer = getattr(nn, kind)(D, H, batch_first=True).double()
    cell = getattr(nn, kind + "Cell")(D, H).double()
    cell.load_state_dict({k.removesuffix("_l0"): v for k, v in layer.state_dict().items()})
    x = torch.randn(N, T, D).double()
    state, outputs = None, []
    for t in range(T):
        state = cell(x[:, t], state)
        outputs.append(state[0] if kind == "LSTM" else state)
    output, last = layer(x)
    agree(output, torch.stack(outputs, dim=1))
    if kind == "LSTM":
        agree(last[1][0], state[1])


@kinds
@pytest.mark.parametrize("bidirectional", [False, True])
def test_stacked_bidirectional(kind, bidirectional):
    depth = 2
    layer = getattr(nn, kind)(D, H, depth, bidirectional=bidirectional, batch_first=True).double()
    below = torch.randn(N, T, D).double().numpy()
    x = torch.from_numpy(below)
    zeros = [np.zeros((N, H))] * (2 if kind == "LSTM" else 1)
    last = []
    for level in range(depth):
        output, state = run(STEPS[kind], below, zeros, weights(layer, f"_l{level}"))
        last.append(state[0])
        if bidirectional:
            w = weights(layer, f"_l{level}_reverse")
            back, state = run(STEPS[kind], below[:, ::-1], zeros, w)
            last.append(state[0])
            output = np.concatenate((output, back[:, ::-1]), axis=2)
        below = output
    output, state = layer(x)
    agree(output, below)
    agree(state[0] if kind == "LSTM" else state, np.stack(last))


@kinds
@pytest.mark.parametrize("bidirectional", [False, True])
def test_packed_equals_each_sequence_alone(kind, bidirectional):
    layer = getattr(nn, kind)(D, H, 2, bidirectional=bidirectional, batch_first=True).double()
    lengths = [2, 5, 1, 5, 3]
    sequences = [torch.randn(length, D).double() for length in lengths]
    padded = pad_sequence(sequences, batch_first=True, padding_value=99.0)
    packed = pack_padded_sequence(padded, lengths, batch_first=True, enforce_sorted=False)
    agree(packed.data, pack_sequence(sequences, enforce_sorted=False).data)

    output, state = layer(packed)
    output, found_lengths = pad_packed_sequence(output, batch_first=True)
    assert found_lengths.tolist() == lengths
    state = state if kind == "LSTM" else (state,)
    for row, sequence in enumerate(sequences):
        alone, last = layer(sequence.unsqueeze(0))
        agree(output[row, : lengths[row]], alone[0])
        assert not output[row, lengths[row] :].any()
        for found, wanted in zip(state, last if kind == "LSTM" else (last,), strict=True):
            agree(found[:, row], wanted[:, 0])
    for back, sequence in zip(
        unpad_sequence(padded, torch.tensor(lengths), batch_first=True), sequences, strict=True
    ):
        agree(back, sequence)


@kinds
def test_carried_state_equals_the_whole(kind):
    layer = getattr(nn, kind)(D, H, batch_first=True).double()
    x = torch.randn(N, T, D).double()
    first, state = layer(x[:, :3])
    second, _ = layer(x[:, 3:], state)
    agree(torch.cat((first, second), dim=1), layer(x)[0])
