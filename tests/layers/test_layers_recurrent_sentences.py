"""What the sentences of layers/recurrent say."""

import inspect
import weakref

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
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
kinds = pytest.mark.parametrize("kind", ["RNN", "GRU", "LSTM"])
directions = pytest.mark.parametrize("both", [False, True])


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


def draw(*shape):
    return torch.randn(*shape, dtype=torch.float64)


def make(kind, layers=1, **options):
    return getattr(nn, kind)(D, H, layers, **{"batch_first": True, **options}).double()


def first(state):
    """The h of a state: an LSTM's is a pair."""
    return state[0] if isinstance(state, tuple) else state


def close(found, expected):
    torch.testing.assert_close(found, expected, rtol=1e-9, atol=1e-12)


@says(
    "layers/recurrent",
    "`RNN` | h | x, h_0 | output, h_n",
    "`GRU` | h, with two gates | x, h_0 | output, h_n",
    "`LSTM` | h and c, with three gates | x, (h_0, c_0) | output, (h_n, c_n)",
    "`RNNCell`, `GRUCell`, `LSTMCell` | the same, one step | x_t, state | state",
)
@pytest.mark.parametrize(("kind", "gates"), [("RNN", 0), ("GRU", 2), ("LSTM", 3)])
def test_the_table(kind, gates):
    layer, cell = make(kind), getattr(nn, kind + "Cell")(D, H).double()
    assert layer.weight_ih_l0.shape[0] == (gates + 1) * H  # and the candidate
    cell.load_state_dict({k.removesuffix("_l0"): v for k, v in layer.state_dict().items()})
    x, h = draw(N, T, D), draw(1, N, H)
    state = (h, draw(1, N, H)) if kind == "LSTM" else h
    output, last = layer(x, state)
    assert isinstance(last, tuple) == (kind == "LSTM")
    for t in range(T):
        at_t = tuple(s[0] for s in state) if kind == "LSTM" else state[0]
        at_t = cell(x[:, t], at_t)
        close(first(at_t), output[:, t])
        state = tuple(s[None] for s in at_t) if kind == "LSTM" else at_t[None]


@says(
    "layers/recurrent",
    "`output` holds the state of the last layer at every step, `h_n` the state of every layer "
    "after the last step.",
)
@kinds
@given(steps=st.integers(1, T))
def test_output_and_h_n(kind, steps):
    layer, x = make(kind, 2), draw(N, T, D)
    output, _ = layer(x)
    h_n = first(layer(x[:, :steps])[1])
    close(output[:, steps - 1], h_n[-1])
    below = make(kind)
    below.load_state_dict({k: v for k, v in layer.state_dict().items() if k.endswith("_l0")})
    close(h_n[0], below(x)[0][:, steps - 1])


@says(
    "layers/recurrent",
    "With `batch_first=True` they read (N, T, D) and return (N, T, H); `h_n` stays "
    "(layers * directions, N, H).",
)
@says(
    "layers/recurrent/rnn",
    "The default layout is (T, N, D), time first; `batch_first=True` makes it (N, T, D).",
    "the last state; never batch first",
)
@kinds
@directions
@pytest.mark.parametrize("batch_first", [False, True])
def test_layout(kind, both, batch_first):
    layer = make(kind, 2, bidirectional=both, batch_first=batch_first)
    assert inspect.signature(nn.RNNBase).parameters["batch_first"].default is False
    assert not getattr(nn, kind)(D, H).batch_first
    x = draw(N, T, D)
    output, state = layer(x if batch_first else x.transpose(0, 1))
    shape = (N, T, H * (1 + both))
    assert output.shape == (shape if batch_first else (T, N, shape[2]))
    assert first(state).shape == (2 * (1 + both), N, H)
    at_end = output[:, -1] if batch_first else output[-1]
    close(first(state)[-1 - both], at_end[:, :H])


@says("layers/recurrent", "A state that is not passed starts as zeros.")
@says("layers/recurrent/carry_state", "zeros")
@kinds
def test_starts_as_zeros(kind):
    layer, x, zeros = make(kind), draw(N, T, D), torch.zeros(1, N, H).double()
    close(layer(x)[0], layer(x, (zeros, zeros) if kind == "LSTM" else zeros)[0])
    close(layer(x, None)[0], layer(x)[0])


@says(
    "layers/recurrent/rnn",
    "Without `h_0`, a tensor in the wrong layout runs without an error.",
)
@kinds
def test_wrong_layout(kind):
    layer, x = make(kind), draw(N, T, D)
    assert layer(x.transpose(0, 1))[0].shape == (T, N, H)
    assert not torch.allclose(layer(x.transpose(0, 1))[0].transpose(0, 1), layer(x)[0])
    h = torch.zeros(1, N, H).double()
    with pytest.raises(RuntimeError, match="Expected hidden"):
        layer(x.transpose(0, 1), (h, h) if kind == "LSTM" else h)


