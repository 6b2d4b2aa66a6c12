"""What the introduction of layers says."""

import inspect

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence

N, T, D, E, K, C, H, W, L = 2, 6, 4, 8, 3, 4, 12, 10, 12
VECTORS, IMAGES, WORDS, FILM = (N, D), (N, C, H, W), (N, T, E), (N, C, 4, H, W)
ONE, TWO = nn.TransformerEncoderLayer(E, 2, 16), nn.TransformerDecoderLayer(E, 2, 16)
FIRST = {"batch_first": True}


def run(layer, *shapes):
    return layer(*(torch.rand(shape) for shape in shapes))


@says(
    "layers",
    "every feature from every feature | `Linear` | (N, D) | (N, K)",
    "one feature vector from two | `Bilinear` | (N, D), (N, E) | (N, K)",
    "vectors from images, and back | `Flatten`, `Unflatten` | (N, C, H, W) | (N, CHW)",
    "less overfitting | `Dropout`, `Dropout2d`, `AlphaDropout` | any | the same",
    "how alike two vectors are | `CosineSimilarity`, `PairwiseDistance` | (N, D), (N, D) | (N,)",
    "a layer that does nothing | `Identity` | any | the same",
    "input sizes filled in by the first batch | `LazyLinear` and others | (N, D) | (N, K)",
    "features of a signal or sequence | `Conv1d` | (N, C, L) | (N, K, L')",
    "features of an image | `Conv2d` | (N, C, H, W) | (N, K, H', W')",
    "features of a video or volume | `Conv3d` | (N, C, D, H, W) | (N, K, D', H', W')",
    "a wider or a cheaper convolution | `dilation=`, `groups=` | (N, C, H, W) | (N, K, H', W')",
    "a larger image, learned | `ConvTranspose2d` | (N, C, H, W) | (N, K, H', W')",
    "a smaller image | `MaxPool2d`, `AvgPool2d`, `LPPool2d` | (N, C, H, W) | (N, C, H', W')",
    "a given size from any image | `AdaptiveAvgPool2d` | (N, C, H, W) | (N, C, 1, 1)",
    "stable training of a convolutional net | `BatchNorm2d`, `GroupNorm` | (N, C, H, W) | the same",
    "stable training of a transformer | `LayerNorm`, `RMSNorm` | (N, T, D) | the same",
    "style taken out of an image | `InstanceNorm2d` | (N, C, H, W) | the same",
    "every position from every position | `MultiheadAttention`, "
    "`scaled_dot_product_attention` | (N, T, E) | (N, T, E)",
    "a sequence encoded | `TransformerEncoder` | (N, S, E) | (N, S, E)",
    "a sequence made from another | `Transformer` | (N, S, E), (N, T, E) | (N, T, E)",
    "the same, from encoded states | `TransformerDecoder` | (N, T, E), (N, S, E) | (N, T, E)",
    "a larger image, interpolated | `Upsample` | (N, C, H, W) | (N, C, rH, rW)",
    "a larger image from channels | `PixelShuffle` | (N, Crr, H, W) | (N, C, rH, rW)",
    "groups of channels mixed | `ChannelShuffle` | (N, C, H, W) | the same",
    "patches of an image, and back | `Unfold`, `Fold` | (N, C, H, W) | (N, Ckk, L)",
    "a border | `ZeroPad2d`, `ReflectionPad2d`, `ReplicationPad2d`, `CircularPad2d` | "
    "(N, C, H, W) | (N, C, H+2p, W+2p)",
    "layers one after the other | `Sequential` | of the first layer | of the last layer",
)
@pytest.mark.parametrize(
    ("layer", "inputs", "output"),
    [
        (nn.Linear(D, K), [VECTORS], (N, K)),
        (nn.Bilinear(D, E, K), [VECTORS, (N, E)], (N, K)),
        (nn.Flatten(), [IMAGES], (N, C * H * W)),
        (nn.Unflatten(1, (C, H, W)), [(N, C * H * W)], IMAGES),
        *[(nn.Dropout(), [shape], shape) for shape in ((), (3,), VECTORS, FILM)],
        *[(nn.AlphaDropout(), [shape], shape) for shape in ((), (3,), VECTORS, FILM)],
        (nn.Dropout2d(), [IMAGES], IMAGES),
        (nn.CosineSimilarity(), [VECTORS, VECTORS], (N,)),
        (nn.PairwiseDistance(), [VECTORS, VECTORS], (N,)),
        *[(nn.Identity(), [shape], shape) for shape in ((), VECTORS, FILM)],
        (nn.LazyLinear(K), [VECTORS], (N, K)),
        (nn.Conv1d(C, K, 3), [(N, C, L)], (N, K, 10)),
        (nn.Conv2d(C, K, 3), [IMAGES], (N, K, 10, 8)),
        (nn.Conv3d(C, K, 3), [FILM], (N, K, 2, 10, 8)),
        (nn.Conv2d(C, K, 3, dilation=2), [IMAGES], (N, K, 8, 6)),
        (nn.Conv2d(C, 8, 3, groups=2), [IMAGES], (N, 8, 10, 8)),
        (nn.ConvTranspose2d(C, K, 2, stride=2), [IMAGES], (N, K, 2 * H, 2 * W)),
        (nn.MaxPool2d(2), [IMAGES], (N, C, 6, 5)),
        (nn.AvgPool2d(2), [IMAGES], (N, C, 6, 5)),
        (nn.LPPool2d(2, 2), [IMAGES], (N, C, 6, 5)),
        *[(nn.AdaptiveAvgPool2d(1), [(N, C, h, 7)], (N, C, 1, 1)) for h in (1, 5, 30)],
        (nn.BatchNorm2d(C), [IMAGES], IMAGES),
        (nn.GroupNorm(2, C), [IMAGES], IMAGES),
        (nn.LayerNorm(E), [WORDS], WORDS),
        (nn.RMSNorm(E), [WORDS], WORDS),
        (nn.InstanceNorm2d(C), [IMAGES], IMAGES),
        (lambda x: nn.MultiheadAttention(E, 2, **FIRST)(x, x, x)[0], [WORDS], WORDS),
        (lambda x: F.scaled_dot_product_attention(x, x, x), [WORDS], WORDS),
        (nn.TransformerEncoder(ONE, 1, enable_nested_tensor=False), [WORDS], WORDS),
        (nn.Transformer(E, 2, 1, 1, 16, **FIRST), [(N, 5, E), WORDS], WORDS),
        (nn.TransformerDecoder(nn.TransformerDecoderLayer(E, 2, 16, **FIRST), 1),
         [WORDS, (N, 5, E)], WORDS),
        (nn.Upsample(scale_factor=3), [IMAGES], (N, C, 3 * H, 3 * W)),
        (nn.PixelShuffle(2), [(N, 3 * 4, H, W)], (N, 3, 2 * H, 2 * W)),
        (nn.ChannelShuffle(2), [IMAGES], IMAGES),
        (nn.Unfold(2), [IMAGES], (N, C * 4, 99)),
        (nn.Fold((H, W), 2), [(N, C * 4, 99)], IMAGES),
        *[(kind(2), [IMAGES], (N, C, H + 4, W + 4)) for kind in
          (nn.ZeroPad2d, nn.ReflectionPad2d, nn.ReplicationPad2d, nn.CircularPad2d)],
        (nn.Sequential(nn.Linear(D, 7), nn.Linear(7, K)), [VECTORS], (N, K)),
    ],
)  # fmt: skip
def test_inputs_and_outputs_of_the_table(layer, inputs, output):
    assert run(layer, *inputs).shape == output


