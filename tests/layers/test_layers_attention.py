"""Attention and transformer layers in NumPy, against the library, in float64."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from cheatsheet.catalog import SNIPPETS

rng = np.random.default_rng(0)
N, HEADS, L, S, E = 2, 3, 4, 5, 6


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


def draw(*shape):
    return rng.standard_normal(shape)


def agree(found, expected):
    torch.testing.assert_close(found.detach(), torch.from_numpy(expected), rtol=1e-9, atol=1e-12)


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def attention(q, k, v, added=0.0):
    weights = softmax(q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1]) + added)
    return weights @ v, weights


def minus_infinity(hidden):
    return np.where(hidden, -np.inf, 0.0)


KEEP = np.array(
    [[1, 0, 1, 1, 0], [0, 1, 0, 0, 0], [1, 1, 1, 1, 1], [0, 0, 0, 1, 1]], dtype=bool
)  # (L, S)
FLOAT_MASK = rng.standard_normal((L, S))


@pytest.mark.parametrize("lead", [(), (N,), (N, HEADS)])
@pytest.mark.parametrize("mask", ["none", "bool", "float", "causal"])
def test_scaled_dot_product_attention(lead, mask):
    q, k, v = draw(*lead, L, E), draw(*lead, S, E), draw(*lead, S, 7)
    # Causal is counted from the first position, also where L and S differ.
    later = np.arange(S) > np.arange(L)[:, None]
    added, given = {
        "none": (0.0, {}),
        "bool": (minus_infinity(~KEEP), {"attn_mask": torch.from_numpy(KEEP)}),
        "float": (FLOAT_MASK, {"attn_mask": torch.from_numpy(FLOAT_MASK)}),
        "causal": (minus_infinity(later), {"is_causal": True}),
    }[mask]
    found = F.scaled_dot_product_attention(*map(torch.from_numpy, (q, k, v)), **given)
    agree(found, attention(q, k, v, added)[0])


def multihead(mha, query, key, value, added=0.0):
    """Project, split, attend, join, project: heads one by one."""
    w, b = mha.in_proj_weight.detach().numpy(), mha.in_proj_bias.detach().numpy()
    q, k, v = (
        x @ w[i * E : (i + 1) * E].T + b[i * E : (i + 1) * E]
        for i, x in enumerate((query, key, value))
    )
    size = E // mha.num_heads
    outputs, weights = [], []
    for head in range(mha.num_heads):
        part = slice(head * size, (head + 1) * size)
        y, each = attention(q[..., part], k[..., part], v[..., part], added)
        outputs.append(y)
        weights.append(each)
    out = mha.out_proj
    joined = np.concatenate(outputs, axis=-1) @ out.weight.detach().numpy().T
    return joined + out.bias.detach().numpy(), np.stack(weights, axis=1)


def make_mha(**options):
    mha = nn.MultiheadAttention(E, HEADS, batch_first=True, **options).double()
    nn.init.normal_(mha.in_proj_bias)  # they start at 0, and a zero hides a mistake
    nn.init.normal_(mha.out_proj.bias)
    return mha


PADDING = np.array([[0, 0, 0, 0, 1], [0, 0, 1, 1, 0]], dtype=bool)  # (N, S), True is ignored


@pytest.mark.parametrize("mask", ["none", "attn", "float", "padding", "both"])
def test_multihead_attention(mask):
    mha = make_mha()
    query, key, value = draw(N, L, E), draw(N, S, E), draw(N, S, E)
    attn, padding = minus_infinity(~KEEP), minus_infinity(PADDING)[:, None]
    # In `both` no query is left without a key.
    some = np.array([[0, 0, 0, 1, 0]] * L, dtype=bool)
    added, given = {
        "none": (0.0, {}),
        "attn": (attn, {"attn_mask": torch.from_numpy(~KEEP)}),
        "float": (FLOAT_MASK, {"attn_mask": torch.from_numpy(FLOAT_MASK)}),
        "padding": (padding, {"key_padding_mask": torch.from_numpy(PADDING)}),
        "both": (
            minus_infinity(some) + padding,
            {
                "attn_mask": torch.from_numpy(some),
                "key_padding_mask": torch.from_numpy(PADDING),
            },
        ),
    }[mask]
    inputs = [torch.from_numpy(x) for x in (query, key, value)]
    expected, weights = multihead(mha, query, key, value, added)
    found, mean = mha(*inputs, **given)
    agree(found, expected)
    agree(mean, weights.mean(1))
    agree(mha(*inputs, average_attn_weights=False, **given)[1], weights)
    agree(mha(*inputs, need_weights=False, **given)[0], expected)


def test_masks_are_opposite():
    """What the function keeps is what the layer has to be told to ignore."""
    mha = nn.MultiheadAttention(E, 1, bias=False, batch_first=True).double()
    with torch.no_grad():
        mha.in_proj_weight.copy_(torch.eye(E).repeat(3, 1))
        mha.out_proj.weight.copy_(torch.eye(E))
    query, key = torch.from_numpy(draw(N, L, E)), torch.from_numpy(draw(N, S, E))
    keep = torch.from_numpy(KEEP)
    expected = F.scaled_dot_product_attention(query, key, key, attn_mask=keep)
    agree(mha(query, key, key, attn_mask=~keep)[0], expected.numpy())


def test_masks_causal():
    later = np.arange(L) > np.arange(L)[:, None]
    expected = torch.from_numpy(minus_infinity(later)).float()
    found = nn.Transformer.generate_square_subsequent_mask(L)
    torch.testing.assert_close(found, expected)


@pytest.mark.parametrize("features", [4, 10])
def test_positional_encoding(features):
    namespace = {}
    path = SNIPPETS / "layers/attention/positional_encoding.py"
    source = path.read_text(encoding="utf-8").split("\nmodel = ")[0]  # up to the class
    exec(compile(source, str(path), "exec"), namespace)
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    try:
        model = namespace["PositionalEncoding"](features, 50)
    finally:
        torch.set_default_dtype(before)
    expected = np.empty((50, features))
    for t in range(50):
        for i in range(features // 2):
            angle = t / 10000 ** (2 * i / features)
            expected[t, 2 * i], expected[t, 2 * i + 1] = np.sin(angle), np.cos(angle)
    agree(model.table, expected)
    x = draw(N, 20, features)
    agree(model(torch.from_numpy(x)), x + expected[:20])


def layer_norm(norm, x):
    mean = x.mean(-1, keepdims=True)
    var = ((x - mean) ** 2).mean(-1, keepdims=True)
    weight, bias = norm.weight.detach().numpy(), norm.bias.detach().numpy()
    return (x - mean) / np.sqrt(var + norm.eps) * weight + bias


def linear(layer, x):
    return x @ layer.weight.detach().numpy().T + layer.bias.detach().numpy()


def feed_forward(layer, x):
    return linear(layer.linear2, np.maximum(linear(layer.linear1, x), 0))


def make_layer(kind, norm_first):
    layer = kind(E, HEADS, dim_feedforward=8, batch_first=True, norm_first=norm_first)
    layer = layer.double().eval()
    for parameter in layer.parameters():
        nn.init.normal_(parameter)
    return layer


@pytest.mark.parametrize("norm_first", [False, True])
def test_transformer_encoder_layer(norm_first):
    layer = make_layer(nn.TransformerEncoderLayer, norm_first)
    x = draw(N, S, E)
    padding = minus_infinity(PADDING)[:, None]
    if norm_first:
        h = layer_norm(layer.norm1, x)
        h = x + multihead(layer.self_attn, h, h, h, padding)[0]
        expected = h + feed_forward(layer, layer_norm(layer.norm2, h))
    else:
        h = layer_norm(layer.norm1, x + multihead(layer.self_attn, x, x, x, padding)[0])
        expected = layer_norm(layer.norm2, h + feed_forward(layer, h))
    found = layer(torch.from_numpy(x), src_key_padding_mask=torch.from_numpy(PADDING))
    agree(found, expected)


@pytest.mark.parametrize("norm_first", [False, True])
def test_transformer_decoder_layer(norm_first):
    layer = make_layer(nn.TransformerDecoderLayer, norm_first)
    x, memory = draw(N, L, E), draw(N, S, E)
    later = np.arange(L) > np.arange(L)[:, None]
    causal, padding = minus_infinity(later), minus_infinity(PADDING)[:, None]
    if norm_first:
        h = layer_norm(layer.norm1, x)
        x1 = x + multihead(layer.self_attn, h, h, h, causal)[0]
        h = layer_norm(layer.norm2, x1)
        x2 = x1 + multihead(layer.multihead_attn, h, memory, memory, padding)[0]
        expected = x2 + feed_forward(layer, layer_norm(layer.norm3, x2))
    else:
        h = layer_norm(layer.norm1, x + multihead(layer.self_attn, x, x, x, causal)[0])
        read = multihead(layer.multihead_attn, h, memory, memory, padding)[0]
        h = layer_norm(layer.norm2, h + read)
        expected = layer_norm(layer.norm3, h + feed_forward(layer, h))
    found = layer(
        torch.from_numpy(x),
        torch.from_numpy(memory),
        tgt_mask=torch.from_numpy(later),
        memory_key_padding_mask=torch.from_numpy(PADDING),
    )
    agree(found, expected)