@says(
    "layers/recurrent/rnn",
    "`output` has the state at every step, `h_n` the last one.",
    "the state at every step",
)
@says("layers/recurrent/gru", "the state at every step")
@says("layers/recurrent/lstm", "h at every step")
@kinds
@given(steps=st.integers(1, T))
def test_output_has_every_step(kind, steps):
    layer, x = make(kind), draw(N, T, D)
    output, _ = layer(x)
    close(output[:, steps - 1], first(layer(x[:, :steps])[1])[0])


@says("layers/recurrent/lstm", "Returns `output, (h_n, c_n)` and takes the state as such a pair.")
def test_lstm_state_is_a_pair():
    lstm, x = make("LSTM"), draw(N, T, D)
    output, pair = lstm(x[:, :3])
    assert [s.shape for s in pair] == [(1, N, H)] * 2
    close(torch.cat((output, lstm(x[:, 3:], pair)[0]), 1), lstm(x)[0])


@says(
    "layers/recurrent/lstm",
    "Two biases of 0.5 keep the forget gate, rows H to 2*H, open at the start.",
    "of each layer and direction",
)
@pytest.mark.parametrize("layers", [1, 2])
@directions
def test_forget_gates_are_open(layers, both):
    lstm = make("LSTM", layers, bidirectional=both)
    names_of("layers/recurrent/lstm")["open_forget_gates"](lstm)
    state = torch.zeros(2, layers * (1 + both), 1, H).double().requires_grad_()
    c_n = lstm(torch.zeros(1, 1, D).double(), tuple(state))[1][1]
    (kept,) = torch.autograd.grad(c_n[: 1 + both].sum(), state)  # of c_0, what the gate lets pass
    close(kept[1, : 1 + both], torch.tensor(1.0).double().sigmoid().expand(1 + both, 1, H))
    for name, bias in lstm.named_parameters():
        if "bias" in name:
            assert bias[H : 2 * H].eq(0.5).all()
            assert bias[2 * H :].ne(0.5).all()


@says(
    "layers/recurrent/gru",
    "The reset gate multiplies the candidate's hidden part after its bias was added; other "
    "libraries may multiply $h$ first, and their weights do not carry over.",
)
def test_reset_gate_after_the_bias():
    gru, x, h = make("GRU"), draw(N, 1, D), draw(N, H)
    reads = (x[:, 0] @ gru.weight_ih_l0.T + gru.bias_ih_l0).chunk(3, 1)
    weights, biases = gru.weight_hh_l0.chunk(3), gru.bias_hh_l0.chunk(3)
    r, z = ((reads[i] + h @ weights[i].T + biases[i]).sigmoid() for i in (0, 1))
    after = torch.tanh(reads[2] + r * (h @ weights[2].T + biases[2]))
    first_h = torch.tanh(reads[2] + (r * h) @ weights[2].T + biases[2])
    output = gru(x, h[None])[0][:, 0]
    close(output, (1 - z) * after + z * h)
    assert not torch.allclose(output, (1 - z) * first_h + z * h, atol=1e-3)


@says(
    "layers/recurrent/cells",
    "A cell takes (N, D) and returns the new state; a layer runs the same step over the whole "
    "sequence in one call.",
    "The weights have the layer's names without `_l0`.",
)
@kinds
@pytest.mark.parametrize("bias", [True, False])
def test_cells(kind, bias):
    layer, cell = make(kind, bias=bias), getattr(nn, kind + "Cell")(D, H, bias).double()
    assert {f"{k}_l0" for k in cell.state_dict()} == set(layer.state_dict())
    cell.load_state_dict({k.removesuffix("_l0"): v for k, v in layer.state_dict().items()})
    x, state, seen = draw(N, T, D), None, []
    for t in range(T):
        state = cell(x[:, t], state)
        seen.append(first(state))
    assert first(state).shape == (N, H)
    close(layer(x)[0], torch.stack(seen, 1))


# stacked_bidirectional