@says(
    "layers",
    "vectors for word or category numbers | `Embedding` | (N, T) int64 | (N, T, D)",
    "one vector for a bag of numbers | `EmbeddingBag` | (N, T) int64 | (N, D)",
)
def test_numbers_become_vectors():
    tokens = torch.zeros(N, T, dtype=torch.int64)
    assert nn.Embedding(5, D)(tokens).shape == (N, T, D)
    assert nn.EmbeddingBag(5, D)(tokens).shape == (N, D)


@says(
    "layers",
    "max pooling undone | `MaxUnpool2d` | (N, C, H', W') | (N, C, H, W)",
)
def test_max_pooling_undone():
    small, indices = nn.MaxPool2d(2, return_indices=True)(torch.rand(IMAGES))
    assert nn.MaxUnpool2d(2)(small, indices).shape == IMAGES


@says(
    "layers",
    "a state along a sequence | `LSTM`, `GRU`, `RNN` | (N, T, D) | (N, T, H) and the last state",
    "the same, one step at a time | `LSTMCell`, `GRUCell`, `RNNCell` | (N, D) | (N, H)",
)
@pytest.mark.parametrize("kind", ["LSTM", "GRU", "RNN"])
def test_recurrent_layers_and_cells(kind):
    output, state = getattr(nn, kind)(D, 5, **FIRST)(torch.zeros(N, T, D))
    assert output.shape == (N, T, 5)
    last = state[0] if kind == "LSTM" else state
    assert last[0].equal(output[:, -1])
    step = getattr(nn, kind + "Cell")(D, 5)(torch.zeros(N, D))
    assert (step[0] if kind == "LSTM" else step).shape == (N, 5)


