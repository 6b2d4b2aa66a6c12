"""What language/blocks says, and each of its formulas with plain loops, in float64."""

import cmath
import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.nn.attention.flex_attention import create_block_mask, flex_attention
from torch.utils.flop_counter import FlopCounterMode

SEEDS = range(3)


def entry(name, **inputs):
    return names_of(f"language/blocks/{name}", None, **inputs)


def attention(q, k, v, keep, bias=None):
    """Attention of one head with loops; a row that may read nothing gives 0."""
    out = np.zeros((len(q), v.shape[1]))
    for i in range(len(q)):
        seen = [j for j in range(len(k)) if keep[i][j]]
        scores = [q[i] @ k[j] / math.sqrt(q.shape[1]) for j in seen]
        if bias is not None:
            scores = [s + bias[i][j] for s, j in zip(scores, seen, strict=True)]
        weights = [math.exp(s) for s in scores]
        for j, w in zip(seen, weights, strict=True):
            out[i] += w / sum(weights) * v[j]
    return out


def causal(T):
    return [[j <= i for j in range(T)] for i in range(T)]


def drawn(seed, *shape):
    return torch.from_numpy(np.random.default_rng(seed).standard_normal(shape))


def agree(found, expected, rtol=1e-9, atol=1e-12):
    np.testing.assert_allclose(found.detach(), expected, rtol=rtol, atol=atol)


# Attention and its masks

CAUSAL = entry("causal_attention")["CausalAttention"]