@says(
    "layers/recurrent/stacked_bidirectional",
    "Each layer reads the output of the one below; `dropout` acts between them, not behind the "
    "last.",
)
@kinds
@directions
@pytest.mark.parametrize("layers", [2, 3])
def test_dropout_between_the_layers(kind, both, layers):
    layer = make(kind, layers, bidirectional=both, dropout=1.0)
    a, b = layer(draw(N, T, D))[0], layer(draw(N, T, D))[0]
    close(a, b)  # nothing passes between the layers
    assert a.ne(0).all()  # and nothing is dropped from the last
    x = draw(N, T, D)
    by_level, below = layer.eval()(x)[0], x
    for level in range(layers):
        one = getattr(nn, kind)(below.shape[2], H, batch_first=True, bidirectional=both).double()
        mine = {k: v for k, v in layer.state_dict().items() if f"_l{level}" in k}
        one.load_state_dict({k.replace(f"_l{level}", "_l0"): v for k, v in mine.items()})
        below = one(below)[0]
    close(by_level, below)


@says(
    "layers/recurrent/stacked_bidirectional",
    "`bidirectional=True` adds a second run from the end; `output` holds both, side by side.",
    "`h_n` lists layer 0 forward, layer 0 backward, layer 1 forward and so on.",
    "The backward run ends at the first position, so `output[:, -1]` is not the last state of both "
    "directions.",
    "forward and backward of the last layer",
    "Where they are in the output: forward at the end, backward at the start.",
    "Layer and direction are in the names of the weights.",
    "layer and direction",
    "last layer",
)
@kinds
def test_both_directions(kind):
    layer, x = make(kind, 2, bidirectional=True), draw(N, T, D)
    below, ends = x, []
    for level in range(2):
        runs = []
        for suffix, read in (("", below), ("_reverse", below.flip(1))):
            one = getattr(nn, kind)(below.shape[2], H, batch_first=True).double()
            one.load_state_dict(
                {
                    f"{name}_l0": layer.state_dict()[f"{name}_l{level}{suffix}"]
                    for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
                }
            )
            output, state = one(read)
            ends.append(first(state)[0])
            runs.append(output.flip(1) if suffix else output)
        below = torch.cat(runs, dim=2)
    output, state = layer(x)
    close(output, below)
    close(first(state), torch.stack(ends))
    close(first(state).view(2, 2, N, H)[-1], torch.stack(ends[2:]))  # layer, direction
    close(ends[2], output[:, -1, :H])
    close(ends[3], output[:, 0, H:])
    assert not torch.allclose(ends[3], output[:, -1, H:])


# carry_state