@says(
    "layers",
    "sequences of several lengths | `pack_padded_sequence` | (N, T, D), lengths | `PackedSequence`",
)
def test_sequences_of_several_lengths():
    packed = pack_padded_sequence(torch.zeros(N, T, D), [T, 2], **FIRST)
    assert isinstance(packed, PackedSequence)


@says(
    "layers",
    "the order of a sequence | sinusoidal positions | (N, T, E) | (N, T, E)",
)
def test_positions_keep_the_shape():
    encode = names_of("layers/attention/positional_encoding")["PositionalEncoding"]
    assert encode(features=E, max_length=50)(torch.zeros(WORDS)).shape == WORDS


@says(
    "layers",
    "layers in a list or a dictionary | `ModuleList`, `ModuleDict` | any | any",
    "a learned tensor of your own | `Parameter` | none | any",
    "Layers in a plain Python list are not trained.",
)
@pytest.mark.parametrize("box", [nn.ModuleList, nn.ModuleDict, list, nn.Parameter])
def test_what_is_trained(box):
    model = nn.Module()
    layers = [nn.Linear(2, 2)]
    model.held = {
        nn.ModuleList: lambda: nn.ModuleList(layers),
        nn.ModuleDict: lambda: nn.ModuleDict({"a": layers[0]}),
        list: lambda: layers,
        nn.Parameter: lambda: nn.Parameter(torch.ones(2)),
    }[box]()
    assert bool(list(model.parameters())) is (box is not list)


READ_TIME_FIRST = {
    "LSTM": lambda **o: nn.LSTM(E, E, **o),
    "GRU": lambda **o: nn.GRU(E, E, **o),
    "RNN": lambda **o: nn.RNN(E, E, **o),
    "MultiheadAttention": lambda **o: Self(**o),
    "TransformerEncoderLayer": lambda **o: nn.TransformerEncoderLayer(E, 2, 16, **o),
}  # fmt: skip


class Self(nn.MultiheadAttention):
    def __init__(self, **options):
        super().__init__(E, 2, **options)

    def forward(self, x):
        return super().forward(x, x, x)


