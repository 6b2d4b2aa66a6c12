"""What the sentences of layers/attention say."""

import inspect
import warnings
from functools import cache

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn
from torch.utils._python_dispatch import TorchDispatchMode

N, HEADS, L, S, E = 2, 3, 4, 5, 6
OPTIONS = {"dim_feedforward": 8, "batch_first": True, "dropout": 0.0}


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


def draw(*shape):
    return torch.randn(*shape, dtype=torch.float64)


def close(found, expected):
    torch.testing.assert_close(found, expected, rtol=1e-9, atol=1e-10)


def same(a, b):
    return torch.allclose(a, b, rtol=1e-9, atol=1e-10)


def encoder(norm_first=False, layers=2, **options):
    layer = nn.TransformerEncoderLayer(E, HEADS, norm_first=norm_first, **{**OPTIONS, **options})
    return nn.TransformerEncoder(layer, layers, enable_nested_tensor=False).double()


def decoder(layers=2):
    return nn.TransformerDecoder(nn.TransformerDecoderLayer(E, HEADS, **OPTIONS), layers).double()


def make_mha(**options):
    mha = nn.MultiheadAttention(E, HEADS, batch_first=True, **options).double()
    nn.init.normal_(mha.out_proj.bias)
    return mha


@cache
def layer_reading(kind):
    """A layer as `read(query, memory, boolean mask of its keys or None)`: True is ignored."""
    if kind == "MultiheadAttention":
        mha = make_mha()
        return lambda q, m, mask=None: mha(q, m, m, attn_mask=mask)[0]
    if kind == "TransformerEncoderLayer":
        layer = encoder().layers[0]
        return lambda q, m, mask=None: layer(m, src_mask=mask)
    if kind == "TransformerEncoder":
        stack = encoder()
        return lambda q, m, mask=None: stack(m, mask=mask)
    if kind == "TransformerDecoderLayer":
        layer = decoder().layers[0]
        return lambda q, m, mask=None: layer(q, m, memory_mask=mask)
    if kind == "TransformerDecoder":
        stack = decoder()
        return lambda q, m, mask=None: stack(q, m, memory_mask=mask)
    both = nn.Transformer(E, HEADS, 1, 1, **OPTIONS).double()

    def read(q, m, mask=None):  # neither the encoder nor the decoder reads a hidden key
        return both(m, q, None if mask is None else mask[:1].expand(S, S), memory_mask=mask)

    return read


LAYERS = [
    "MultiheadAttention",
    "TransformerEncoderLayer",
    "TransformerEncoder",
    "TransformerDecoderLayer",
    "TransformerDecoder",
    "Transformer",
]
SELF = ("TransformerEncoderLayer", "TransformerEncoder")


@says("layers/attention", "The layers read (L, N, E) unless `batch_first=True`.")
@says(
    "layers/attention/multihead_attention",
    "The default layout is (L, N, E): set `batch_first=True`.",
)
@says(
    "layers/attention/transformer_encoder_layer",
    "The default layout is (S, N, E): set `batch_first=True`.",
)
@pytest.mark.parametrize("kind", ["mha", "encoder", "decoder", "both"])
def test_default_layout(kind):
    def make(**layout):
        if kind == "mha":
            mha = nn.MultiheadAttention(E, HEADS, **layout)
            return mha, lambda q, m: mha(q, m, m)[0]
        if kind == "encoder":
            layer = nn.TransformerEncoderLayer(E, HEADS, 8, 0.0, **layout)
            return layer, lambda q, m: layer(m)
        if kind == "decoder":
            layer = nn.TransformerDecoderLayer(E, HEADS, 8, 0.0, **layout)
            return layer, layer
        both = nn.Transformer(E, HEADS, 1, 1, 8, 0.0, **layout)
        return both, lambda q, m: both(m, q)

    (default, read), (first, read_first) = make(), make(batch_first=True)
    first.load_state_dict(default.state_dict())
    q, m = torch.randn(N, L, E), torch.randn(N, S, E)
    expected = read(q.transpose(0, 1), m.transpose(0, 1)).transpose(0, 1)
    torch.testing.assert_close(read_first(q, m), expected, atol=1e-5, rtol=1e-4)
    assert expected.shape[0] == N