@says(
    "layers/recurrent/carry_state",
    "Pass the state of one piece to the next, and the result is that of the whole sequence, but "
    "not with `bidirectional=True`.",
)
@kinds
@given(sizes=st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_pieces_are_the_whole(kind, sizes):
    layer, x = make(kind, 2), draw(N, sum(sizes), D)
    state, pieces = None, []
    for piece in x.split(sizes, dim=1):
        output, state = layer(piece, state)
        pieces.append(output)
    whole, last = layer(x)
    close(torch.cat(pieces, 1), whole)
    close(first(state), first(last))
    both, x = make(kind, bidirectional=True), draw(N, T, D)
    start, state = both(x[:, :3])
    end, _ = both(x[:, 3:], state)
    assert not torch.allclose(torch.cat((start, end), 1), both(x)[0])


@says(
    "layers/recurrent/carry_state",
    "For training, `detach` the state between pieces: gradients then end at the piece's start "
    "(truncated backpropagation), and memory does not grow.",
)
@kinds
@pytest.mark.parametrize("detached", [True, False])
def test_detach_between_pieces(kind, detached):
    class Saved:
        def __init__(self, tensor):
            self.tensor = tensor.detach()

    def pack(tensor):
        held.add(saved := Saved(tensor))
        return saved

    layer, x, state = make(kind), draw(N, 6, D).requires_grad_(), None
    held, counts = weakref.WeakSet(), []
    with torch.autograd.graph.saved_tensors_hooks(pack, lambda saved: saved.tensor):
        for piece in x.split(1, dim=1):
            if detached and state is not None:
                state = tuple(s.detach() for s in state) if kind == "LSTM" else state.detach()
            output, state = layer(piece, state)
            counts.append(len(held))
        (grad,) = torch.autograd.grad(output.sum(), x)
    assert grad[:, 5:].ne(0).all()
    assert grad[:, :5].ne(0).any() == (not detached)
    assert (counts[-1] == counts[1]) == detached  # this piece's, and those of the last output


# packed_sequences, many_to_one

LENGTHS = st.lists(st.integers(1, 6), min_size=1, max_size=5)


@says(
    "layers/recurrent/packed_sequences",
    "A recurrent layer that reads a `PackedSequence` stops each sequence at its own end: `h_n` is "
    "the last valid state, also backwards, and no step is spent on padding.",
    "With `enforce_sorted=False` sorting and the way back are done for you.",
    "`pad_packed_sequence` fills up to the longest length, or to `total_length`.",
    "0 behind each end",
)
@kinds
@directions
@given(lengths=LENGTHS)
def test_packed_is_each_alone(kind, both, lengths):
    layer = make(kind, 2, bidirectional=both)
    sequences = [draw(length, D) for length in lengths]
    padded = pad_sequence(sequences, batch_first=True, padding_value=99.0)
    packed = pack_padded_sequence(padded, lengths, batch_first=True, enforce_sorted=False)
    assert len(packed.data) == sum(lengths)
    output, state = layer(packed)
    unpacked, back = pad_packed_sequence(output, batch_first=True)
    assert back.tolist() == lengths
    assert unpacked.shape[1] == max(lengths)
    longer, _ = pad_packed_sequence(output, batch_first=True, total_length=20)
    assert longer.shape[1] == 20
    for row, sequence in enumerate(sequences):
        alone, last = layer(sequence[None])
        close(unpacked[row, : lengths[row]], alone[0])
        close(first(state)[:, row], first(last)[:, 0])
        assert not unpacked[row, lengths[row] :].any()


@says(
    "layers/recurrent/packed_sequences",
    "Lengths are a list or a tensor on the CPU, none of them 0.",
    "for the lengths, if the default device is another",
)
@pytest.mark.parametrize(
    "lengths", [[3, 2], torch.tensor([3, 2]), torch.tensor([3, 2], dtype=torch.int32)]
)
def test_lengths(lengths):
    x = draw(2, 3, 1)
    assert pack_padded_sequence(x, lengths, batch_first=True).batch_sizes.tolist() == [2, 2, 1]
    with pytest.raises(RuntimeError, match="CPU int64 tensor"):
        pack_padded_sequence(x, torch.tensor([3, 2], device="meta"), batch_first=True)
    with pytest.raises(RuntimeError, match="greater than 0"):
        pack_padded_sequence(x, [3, 0], batch_first=True)
    with pytest.raises((RuntimeError, NotImplementedError)), torch.device("meta"):
        pack_sequence([torch.ones(3), torch.ones(2)])


@says(
    "layers/recurrent/packed_sequences",
    "`pack_sequence` packs a list directly; `unpad_sequence` returns one.",
    "every step once, in order of time",
    "filled up with 0",
)
@given(lengths=LENGTHS)
def test_lists_in_and_out(lengths):
    sequences = [torch.arange(1.0, n + 1) for n in lengths]
    packed = pack_sequence(sequences, enforce_sorted=False)
    assert packed.data.tolist() == sorted(torch.cat(sequences).tolist())
    padded = pad_sequence(sequences, batch_first=True)
    assert padded.eq(0).sum() == len(lengths) * max(lengths) - sum(lengths)
    for found, wanted in zip(
        unpad_sequence(padded, torch.tensor(lengths), batch_first=True), sequences, strict=True
    ):
        assert torch.equal(found, wanted)


@says(
    "layers/recurrent/many_to_one",
    "The padding of a batch must not count: `output[:, -1]` is a state from behind the end of the "
    "shorter sequences.",
    "Packed input gives the right state as `h_n[-1]`; without packing, pick step `length - 1` of "
    "each row.",
    "filled up with 0",
)
@kinds
@given(lengths=LENGTHS.filter(lambda found: len(set(found)) > 1))
def test_the_last_valid_step(kind, lengths):
    layer, sequences = make(kind, 2), [draw(length, D) for length in lengths]
    padded = pad_sequence(sequences, batch_first=True)
    packed = pack_padded_sequence(padded, lengths, batch_first=True, enforce_sorted=False)
    right = torch.stack([layer(s[None])[0][0, -1] for s in sequences])
    output = layer(padded)[0]
    close(first(layer(packed)[1])[-1], right)
    close(output[torch.arange(len(lengths)), torch.tensor(lengths) - 1], right)
    correct = torch.isclose(output[:, -1], right).all(1)
    assert correct.tolist() == [length == max(lengths) for length in lengths]


@says(
    "layers/recurrent/many_to_one",
    "For a bidirectional layer pack, and join `h_n[-2]` and `h_n[-1]`.",
)
@says("layers/recurrent/stacked_bidirectional", "for a classifier")
@kinds
def test_join_both_directions(kind):
    layer, lengths = make(kind, 2, bidirectional=True), [3, 5, 1]
    sequences = [draw(length, D) for length in lengths]
    packed = pack_sequence(sequences, enforce_sorted=False)
    h_n = first(layer(packed)[1])
    joined = torch.cat((h_n[-2], h_n[-1]), dim=1)
    for row, sequence in enumerate(sequences):
        alone = layer(sequence[None])[0][0]
        close(joined[row], torch.cat((alone[-1, :H], alone[0, H:])))