@says(
    "layers",
    "The batch comes first everywhere but in the recurrent and attention layers: they "
    "read (T, N, D) unless `batch_first=True`, and the wrong order can pass unnoticed.",
)
@pytest.mark.parametrize("name", [*READ_TIME_FIRST, "Linear", "LayerNorm", "Conv1d", "MaxPool1d"])
def test_where_the_batch_comes_first(name):
    """A change in the first row of dimension 0 reaches the other rows where that is time."""

    def reaches(layer):
        x = torch.rand(5, 6, E)
        changed = x.clone()
        changed[0] = torch.rand(6, E)
        before, after = (layer.eval()(value) for value in (x, changed))
        if isinstance(before, tuple):
            before, after = before[0], after[0]
        return not torch.allclose(before[1:], after[1:], atol=1e-6)

    if name in READ_TIME_FIRST:
        assert reaches(READ_TIME_FIRST[name]())
        assert not reaches(READ_TIME_FIRST[name](**FIRST))
    else:
        arguments = {"Conv1d": (6, 3, 2), "MaxPool1d": (2,)}.get(
            name, (E, 3)[: 1 + (name == "Linear")]
        )
        assert not reaches(getattr(nn, name)(*arguments))


@says(
    "layers",
    "The channel is dimension 1 in convolutions, pooling and batch norm; the features "
    "are the last dimension in `Linear`, `LayerNorm` and attention.",
)
@given(c=st.integers(2, 5))
def test_channels_and_features(c):
    x = torch.rand(3, c, 6, 6)
    normed = nn.BatchNorm2d(c)(x)
    torch.testing.assert_close(normed.mean((0, 2, 3)), torch.zeros(c), atol=1e-5, rtol=0)
    assert nn.MaxPool2d(6)(x).flatten(1).equal(x.amax((2, 3)))
    assert nn.Conv2d(c, 7, 1)(x).shape == (3, 7, 6, 6)
    row = torch.rand(3, 4, 2 * c)
    assert nn.Linear(2 * c, 7)(row).shape == (3, 4, 7)
    torch.testing.assert_close(
        nn.LayerNorm(2 * c)(row).mean(-1), torch.zeros(3, 4), atol=1e-5, rtol=0
    )
    assert nn.MultiheadAttention(2 * c, 2)(row, row, row)[0].shape == row.shape


@says(
    "layers",
    "Dropout (also that inside recurrent layers and attention), `RReLU`, batch norm, "
    "and instance norm with running statistics behave differently in training and in "
    "eval mode.",
)
def test_which_layers_read_the_mode():
    def reads_the_mode(kind):
        owners = [k for k in kind.__mro__ if k is not nn.Module and "torch.nn" in k.__module__]
        codes = [getattr(f, "__code__", None) for k in owners for f in vars(k).values()]
        return any(code is not None and "training" in code.co_names for code in codes)

    kinds = {
        name
        for name, kind in vars(nn).items()
        if inspect.isclass(kind) and issubclass(kind, nn.Module) and not name.startswith("Lazy")
    }
    found = {name for name in kinds if reads_the_mode(getattr(nn, name))}
    dropout = {
        "Dropout",
        "Dropout1d",
        "Dropout2d",
        "Dropout3d",
        "AlphaDropout",
        "FeatureAlphaDropout",
        "LSTM",
        "GRU",
        "RNN",
        "MultiheadAttention",
    }
    norms = {f"{norm}Norm{n}d" for norm in ("Batch", "Instance") for n in (1, 2, 3)}
    # In the encoder it decides which code runs, no more; its dropout is a layer.
    others = {"RReLU", "SyncBatchNorm", "TransformerEncoder", "TransformerEncoderLayer"}
    assert found == dropout | norms | others
    x = torch.rand(4, 3, 8) * 9 - 5
    for tracks, differs in ((True, True), (False, False)):
        norm = nn.InstanceNorm1d(3, track_running_stats=tracks)
        assert (not norm(x).equal(norm.eval()(x))) is differs
    for layer in (nn.RReLU(), nn.BatchNorm1d(3), nn.Dropout()):
        assert not layer(x).equal(layer.eval()(x))