@says(
    "layers/attention",
    "Without a causal mask none of them knows the order of the positions, and with one little of "
    "it: add an encoding of it.",
)
@says(
    "layers/attention/positional_encoding",
    "Without a causal mask attention treats its input as a set: shuffled positions give the same "
    "outputs, shuffled.",
)
@pytest.mark.parametrize("kind", LAYERS)
@given(order=st.permutations(range(S)), of_queries=st.permutations(range(L)))
def test_no_layer_knows_the_order(kind, order, of_queries):
    read, q, m = layer_reading(kind), draw(N, L, E), draw(N, S, E)
    y = read(q, m)
    expected = y[:, order] if kind in SELF else y[:, of_queries]
    close(read(q[:, of_queries], m[:, order]), expected)
    mha, causal = make_mha(), torch.ones(S, S).triu(1).bool()
    back, forth = (mha(x, x, x, attn_mask=causal)[0] for x in (m.flip(1), m))
    assert not same(back.flip(1), forth)


@says("layers/attention", "Boolean masks mean opposite things in the function and in the layers.")
@says(
    "layers/attention/masks",
    "In `F.scaled_dot_product_attention` a boolean mask says which keys take part.",
    "In `MultiheadAttention` and everything with Transformer in its name, True says which are "
    "ignored: invert the mask with `~`.",
    "True takes part in the function, is left out in the layers.",
    "In the function the mask is the other way round.",
    "True is hidden",
)
@pytest.mark.parametrize("kind", ["function", *LAYERS])
@given(marked=st.integers(0, S - 1))
def test_true_in_a_mask(kind, marked):
    """A change of the marked key is seen by the function alone, of another by the layers alone."""
    mask = torch.zeros(S if kind in SELF else L, S, dtype=torch.bool)
    mask[:, marked] = True
    if kind == "function":

        def read(q, m, mask):
            return F.scaled_dot_product_attention(q, m, m, attn_mask=mask)

    else:
        read = layer_reading(kind)
    q, m = draw(N, L, E), draw(N, S, E)
    y = read(q, m, mask)
    for key in (marked, (marked + 1) % S):
        changed = m.clone()
        changed[:, key] += 1 + draw(E)
        seen = ~torch.isclose(read(q, changed, mask), y).all(-1)
        if kind in SELF:  # without the key's own position, which keeps its input
            seen = seen[:, [position for position in range(S) if position != key]]
        assert seen.any() == ((key == marked) == (kind == "function"))


# scaled_dot_product_attention


@says(
    "layers/attention/scaled_dot_product_attention",
    "a weighted mean of the values.",
    "The weights come from how well a query fits each key.",
    "Dimensions in front, such as batch and heads, are carried along.",
    "as many features as you like",
    "those of value",
)
@pytest.mark.parametrize("lead", [(), (N,), (N, HEADS), (2, N, HEADS)])
@given(features=st.integers(1, 8))
def test_weighted_mean_of_the_values(lead, features):
    q, k, v = draw(*lead, L, E), draw(*lead, S, E), draw(*lead, S, features)
    y = F.scaled_dot_product_attention(q, k, v)
    assert y.shape == (*lead, L, features)
    for row, out in enumerate(y.view(-1, L, features)):
        q1, k1, v1 = (x.view(-1, *x.shape[-2:])[row] for x in (q, k, v))
        weights = torch.stack([(k1 * one).sum(1) / E**0.5 for one in q1]).exp()
        close(out, weights @ v1 / weights.sum(1, keepdim=True))


@says(
    "layers/attention/scaled_dot_product_attention",
    "`is_causal=True` hides the positions after the query's own, counted from the first.",
)
@pytest.mark.parametrize("keys", [1, 2, 4, 7])
def test_causal_is_counted_from_the_first(keys):
    q, k, v = draw(N, L, E), draw(N, keys, E), draw(N, keys, 3)
    y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
    for t in range(L):
        alone = F.scaled_dot_product_attention(q[:, t : t + 1], k[:, : t + 1], v[:, : t + 1])
        close(y[:, t], alone[:, 0])