@says(
    "language/blocks/causal_attention",
    "One projection makes queries, keys and values; each head takes a slice of the features.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_causal_attention(seed):
    torch.manual_seed(seed)
    attend = CAUSAL(width=6, heads=3).double()
    x = drawn(seed, 2, 5, 6)
    W, out = (layer.weight.detach().numpy() for layer in (attend.qkv, attend.out))
    for text, y in zip(x.numpy(), attend(x), strict=True):
        q, k, v = np.split(text @ W.T, 3, axis=1)
        heads = [slice(n, n + 2) for n in (0, 2, 4)]
        each = [attention(q[:, h], k[:, h], v[:, h], causal(5)) for h in heads]
        agree(y, np.concatenate(each, axis=1) @ out.T)


@says(
    "language/blocks/causal_attention",
    "`is_causal=True` needs no mask from you, and a row of T tokens gives T predictions at once.",
    "A change of one token leaves all before it as they were: this is the test to write for your "
    "own block.",
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_change_reaches_no_earlier_token(place):
    torch.manual_seed(place)
    attend = CAUSAL(width=6, heads=3)
    x = torch.randn(2, 5, 6)
    other = x.clone()
    other[:, place] += 1
    differs = (attend(x) - attend(other)).abs().amax(dim=(0, 2)) > 1e-5
    assert differs.tolist() == [t >= place for t in range(5)]
    for t in range(1, 6):  # the row of t tokens by itself
        torch.testing.assert_close(attend(x[:, :t]), attend(x)[:, :t])


@says(
    "language/blocks/causal_attention",
    "Dropout of `scaled_dot_product_attention` does not follow `eval()`.",
)
def test_dropout_of_the_function_knows_no_mode():
    class Attend(nn.Module):
        def forward(self, q):
            return F.scaled_dot_product_attention(q, q, q, dropout_p=0.5)

    model, q = Attend().eval(), torch.randn(1, 20, 4)
    assert not model(q).equal(model(q))


@says(
    "language/blocks/padding_and_causal",
    "A key counts if it is no padding and not in the future.",
    "With padding on the left its own rows have nothing to read; `scaled_dot_product_attention` "
    "gives 0 there.",
)
@given(lengths=st.lists(st.integers(0, 5), min_size=2, max_size=2), seed=st.integers(0, 99))
def test_both_masks(lengths, seed):
    real = torch.arange(5) >= 5 - torch.tensor(lengths).unsqueeze(1)
    left = entry("padding_and_causal", real=real)
    for n, i, j in np.ndindex(2, 5, 5):
        assert left["keep"][n, 0, i, j] == (j <= i and bool(real[n, j]))
    q, k, v = drawn(seed, 3, 2, 5, 4)
    y = F.scaled_dot_product_attention(q[:, None], k[:, None], v[:, None], left["keep"])
    for n in range(2):
        agree(y[n, 0], attention(q[n].numpy(), k[n].numpy(), v[n].numpy(), left["keep"][n, 0]))
        assert not y[n, 0, ~real[n]].any()


@says(
    "language/blocks/padding_and_causal",
    "Padding on the right needs no mask at all: it is the future of every real token.",
)
@pytest.mark.parametrize("length", [1, 3, 5])
def test_padding_on_the_right_is_the_future(length):
    q, k, v = drawn(length, 3, 1, 5, 4)
    y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
    alone = [part[:, :length] for part in (q, k, v)]
    torch.testing.assert_close(
        y[:, :length], F.scaled_dot_product_attention(*alone, is_causal=True)
    )


@says(
    "language/blocks/sliding_window",
    "A query sees itself and the W - 1 tokens before it.",
    "Depth widens the view: after L layers a position depends on L(W - 1) earlier ones.",
)
@given(T=st.integers(2, 9), W=st.integers(1, 5), L=st.integers(1, 3))
def test_sliding_window(T, W, L):
    left = entry("sliding_window", T=T, W=W)
    for i, j in np.ndindex(T, T):
        assert left["keep"][i, j] == (j in range(i - W + 1, i + 1))
    x = first = torch.randn(T, 3, dtype=torch.float64, requires_grad=True)
    for _ in range(L):
        x = F.scaled_dot_product_attention(x[None], x[None], x[None], left["keep"])[0]
    (slope,) = torch.autograd.grad(x[-1].sum(), first)
    reached = min(T - 1, L * (W - 1))
    assert slope.any(dim=1).tolist() == [T - 1 - j <= reached for j in range(T)]


@says(
    "language/blocks/sliding_window",
    "The mask alone saves no time: all scores are still computed.",
)
@pytest.mark.parametrize("W", [1, 16])
def test_a_mask_saves_no_operation(W):
    q, keep = torch.randn(1, 64, 8), torch.ones(64, 64).tril().triu(1 - W).bool()
    counts = []
    for mask in (keep, torch.ones(64, 64).bool()):
        with sdpa_kernel(SDPBackend.MATH), FlopCounterMode(display=False) as counter:
            F.scaled_dot_product_attention(q, q, q, mask)
        counts.append(counter.get_total_flops())
    assert counts[0] == counts[1] == 2 * 2 * 64 * 64 * 8


FLEX = entry("flex_attention")


@says(
    "language/blocks/flex_attention",
    "`score_mod` changes a score, `mask_mod` says which pairs take part.",
    "Both get the numbers of batch, head, query and key as tensors: write them with `&`, `|` and "
    "`torch.where`, not with `and` or `if`.",
)
def test_what_the_functions_get():
    got = []

    def mask(b, h, i, j):
        got.append((b, h, i, j))
        return i >= j

    def score(score, b, h, i, j):
        return 2 * score if all(map(torch.is_tensor, (b, h, i, j))) else score

    create_block_mask(mask, None, None, 6, 6, device="cpu")
    assert [[*map(torch.is_tensor, numbers)] for numbers in got] == [[True] * 4]
    q, k, v = drawn(0, 3, 1, 2, 6, 4).float()
    blocks = create_block_mask(lambda b, h, i, j: i >= j, None, None, 6, 6, device="cpu")
    y = flex_attention(q, k, v, score_mod=score, block_mask=blocks)
    torch.testing.assert_close(y, F.scaled_dot_product_attention(2 * q, k, v, is_causal=True))
    with pytest.raises(RuntimeError, match="data-dependent control flow"):
        create_block_mask(lambda b, h, i, j: i >= j and i < 3, None, None, 6, 6, device="cpu")


@says(
    "language/blocks/flex_attention",
    "`create_block_mask` finds blocks of 128 × 128 in which nothing takes part; compiled, the "
    "kernel skips them.",
)
@pytest.mark.parametrize("blocks", [2, 3, 4])
def test_empty_blocks(blocks):
    T = 128 * blocks
    mask = create_block_mask(lambda b, h, i, j: i >= j, None, None, T, T, device="cpu")
    assert mask.BLOCK_SIZE == (128, 128)
    whole = torch.ones(T, T).tril().unflatten(1, (blocks, 128)).unflatten(0, (blocks, 128))
    there = whole.amax(dim=(1, 3))
    assert mask.to_dense()[0, 0].equal(there.to(mask.to_dense().dtype))
    assert mask.sparsity() == pytest.approx(100 * (1 - there.mean().item()))


@says("language/blocks/flex_attention", "Uncompiled, as here, all scores are made.")
@pytest.mark.parametrize("T", [256, 512])
def test_uncompiled_scores_are_all_made(T):
    q = torch.randn(1, 1, T, 8)
    blocks = create_block_mask(lambda b, h, i, j: i == j, None, None, T, T, device="cpu")
    assert blocks.sparsity() == 100 * (1 - 128 / T)
    with torch.profiler.profile(profile_memory=True) as profile:
        flex_attention(q, q, q, block_mask=blocks)
    assert max(event.self_cpu_memory_usage for event in profile.events()) >= 4 * T * T


@says("language/blocks/flex_attention", "On the CPU it has no backward pass.")
def test_no_backward_on_the_cpu():
    q = torch.randn(1, 1, 6, 4, requires_grad=True)
    with pytest.raises(NotImplementedError, match="backward on CPU"):
        flex_attention(q, q, q)
    x = q.detach()
    torch.testing.assert_close(flex_attention(x, x, x), F.scaled_dot_product_attention(x, x, x))


# Positions


@says(
    "language/blocks/learned_positions",
    "The row of position t is added to the vector of the token at t, as in GPT-2.",
    "The table ends at the longest text of training, and a longer one is refused.",
    "Pass positions of your own where a text does not begin at 0: packed documents, padding on the "
    "left, or tokens one by one.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_learned_positions(seed):
    torch.manual_seed(seed)
    embed = entry("learned_positions")["Embed"](V=9, longest=6, E=3)
    ids = torch.randint(9, (2, 6))
    x = embed(ids)
    for n, t in np.ndindex(2, 6):
        row = embed.token.weight[ids[n, t]] + embed.place.weight[t]
        torch.testing.assert_close(x[n, t], row)
        torch.testing.assert_close(embed(ids[n : n + 1, t : t + 1], torch.tensor([t]))[0, 0], row)
    position = torch.tensor([[0, 1, 2, 0, 1, 0], [0, 0, 0, 1, 2, 3]])
    packed = embed(ids, position)
    torch.testing.assert_close(packed, embed.token(ids) + embed.place(position))
    with pytest.raises(IndexError):
        embed(torch.zeros(1, 7, dtype=torch.int64))


ROTATE = entry("rotary")["rotate"]


@says(
    "language/blocks/rotary",
    r"Feature i and feature i + D/2 are a point in the plane; position t turns it by $t \theta_i$, "
    "fast for the first pairs and slowly for the last.",
)
@pytest.mark.parametrize("D", [2, 6, 8])
def test_rotary(D):
    x = drawn(D, 5, D)
    position = torch.tensor([0, 1, 2, 50, 51])
    expected = np.zeros((5, D))
    for n, i in np.ndindex(5, D // 2):
        theta = 10000 ** (-2 * i / D)
        turned = complex(x[n, i], x[n, i + D // 2]) * cmath.exp(1j * position[n].item() * theta)
        expected[n, i], expected[n, i + D // 2] = turned.real, turned.imag
    agree(ROTATE(x, position), expected, rtol=2e-5, atol=2e-5)  # angles are float32
    assert ROTATE(x[:1], position[:1]).equal(x[:1])


@says(
    "language/blocks/rotary",
    "Turned so, the score of a query and a key depends on how far apart they stand, not on where.",
    "Lengths stay, nothing is learnt, values are not turned.",
)
@given(i=st.integers(0, 200), j=st.integers(0, 200), by=st.integers(0, 300), seed=st.integers(0, 9))
def test_the_score_depends_on_the_distance(i, j, by, seed):
    q, k = drawn(seed, 2, 1, 8)

    def score(i, j):
        return (ROTATE(q, torch.tensor([i])) * ROTATE(k, torch.tensor([j]))).sum()

    torch.testing.assert_close(score(i, j), score(i + by, j + by), rtol=1e-3, atol=1e-3)
    torch.testing.assert_close(ROTATE(q, torch.tensor([i])).norm(), q.norm(), rtol=1e-5, atol=0)


@says(
    "language/blocks/rotary",
    "Some weights pair neighbours (2i, 2i + 1) instead: the two kinds do not mix.",
)
@pytest.mark.parametrize("D", [4, 8])
def test_the_two_kinds_of_pairs(D):
    q, k = drawn(0, 2, 6, D)
    position = torch.arange(6)

    def neighbours(x):
        pairs = torch.view_as_complex(x.unflatten(-1, (-1, 2)).contiguous())
        theta = 10000.0 ** (-torch.arange(D // 2) * 2 / D)
        turns = torch.polar(torch.ones(6, D // 2), position.unsqueeze(1) * theta)
        return torch.view_as_real(pairs * turns).flatten(-2)

    order = torch.arange(D).view(-1, 2).T.flatten()  # even features, then odd ones
    torch.testing.assert_close(
        ROTATE(q[:, order], position), neighbours(q)[:, order], rtol=1e-5, atol=1e-5
    )
    assert not torch.allclose(
        ROTATE(q, position) @ ROTATE(k, position).T, neighbours(q) @ neighbours(k).T, atol=1e-2
    )


@says(
    "language/blocks/rotary",
    "Angles are taken in float32: bfloat16 cannot count beyond 256.",
)
@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_angles_are_float32(dtype):
    assert torch.arange(258).bfloat16()[257] == 256
    assert torch.arange(257).bfloat16().long().equal(torch.arange(257))
    x = torch.ones(1, 8, dtype=dtype)
    turned = ROTATE(x, torch.tensor([257]))
    assert turned.dtype == dtype
    expected = ROTATE(x.float(), torch.tensor([257])).to(dtype)
    torch.testing.assert_close(turned, expected)
    torch.set_default_dtype(dtype)
    try:
        torch.testing.assert_close(ROTATE(x, torch.tensor([257])), expected)
    finally:
        torch.set_default_dtype(torch.float32)


@says(
    "language/blocks/alibi",
    "No positions at the input: each head takes its slope times the distance off the score.",
    "Heads with a steep slope look near, those with a flat one far.",
    "The bias goes into the mask as numbers, with minus infinity in the future.",
    "It has no table that ends, so longer texts are possible.",
)
@pytest.mark.parametrize(("H", "T"), [(2, 4), (4, 6), (8, 5)])
def test_alibi(H, T):
    left = entry("alibi", H=H, T=T)
    q, k, v = drawn(T, 3, 1, H, T, 4)
    y = F.scaled_dot_product_attention(q, k, v, attn_mask=left["bias"].double())
    far = []
    for h in range(H):
        slope = 2 ** (-8 * (h + 1) / H)
        assert left["slope"][h].item() == pytest.approx(slope)
        bias = [[-slope * (i - j) for j in range(T)] for i in range(T)]
        parts = (part[0, h].numpy() for part in (q, k, v))
        agree(y[0, h], attention(*parts, causal(T), bias), rtol=1e-6, atol=1e-7)
        weights = left["bias"][h].softmax(dim=-1)[-1]  # of equal scores
        far.append((weights * torch.arange(T).flip(0)).sum().item())
    assert far == sorted(far)


# Heads and networks


@says(
    "language/blocks/grouped_queries",
    "A cache of keys and values is smaller by the number of queries a group.",
    "Group g of the queries reads head g of the keys: with `enable_gqa=True` no copy is written in "
    "your code, and the result is that of `repeat_interleave`.",
    "`repeat` of several heads is another order, and wrong.",
    "One head for all is multi-query attention.",
    "The number of key heads has to divide that of the query heads.",
)
@pytest.mark.parametrize(("H", "G"), [(6, 2), (6, 3), (4, 1), (4, 4)])
def test_grouped_queries(H, G):
    q, (k, v) = drawn(H, 1, H, 5, 4), drawn(G, 2, 1, G, 5, 4)
    y = F.scaled_dot_product_attention(q, k, v, is_causal=True, enable_gqa=True)
    for h in range(H):
        g = h * G // H
        agree(y[0, h], attention(q[0, h].numpy(), k[0, g].numpy(), v[0, g].numpy(), causal(5)))
    for dtype in (torch.float32, torch.bfloat16):
        a, b, c = (part.to(dtype) for part in (q, k, v))
        many = [part.repeat_interleave(H // G, dim=1) for part in (b, c)]
        torch.testing.assert_close(
            F.scaled_dot_product_attention(a, b, c, enable_gqa=True),
            F.scaled_dot_product_attention(a, *many),
        )
    wrong = [part.repeat(1, H // G, 1, 1) for part in (k, v)]
    same = torch.allclose(F.scaled_dot_product_attention(q, *wrong, is_causal=True), y)
    assert same == (G in (1, H))
    assert q.numel() / k.numel() == H / G
    if G == 4:
        with pytest.raises(RuntimeError):
            F.scaled_dot_product_attention(q, k[:, :3], v[:, :3], enable_gqa=True)


SWIGLU = entry("swiglu")["SwiGLU"]


@says(
    "language/blocks/swiglu",
    "Two projections up, one through SiLU as a gate of the other, and one down.",
    "No biases.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_swiglu(seed):
    torch.manual_seed(seed)
    network = SWIGLU(width=6, multiple=2).double()
    x = drawn(seed, 4, 6)
    gate, up, down = (p.detach().numpy() for p in network.parameters())
    expected = np.zeros((4, 6))
    for n, e in np.ndindex(4, 6):
        for h in range(len(gate)):
            a, b = gate[h] @ x[n].numpy(), up[h] @ x[n].numpy()
            expected[n, e] += down[e, h] * a / (1 + math.exp(-a)) * b
    agree(network(x), expected)
    assert not [name for name, _ in network.named_parameters() if "bias" in name]


@says(
    "language/blocks/swiglu",
    "Three matrices in place of two: with a hidden width of 8/3 E instead of 4 E the number of "
    "weights is that of the plain network.",
    "Round it up to a multiple that suits the hardware.",
)
@pytest.mark.parametrize("width", [48, 96, 4096])
def test_the_weights_of_swiglu(width):
    with torch.device("meta"):
        count = sum(p.numel() for p in SWIGLU(width, multiple=1).parameters())
        hidden = SWIGLU(width, multiple=256).gate.out_features
    assert count == pytest.approx(2 * 4 * width**2, rel=0.01)
    assert hidden % 256 == 0
    assert 0 <= hidden - 8 * width / 3 < 256


BLOCK = entry("pre_norm_block")["Block"]


@says(
    "language/blocks/pre_norm_block",
    "The sum x is never normalised itself: it runs through all blocks, and so does its gradient.",
)
@pytest.mark.parametrize("scale", [1, 100])
def test_pre_norm_block(scale):
    torch.manual_seed(scale)
    block = BLOCK(width=4, heads=2, hidden=6).double()
    x = scale * drawn(scale, 1, 3, 4)
    weights = {name: p.detach().numpy() for name, p in block.named_parameters()}

    def norm(x, weight):
        return x / np.sqrt((x**2).mean(1, keepdims=True) + np.finfo(float).eps) * weight

    h = x[0].numpy()
    q, k, v = np.split(norm(h, weights["norm1.weight"]) @ weights["qkv.weight"].T, 3, axis=1)
    heads = [slice(0, 2), slice(2, 4)]
    each = [attention(q[:, s], k[:, s], v[:, s], causal(3)) for s in heads]
    h = h + np.concatenate(each, axis=1) @ weights["out.weight"].T
    a = norm(h, weights["norm2.weight"])
    gate = a @ weights["gate.weight"].T
    hidden = gate / (1 + np.exp(-gate)) * (a @ weights["up.weight"].T)
    agree(block(x)[0], h + hidden @ weights["down.weight"].T)


@says(
    "language/blocks/pre_norm_block",
    "Start the two matrices that write into it small, or at 0: the block then begins as the "
    "identity.",
)
@pytest.mark.parametrize("depth", [1, 6])
def test_a_block_begins_as_the_identity(depth):
    torch.manual_seed(0)
    blocks = nn.Sequential(*[BLOCK(width=8, heads=2, hidden=16) for _ in range(depth)])
    for block in blocks:
        nn.init.zeros_(block.out.weight)
        nn.init.zeros_(block.down.weight)
    x = torch.randn(2, 3, 8, requires_grad=True)
    assert blocks(x).equal(x)
    (slope,) = torch.autograd.grad(blocks(x).sum(), x)
    assert slope.equal(torch.ones_like(x))


# Whole models

SMALL = entry("small_gpt")


@says(
    "language/blocks/small_gpt",
    "Token and position tables, pre-norm blocks, a last norm, and a head that is the token table.",
    "With the defaults it has the shape of the smallest GPT-2, counted here on the meta device, "
    "which holds no numbers.",
)
def test_the_parameters_of_gpt2():
    shapes = {name: tuple(p.shape) for name, p in SMALL["large"].named_parameters()}
    expected = {"token.weight": (50257, 768), "place.weight": (1024, 768)}
    rows = {"norm1": (768,), "qkv": (2304, 768), "out": (768, 768), "norm2": (768,),
            "up": (3072, 768), "down": (768, 3072)}  # fmt: skip
    for layer in range(12):
        for name, shape in rows.items():
            expected[f"blocks.{layer}.{name}.weight"] = shape
            expected[f"blocks.{layer}.{name}.bias"] = shape[:1]
    expected |= {"norm.weight": (768,), "norm.bias": (768,)}
    assert shapes == expected
    assert sum(map(math.prod, shapes.values())) == 124_439_808
    assert SMALL["large"].head.weight is SMALL["large"].token.weight
    assert all(p.is_meta for p in SMALL["large"].parameters())


@says(
    "language/blocks/small_gpt",
    "Weights begin at a standard deviation of 0.02; the matrices that write into the sum are "
    "smaller by the root of their number, 2L, so that the sum does not grow with depth.",
    "The first loss is then near log V.",
    "the weights of norms stay 1",
)
@pytest.mark.parametrize("layers", [2, 8])
def test_the_start_of_a_gpt(layers):
    torch.manual_seed(layers)
    config = SMALL["Config"](vocabulary=65, longest=32, width=64, heads=4, layers=layers)
    model = SMALL["GPT"](config)
    for name, p in model.named_parameters():
        writes = name.endswith(("out.weight", "down.weight"))
        if p.ndim == 2:
            std = 0.02 / math.sqrt(2 * layers) if writes else 0.02
            assert p.std().item() == pytest.approx(std, rel=0.1), name
        else:
            assert p.eq(0 if name.endswith("bias") else 1).all()
    ids = torch.randint(65, (8, 32))
    loss = F.cross_entropy(model(ids)[:, :-1].flatten(0, 1), ids[:, 1:].flatten())
    assert loss.item() == pytest.approx(math.log(65), abs=0.1)
    config.layers = 2 * layers
    spread = []
    for gpt in (model, SMALL["GPT"](config)):
        x = gpt.token(ids) + gpt.place(torch.arange(32))
        spread.append(gpt.blocks(x).std().item())
    assert spread[1] == pytest.approx(spread[0], rel=0.2)  # twice as deep, as wide a sum


@pytest.mark.parametrize("place", [0, 5, 7])
def test_a_gpt_sees_no_future(place):
    torch.manual_seed(place)
    model = SMALL["GPT"](SMALL["Config"](vocabulary=9, longest=8, width=16, heads=2, layers=2))
    ids = torch.randint(8, (1, 8))
    other = ids.clone()
    other[0, place] = 8
    differs = (model(ids) - model(other)).abs().amax(dim=(0, 2)) > 1e-7
    assert differs.tolist() == [t >= place for t in range(8)]


@says(
    "language/blocks/model_size",
    "A block has about 12 E² weights: 4 E² of attention and 8 E² of the network.",
    "Each weight costs two operations a token forward and four backward; attention adds to this "
    "with the length of the text.",
)
@pytest.mark.parametrize(("V", "T", "E", "L"), [(50, 16, 32, 2), (200, 64, 48, 3)])
def test_model_size(V, T, E, L):
    left = entry("model_size")
    assert left["parameters"] == pytest.approx(124_439_808, rel=0.01)
    model = SMALL["GPT"](SMALL["Config"](vocabulary=V, longest=T, width=E, heads=4, layers=L))
    block = model.blocks[0]
    sizes = {n: getattr(block, n).weight.numel() for n in ("qkv", "out", "up", "down")}
    assert sizes["qkv"] + sizes["out"] == 4 * E**2
    assert sizes["up"] + sizes["down"] == 8 * E**2
    ids = torch.randint(V, (2, T))
    with sdpa_kernel(SDPBackend.MATH), FlopCounterMode(display=False) as forward:
        loss = model(ids).square().mean()
    with sdpa_kernel(SDPBackend.MATH), FlopCounterMode(display=False) as backward:
        loss.backward()
    P = 12 * L * E**2 + V * E
    counts = [counter.get_total_flops() / ids.numel() for counter in (forward, backward)]
    assert counts[0] == 2 * P + 4 * L * E * T
    assert sum(counts) == 6 * P + 12 * L * E * T


@says(
    "language/blocks/model_size",
    "Training with AdamW in float32 holds 16 bytes a parameter: weight, gradient and two moments.",
)
@pytest.mark.parametrize("size", [10, 1000])
def test_the_bytes_of_a_parameter(size):
    p = nn.Parameter(torch.ones(size))
    optimizer = torch.optim.AdamW([p])
    p.sum().backward()
    optimizer.step()
    state = [t for t in optimizer.state[p].values() if t.numel() == size]
    assert sum(t.nbytes for t in (p, p.grad, *state)) == 16 * size


@pytest.fixture(scope="module")
def learnt():
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # many small steps: on a busy machine two threads wait for each other
    yield entry("gpt_learns")
    torch.set_num_threads(threads)


def continued(learnt, text, count):
    """What the model writes after a text, the likeliest character each time."""
    characters = learnt["characters"]
    ids = torch.tensor([[characters.index(c) for c in text]])
    with torch.inference_mode():
        for _ in range(count):
            ids = torch.cat([ids, learnt["model"](ids)[:, -1:].argmax(dim=-1)], dim=1)
    return "".join(characters[i] for i in ids[0, len(text) :])


@says(
    "language/blocks/gpt_learns",
    "The number of a verse stands in the verse before, some 33 characters back, so it has to look "
    "there.",
)
def test_it_counts_down_from_the_verse_before(learnt):
    numbers, verses = learnt["numbers"].split(), learnt["verses"]
    assert all(32 <= len(verse) <= 34 for verse in verses)
    following = [*numbers[1:], numbers[0]]
    said = [continued(learnt, v, len(n)) for v, n in zip(verses, following, strict=True)]
    assert sum(map(str.__eq__, said, following)) >= 4  # from one verse alone, 4 or 5 of 5


@says(
    "language/blocks/gpt_learns",
    "At the start of a window nothing tells the number: that part of the loss stays.",
)
def test_the_loss_that_stays(learnt):
    ids, T = learnt["ids"], learnt["T"]
    windows = ids.unfold(0, T + 1, 1)
    with torch.inference_mode():
        logits = learnt["model"](windows[:, :-1])
    table = F.cross_entropy(logits.transpose(1, 2), windows[:, 1:], reduction="none")
    told, untold = table[:, 40:].mean(), table[:, :34].mean()  # a whole verse came before, or not
    assert told < 0.03
    assert untold > 3 * told