@says(
    "layers/attention/scaled_dot_product_attention",
    "A boolean `attn_mask` is True where a key takes part; a float mask $M$ is added to the "
    "scores.",
    "True takes part",
)
def test_masks_of_the_function():
    q, k, v = draw(N, L, E), draw(N, S, E), draw(N, S, 3)
    keep, added = torch.rand(L, S) < 0.5, draw(L, S)
    keep[:, 0] = True
    scores = q @ k.mT / E**0.5
    found = F.scaled_dot_product_attention(q, k, v, attn_mask=keep)
    weights = scores.exp() * keep
    close(found, weights @ v / weights.sum(-1, keepdim=True))
    found = F.scaled_dot_product_attention(q, k, v, attn_mask=added)
    close(found, (scores + added).softmax(-1) @ v)


@says(
    "layers/attention/scaled_dot_product_attention",
    "`dropout_p` acts in eval mode too: pass 0.0 there.",
)
@pytest.mark.parametrize(("p", "differs"), [(0.0, False), (0.5, True)])
def test_dropout_p_acts_in_eval(p, differs):
    class Attend(nn.Module):
        def forward(self, x):
            return F.scaled_dot_product_attention(x, x, x, dropout_p=p)

    model, x = Attend().eval(), draw(N, HEADS, 8, E)
    assert torch.equal(model(x), model(x)) != differs


@says(
    "layers/attention/scaled_dot_product_attention",
    "A query of zeros likes all keys equally and takes the mean.",
    "By hand: each row of weights sums to 1.",
)
@given(keys=st.integers(1, 8))
def test_zero_query_takes_the_mean(keys):
    k, v = draw(N, HEADS, keys, E), draw(N, HEADS, keys, 2)
    even = torch.zeros(N, HEADS, L, E).double()
    expected = v.mean(-2, keepdim=True).expand(N, HEADS, L, 2)
    close(F.scaled_dot_product_attention(even, k, v), expected)
    ones = torch.ones_like(v)  # a mean of ones is 1
    close(F.scaled_dot_product_attention(draw(N, HEADS, L, E), k, ones), torch.ones_like(expected))


# multihead_attention


class Operations(TorchDispatchMode):
    def __init__(self):
        super().__init__()
        self.names = []

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        self.names.append(str(function))
        return function(*args, **(kwargs or {}))


@says(
    "layers/attention/multihead_attention",
    "Returns a pair, output and weights; the weights are the mean over the heads unless "
    "`average_attn_weights=False`, and `need_weights=False` lets a fused kernel run.",
    "each row sums to 1",
    "weights of each head",
)
@pytest.mark.parametrize("training", [True, False])
def test_weights_of_multihead_attention(training):
    mha, q, m = make_mha().train(training), draw(N, L, E), draw(N, S, E)
    y, weights = mha(q, m, m)
    per_head = mha(q, m, m, average_attn_weights=False)[1]
    assert per_head.shape == (N, HEADS, L, S)
    close(per_head.mean(1), weights)
    close(weights.sum(-1), torch.ones(N, L).double())
    with Operations() as slow:
        mha(q, m, m)
    with Operations() as fused:
        again, none = mha(q, m, m, need_weights=False)
    close(again, y)
    assert none is None
    assert not any("scaled_dot_product" in name for name in slow.names)
    assert any("_scaled_dot_product_flash_attention" in name for name in fused.names)


@says(
    "layers/attention/multihead_attention",
    "Projects query, key and value, splits the E features into heads, attends in each, joins them "
    "and projects again.",
    "By hand: a head is a slice of E // heads features.",
    "for query, key, value",
)
@pytest.mark.parametrize("heads", [1, 2, 3, 6])
def test_multihead_attention_by_hand(heads):
    mha = nn.MultiheadAttention(E, heads, batch_first=True).double()
    q, k, v = draw(N, L, E), draw(N, S, E), draw(N, S, E)
    size, joined = E // heads, []
    projected = [x @ w.T for x, w in zip((q, k, v), mha.in_proj_weight.chunk(3), strict=True)]
    for head in range(heads):
        qh, kh, vh = (x[..., head * size : (head + 1) * size] for x in projected)
        joined.append((qh @ kh.mT / size**0.5).softmax(-1) @ vh)
    close(mha(q, k, v)[0], torch.cat(joined, -1) @ mha.out_proj.weight.T)


# masks


@says("layers/attention/masks", "A float mask is added to the scores in both.")
@pytest.mark.parametrize("kind", LAYERS)
def test_float_masks_are_added(kind):
    """Minus infinity is True; a constant changes nothing; and it is no factor."""
    size = S if kind in SELF else L
    read, q, m = layer_reading(kind), draw(N, L, E), draw(N, S, E)
    hidden = torch.rand(size, S) < 0.3
    hidden[:, 0] = False
    added = torch.zeros(size, S).double().masked_fill(hidden, -torch.inf)
    close(read(q, m, added), read(q, m, hidden))
    close(read(q, m, torch.full((size, S), 7.0).double()), read(q, m))
    close(read(q, m, added + 3), read(q, m, added))
    assert not same(read(q, m, draw(size, S)), read(q, m))


@says(
    "layers/attention/masks",
    "`key_padding_mask` (N, S) is one row per sample, `attn_mask` (L, S) is for all, or "
    "(N * heads, L, S).",
    "True is padding",
)
@pytest.mark.parametrize("sample", range(N))
@pytest.mark.parametrize("head", range(HEADS))
def test_shapes_of_masks(sample, head):
    mha, q, m = make_mha(), draw(N, L, E), draw(N, S, E)

    def hidden(**masks):
        return mha(q, m, m, average_attn_weights=False, **masks)[1].eq(0)

    padding = torch.rand(N, S) < 0.5
    padding[:, head] = False
    assert torch.equal(
        hidden(key_padding_mask=padding), padding[:, None, None].expand(N, HEADS, L, S)
    )
    one = torch.rand(L, S) < 0.5
    one[:, head] = False
    assert torch.equal(hidden(attn_mask=one), one.expand(N, HEADS, L, S))
    many = torch.zeros(N * HEADS, L, S, dtype=torch.bool)
    many[sample * HEADS + head, :, 1:] = True
    assert torch.equal(hidden(attn_mask=many), many.view(N, HEADS, L, S))
    assert hidden(attn_mask=many)[sample, head, :, 1:].all()


@says(
    "layers/attention/masks",
    "A query with every key masked becomes NaN where weights are returned, and on the fast path "
    "of inference, but 0 in a nested tensor.",
    "Nothing left to read.",
)
@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("grad", [True, False])
@pytest.mark.parametrize("weights", [True, False])
def test_every_key_masked(weights, grad, training):
    mha = nn.MultiheadAttention(4, 2, batch_first=True).train(training)
    x, nothing = torch.randn(N, S, 4), torch.ones(N, S, dtype=torch.bool)
    with torch.set_grad_enabled(grad):
        y = mha(x, x, x, key_padding_mask=nothing, need_weights=weights)[0]
    fast = not training and not grad
    assert y.isnan().all() == (weights or fast)
    assert y.isfinite().all() == (not weights and not fast)


@says(
    "layers/attention/masks",
    "A query with every key masked becomes NaN where weights are returned, and on the fast path "
    "of inference, but 0 in a nested tensor.",
)
@pytest.mark.filterwarnings("ignore:The PyTorch API of nested tensors")
@pytest.mark.parametrize("nested", [True, False])
def test_every_key_of_a_row_masked_in_the_encoder(nested):
    layer = nn.TransformerEncoderLayer(4, 2, 8, batch_first=True)
    stack = nn.TransformerEncoder(layer, 2, enable_nested_tensor=nested).eval()
    padding = torch.tensor([[True] * 3, [False] * 3])
    with torch.no_grad():
        empty, full = stack(torch.randn(2, 3, 4), src_key_padding_mask=padding)
    assert empty.eq(0).all() if nested else empty.isnan().all()
    assert full.isfinite().all()


@says(
    "layers/attention/masks",
    "0 or minus infinity",
    "As numbers to add.",
    "equal positions: equal weights for all that take part",
)
@given(size=st.integers(1, 6))
def test_causal_mask_as_numbers(size):
    found = nn.Transformer.generate_square_subsequent_mask(size)
    later = torch.arange(size) > torch.arange(size)[:, None]
    assert torch.equal(found == -torch.inf, later)
    assert found[~later].eq(0).all()
    x = torch.ones(1, size, 4)
    weights = nn.MultiheadAttention(4, 2, batch_first=True)(x, x, x, attn_mask=found)[1][0]
    torch.testing.assert_close(weights, (~later) / (~later).sum(1, keepdim=True))


# positional_encoding


@says(
    "layers/attention/positional_encoding",
    "So a pattern of the position $t$ is added to the embeddings: sines and cosines whose "
    "wavelength grows with the feature.",
    "one row per position",
    "embeddings",
)
@pytest.mark.parametrize("features", [2, 5, 8])
def test_positional_encoding(features):
    kind = names_of("layers/attention/positional_encoding")["PositionalEncoding"]
    model, x = kind(features, 500), torch.randn(N, 20, features)
    assert torch.equal(model(x), x + model.table[:20])
    t, waves = torch.arange(500.0), []
    for feature, column in enumerate(model.table.T):
        waves.append(2 * torch.pi * 10000 ** ((feature - feature % 2) / features))
        angle = 2 * torch.pi * t / waves[-1]
        wanted = angle.cos() if feature % 2 else angle.sin()
        torch.testing.assert_close(column, wanted, atol=1e-4, rtol=0)
    assert waves == sorted(waves)
    assert "table" in model.state_dict()


@says("layers/attention/positional_encoding", "No layer of `torch.nn` does it.")
def test_no_layer_adds_positions():
    assert not [name for name in dir(nn) if "posit" in name.lower() or "rotary" in name.lower()]
    layers = nn.Transformer(E, HEADS, 1, 1, 8).modules()
    assert not any(isinstance(m, nn.Embedding) or list(m.buffers()) for m in layers)


@says(
    "layers/attention/positional_encoding",
    "A learned `nn.Embedding(max_length, E)` of the positions does as well, up to `max_length`.",
    "Without it, attention cannot tell an order from its reverse.",
)
def test_learned_positions():
    positions, mha, x = nn.Embedding(S, E).double(), make_mha(), draw(N, S, E)

    def attend(x, learned):
        x = x + positions(torch.arange(x.shape[1])) if learned else x
        return mha(x, x, x)[0]

    for learned in (False, True):
        reverse = attend(x.flip(1), learned).flip(1)
        assert same(reverse, attend(x, learned)) != learned
    with pytest.raises(IndexError):
        attend(draw(N, S + 1, E), learned=True)


# transformer layers


@says(
    "layers/attention/transformer_encoder_layer",
    "Each half is added to its input and normalized.",
    "no dropout",
)
@pytest.mark.parametrize("norm_first", [True, False])
@pytest.mark.parametrize("activation", ["relu", "gelu"])
def test_encoder_layer_by_hand(norm_first, activation):
    layer = nn.TransformerEncoderLayer(
        E, HEADS, 8, 0.5, activation, batch_first=True, norm_first=norm_first
    )
    layer = layer.double().eval()

    def attend(x):
        return layer.self_attn(x, x, x)[0]

    def network(x):
        return layer.linear2(getattr(F, activation)(layer.linear1(x)))

    x = draw(N, S, E)
    if norm_first:
        h = x + attend(layer.norm1(x))
        expected = h + network(layer.norm2(h))
    else:
        h = layer.norm1(x + attend(x))
        expected = layer.norm2(h + network(h))
    close(layer(x), expected)
    close(layer(x), layer(x))


@says(
    "layers/attention/transformer_encoder_layer",
    "The defaults are those of 2017: `norm_first=False` normalizes after the addition, "
    '`activation="relu"`, `dim_feedforward=2048` whatever the model\'s size, `dropout=0.1`.',
    'Many later models use `norm_first=True` and `activation="gelu"`.',
    "K is dim_feedforward",
)
@pytest.mark.parametrize("size", [4, 64])
def test_defaults_of_the_encoder_layer(size):
    layer = nn.TransformerEncoderLayer(size, 2)
    assert layer.norm_first is False
    assert layer.activation is F.relu
    assert layer.linear1.weight.shape == (2048, size)
    assert layer.dropout.p == layer.self_attn.dropout == 0.1
    layer = nn.TransformerEncoderLayer(size, 2, 8, norm_first=True, activation="gelu")
    assert layer.linear1.weight.shape == (8, size)
    assert layer.activation is F.gelu


@says(
    "layers/attention/transformer_encoder",
    "Takes one layer and copies it, so all start with the same weights: initialize the stack "
    "again, as here.",
    "a stack of encoder layers.",
)
@pytest.mark.parametrize("count", [2, 4])
def test_encoder_copies_its_layer(count):
    layer = nn.TransformerEncoderLayer(E, HEADS, **OPTIONS)
    stack = nn.TransformerEncoder(layer, count, enable_nested_tensor=False)
    assert len(stack.layers) == count
    for copy in stack.layers:
        assert copy is not layer
        state = copy.state_dict()
        assert all(torch.equal(state[k], v) for k, v in layer.state_dict().items())
    encoder = names_of("layers/attention/transformer_encoder")["encoder"]
    a, b, _ = (layer.state_dict() for layer in encoder.layers)
    assert not any(torch.equal(a[k], b[k]) for k in a if a[k].dim() > 1)


@says(
    "layers/attention/transformer_encoder",
    "`src_key_padding_mask` is True at padding; a causal `mask` makes it a language model.",
    "Finite numbers in the padding do not matter to the valid positions; NaN does.",
    "Causal: a position sees itself and those before it.",
    "True is padding",
)
@pytest.mark.parametrize("norm_first", [True, False])
@given(at=st.integers(1, S - 1))
def test_masks_of_the_encoder(norm_first, at):
    stack, x = encoder(norm_first), draw(N, S, E)
    changed = x.clone()
    changed[:, at] += 1 + draw(E)
    padding = torch.arange(S).eq(at).expand(N, S)
    before, after = (stack(y, src_key_padding_mask=padding) for y in (x, changed))
    close(before[~padding], after[~padding])
    broken = x.masked_fill(padding.unsqueeze(-1), torch.nan)
    assert stack(broken, src_key_padding_mask=padding)[~padding].isnan().any()
    assert not same(stack(changed)[~padding], stack(x)[~padding])
    causal = torch.ones(S, S).triu(1).bool()
    moved = ~torch.isclose(stack(x, mask=causal), stack(changed, mask=causal)).all(-1)
    assert torch.equal(moved, (torch.arange(S) >= at).expand(N, S))


@says(
    "layers/attention/transformer_encoder",
    "`enable_nested_tensor=False` keeps a warning away.",
)
@pytest.mark.parametrize("enable", [True, False])
@pytest.mark.parametrize("norm_first", [True, False])
def test_nested_tensor_warns(enable, norm_first):
    layer = nn.TransformerEncoderLayer(4, 2, norm_first=norm_first, **OPTIONS)
    padding = torch.tensor([[False, True, True], [False, False, True]])
    with warnings.catch_warnings(record=True) as seen, torch.inference_mode():
        warnings.simplefilter("always")
        torch.set_warn_always(True)
        try:
            stack = nn.TransformerEncoder(layer, 2, enable_nested_tensor=enable).eval()
            y = stack(torch.randn(2, 3, 4), src_key_padding_mask=padding)
        finally:
            torch.set_warn_always(False)
    assert bool([w for w in seen if "nested" in str(w.message)]) == enable
    assert y.shape == (2, 3, 4)


@says(
    "layers/attention/transformer_decoder",
    "The target needs a causal `tgt_mask`: without it a position sees the word it has to predict.",
    "With the mask, a change at the last position leaves those before it alone.",
    "True is hidden",
    "embedded, shifted right",
)
@pytest.mark.parametrize("masked", [True, False])
def test_decoder_sees_the_next_word(masked):
    """Position t predicts what the input has at t + 1."""
    stack, target, memory = decoder(), draw(N, L, E), draw(N, S, E)
    mask = torch.ones(L, L).triu(1).bool() if masked else None
    changed = target.clone()
    changed[:, -1] += 1 + draw(E)
    before, after = (stack(x, memory, tgt_mask=mask)[:, :-1] for x in (target, changed))
    assert same(before, after) == masked


@says(
    "layers/attention/transformer_decoder",
    "Self-attention over what is written so far, attention to `memory`, the encoder's output, then "
    "a small network.",
    "from the encoder",
)
@pytest.mark.parametrize("seed", range(3))
def test_decoder_layer_by_hand(seed):
    torch.manual_seed(seed)
    layer, x, memory = decoder().layers[0], draw(N, L, E), draw(N, S, E)
    causal = torch.ones(L, L).triu(1).bool()
    h = layer.norm1(x + layer.self_attn(x, x, x, attn_mask=causal)[0])
    h = layer.norm2(h + layer.multihead_attn(h, memory, memory)[0])
    expected = layer.norm3(h + layer.linear2(layer.linear1(h).relu()))
    close(layer(x, memory, tgt_mask=causal), expected)


@says(
    "layers/attention/transformer_decoder",
    "Pass the encoder's padding mask as `memory_key_padding_mask` too.",
    "The padding of the memory is hidden by its own mask.",
    "True is padding",
)
@pytest.mark.parametrize("given_to_decoder", [True, False])
def test_decoder_needs_the_padding_mask(given_to_decoder):
    both, x, target = (
        nn.Transformer(E, HEADS, 1, 1, **OPTIONS).double(),
        draw(N, S, E),
        draw(N, L, E),
    )
    padding = torch.tensor([[False] * S, [False] * (S - 2) + [True] * 2])
    masks = {"src_key_padding_mask": padding}
    if given_to_decoder:
        masks["memory_key_padding_mask"] = padding
    changed = x.clone()
    changed[1, -2:] = 100
    assert same(both(x, target, **masks), both(changed, target, **masks)) == given_to_decoder


@says(
    "layers/attention/transformer_decoder",
    "A model that only writes has no memory: it is a `TransformerEncoder` with a causal mask.",
)
@pytest.mark.parametrize("layers", [1, 3])
def test_a_decoder_demands_a_memory(layers):
    with pytest.raises(TypeError, match="memory"):
        decoder(layers)(draw(N, L, E))
    memory = inspect.signature(nn.TransformerDecoder.forward).parameters["memory"]
    assert memory.default is inspect.Parameter.empty
    stack, x, causal = encoder(layers=layers), draw(N, S, E), torch.ones(S, S).triu(1).bool()
    close(stack(x, mask=causal)[:, :2], stack(x[:, :2], mask=causal[:2, :2]))


@says(
    "layers/attention/transformer",
    "A reference implementation, by its own documentation, of the two stacks: embeddings, "
    "positions and the layer that gives word scores are yours.",
    "encoder and decoder in one module.",
)
def test_transformer_is_two_stacks():
    assert "a reference implementation" in " ".join(nn.Transformer.__doc__.split())
    model = nn.Transformer(E, HEADS, 1, 1, 8, batch_first=True)
    assert [name for name, _ in model.named_children()] == ["encoder", "decoder"]
    y = model(torch.randn(N, S, E), torch.randn(N, L, E))
    assert y.shape == (N, L, E)
    with pytest.raises(RuntimeError):
        model(torch.ones(N, S).long(), torch.ones(N, L).long())


@says(
    "layers/attention/transformer",
    "The default layout is (T, N, E), and no mask is made for you.",
    "The decoder reads the target shifted by one, so position t predicts word t + 1.",
    "scores of the next word",
)
def test_transformer_makes_no_mask():
    model, source, target = nn.Transformer(E, HEADS, 1, 1, 8, 0.0), draw(S, N, E), draw(L, N, E)
    model, changed = model.double(), target.clone()
    changed[-1] += 1 + draw(E)
    assert model(source, target).shape == (L, N, E)
    assert not same(model(source, target)[0], model(source, changed)[0])
    names = names_of("layers/attention/transformer")
    target, read, predict = (names[name] for name in ("target", "read", "predict"))
    for t in range(read.shape[1]):
        assert torch.equal(read[:, t], target[:, t])
        assert torch.equal(predict[:, t], target[:, t + 1])
