"""What language/generate says: each step against a second way to the same result."""

import itertools
import json
import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import SNIPPETS, names_of
from support import says
from torch import nn

SEEDS = range(3)


def entry(name, **inputs):
    return names_of(f"language/generate/{name}", **inputs)


def drawn(seed, *shape):
    return torch.from_numpy(np.random.default_rng(seed).standard_normal(shape))


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def table(seed, size=6, scale=2.0):
    """A model whose logits depend on the last token alone."""
    return nn.Embedding.from_pretrained(scale * drawn(seed, size, size).float())


class ByPosition(nn.Module):
    """A model whose logits depend on the last token and on its place, so that no two texts tie."""

    def __init__(self, seed, size, longest=6):
        super().__init__()
        self.weight = 2 * drawn(seed, longest, size, size).float()

    def forward(self, tokens):
        return self.weight[torch.arange(tokens.shape[1]), tokens]


def kept(logits):
    return (logits > -torch.inf).sum(dim=-1).tolist()


SURE, UNSURE = torch.tensor([9.0, 0.0, 0.1, 0.2, 0.3]), torch.tensor([0.4, 0.0, 0.1, 0.2, 0.3])


# One token after the other


@says("language/generate/greedy", "In eval mode a prompt always gives the same text.")
@pytest.mark.parametrize("seed", SEEDS)
def test_greedy_draws_nothing(seed):
    generate, model, texts = entry("greedy")["generate"], table(seed), []
    for other in range(3):
        torch.manual_seed(other)
        texts.append(generate(model, torch.tensor([[1]]), 8).tolist())
    assert texts[0] == texts[1] == texts[2]
    expected = [1]
    while len(expected) < 9 and (best := int(model.weight[expected[-1]].argmax())) != 0:
        expected.append(best)
    assert texts[0] == [expected]


@says("language/generate/greedy", "In eval mode a prompt always gives the same text.")
def test_greedy_with_dropout():
    generate, prompt = entry("greedy")["generate"], torch.tensor([[1]])
    torch.manual_seed(0)
    model = nn.Sequential(nn.Embedding(50, 16), nn.Dropout(0.5), nn.Linear(16, 50))
    texts = [str(generate(model.train(), prompt, 8)) for _ in range(5)]
    assert len({*texts}) > 1
    texts = [str(generate(model.eval(), prompt, 8)) for _ in range(5)]
    assert len({*texts}) == 1


@says("language/generate/greedy", "It need not be the likeliest text: see beam search.")
def test_greedy_misses_the_likeliest_text():
    left = entry("beam_search")
    found = entry("greedy")["generate"](left["model"], left["prompt"], 3)
    assert found.tolist() == [[1, 2]]  # then the end
    p = left["p"]
    assert p[1, 2] * p[2, 0] < p[1, 3] * p[3, 0]
    assert left["beams"][0].tolist() == [1, 3, 0, 0]


@says("language/generate/greedy", "A turn reads the whole text again: a cache saves that.")
def test_greedy_reads_all_again():
    left, lengths = entry("greedy"), []
    left["model"].register_forward_pre_hook(lambda _, args: lengths.append(args[0].shape[1]))
    left["generate"](left["model"], torch.tensor([[1]]), 3)
    assert lengths == [1, 2, 3]


@says(
    "language/generate/temperature",
    "Below 1 the likeliest token gains, above 1 it loses; the order stays.",
)
@given(
    st.lists(st.integers(-40, 40), min_size=2, max_size=8, unique=True),
    st.sampled_from([0.2, 0.7, 1.5, 5.0]),
)
def test_temperature(values, T):
    z = np.array(values) / 8
    found = torch.softmax(torch.from_numpy(z) / T, dim=-1)
    p = np.exp(z / T) / np.exp(z / T).sum()
    np.testing.assert_allclose(found, p, rtol=1e-9)
    best = z.argmax()
    assert (p[best] > softmax(z)[best]) == (T < 1)
    assert (p[best] < softmax(z)[best]) == (T > 1)
    assert found.argsort().tolist() == np.argsort(z).tolist()


@says(
    "language/generate/temperature",
    "Near 0 it is greedy; T = 0, or one so small that the largest logit overflows, gives NaN: "
    "take `argmax` there.",
)
@pytest.mark.parametrize("z", [[2.0, 1.0, 0.0], [-3.0, -1.0, -2.0], [5.0, -5.0, -6.0]])
def test_temperature_of_zero(z):
    z = torch.tensor(z)
    assert torch.equal((z / 1e-3).softmax(dim=0), F.one_hot(z.argmax(), 3).float())
    assert (z / 0.0).softmax(dim=0).isnan().all()
    for dtype, T in ((torch.float32, 1e-39), (torch.float16, 1e-5), (torch.bfloat16, 1e-39)):
        assert (z.to(dtype) / T).amax().isinf()
        assert (z.to(dtype) / T).softmax(dim=0).isnan().all()


@says(
    "language/generate/temperature",
    "Before top-p it changes how many tokens are kept, before top-k it does not.",
)
@pytest.mark.parametrize("k", [1, 2, 3])
def test_temperature_before_a_filter(k):
    top_k, top_p = entry("top_k")["top_k"], entry("top_p")["top_p"]
    logits = torch.tensor([2.0, 1.0, 0.0, -1.0])
    assert {*kept(torch.stack([top_k(logits / T, k) for T in (0.2, 1.0, 5.0)]))} == {k}
    assert kept(torch.stack([top_p(logits / T, 0.8) for T in (0.2, 1.0, 5.0)])) == [1, 2, 3]


# What is left to draw from


@says(
    "language/generate/top_k",
    "The others get logits of minus infinity, so that their probability is 0.",
)
@pytest.mark.parametrize("k", [1, 2, 5, 9])
def test_top_k(k):
    logits = drawn(k, 4, 9)
    found = entry("top_k")["top_k"](logits, k).softmax(dim=-1)
    e = np.exp(logits.numpy())
    for row in e:
        row[np.argsort(-row)[k:]] = 0
    np.testing.assert_allclose(found, e / e.sum(axis=1, keepdims=True), rtol=1e-9)
    assert (found == 0).sum(dim=-1).tolist() == [9 - k] * 4


@says("language/generate/top_k", "Tokens that tie with the last one are kept too.")
def test_top_k_keeps_ties():
    logits = torch.tensor([1.0, 3.0, 1.0, 1.0, 0.0])
    assert kept(entry("top_k")["top_k"](logits, 2)) == 4


@says("language/generate/top_k", "However sure the model is, k stays: top-p follows it.")
@says("language/generate/top_p", "A sure model keeps one token, an unsure one many.")
@pytest.mark.parametrize("k", [1, 3])
def test_top_k_is_fixed_and_top_p_follows(k):
    both = torch.stack([SURE, UNSURE])
    assert kept(entry("top_k")["top_k"](both, k)) == [k, k]
    assert kept(entry("top_p")["top_p"](both, 0.9)) == [1, 5]


@says(
    "language/generate/top_p",
    "Tokens are taken in order of their probability until together they have at least p.",
)
@pytest.mark.parametrize("p", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("seed", SEEDS)
def test_top_p(seed, p):
    logits = 2 * drawn(seed, 5, 12)
    found = entry("top_p")["top_p"](logits, p)
    for row, filtered in zip(softmax(logits.numpy()), found, strict=True):
        taken, mass = set(), 0.0
        for i in np.argsort(-row):
            taken.add(int(i))
            mass += row[i]
            if mass >= p:
                break
        assert {*(filtered > -torch.inf).nonzero().flatten().tolist()} == taken
        order = np.argsort(-row)
        by_formula = {int(i) for n, i in enumerate(order) if row[order[:n]].sum() < p}
        assert taken == by_formula
    stays = found > -torch.inf
    assert torch.equal(found[stays], logits[stays])
    even = entry("top_p")["top_p"](torch.zeros(1, 128), p)
    assert kept(even) == [math.ceil(128 * p)]
    many = 2 * drawn(seed, 3, 20_000).to(torch.bfloat16)  # whose sums have three digits
    together = many.double().softmax(dim=-1)
    stays = entry("top_p")["top_p"](many, p) > -torch.inf
    assert (together.where(stays, 0.0).sum(dim=-1) >= p - 1e-4).all()


@says("language/generate/top_p", "The likeliest token stays, but with p = 0 none does.")
@given(st.lists(st.floats(-20, 20), min_size=1, max_size=6), st.floats(1e-6, 1))
def test_top_p_keeps_the_best(values, p):
    logits = torch.tensor(values, dtype=torch.float64)
    found = entry_top_p()(logits, p)
    assert found.max() == logits.max()
    assert entry_top_p()(logits, 0.0).eq(-torch.inf).all()


def entry_top_p(found=[]):  # noqa: B006, run once
    if not found:
        found.append(entry("top_p")["top_p"])
    return found[0]


@says(
    "language/generate/min_p",
    "A token stays if its probability is at least a share of the highest one.",
    "The likeliest token always stays.",
)
@pytest.mark.parametrize("share", [0.0, 0.01, 0.1, 0.5, 1.0])
@pytest.mark.parametrize("seed", SEEDS)
def test_min_p(seed, share):
    logits = 2 * drawn(seed, 5, 12)
    found = entry("min_p")["min_p"](logits, share) > -torch.inf
    p = softmax(logits.numpy())
    assert np.array_equal(found.numpy(), p >= share * p.max(axis=1, keepdims=True))
    assert found[torch.arange(5), logits.argmax(dim=1)].all()


@says(
    "language/generate/repetition_penalty",
    "Logits of tokens in the text are divided by the penalty where they are positive and "
    "multiplied by it where they are negative, so that both fall.",
    "However often a token occurs, it is penalised once.",
    "A penalty of 1 changes nothing.",
    "Padding in `tokens` counts: where it is the end token, the end gets less likely.",
)
@pytest.mark.parametrize("penalty", [1.0, 1.2, 2.0])
@pytest.mark.parametrize("seed", SEEDS)
def test_repetition_penalty(seed, penalty):
    penalise, logits = entry("repetition_penalty")["penalise"], drawn(seed, 3, 8)
    tokens = torch.from_numpy(np.random.default_rng(seed).integers(0, 8, (3, 10)))
    found = penalise(logits, tokens, penalty)
    expected = logits.numpy().copy()
    for row, text in zip(expected, tokens.tolist(), strict=True):
        for i in set(text):
            row[i] = row[i] / penalty if row[i] > 0 else row[i] * penalty
    np.testing.assert_allclose(found, expected, rtol=1e-12)
    seen = torch.zeros(3, 8).scatter(1, tokens, 1.0).bool()
    assert (found[seen] < logits[seen]).all() == (penalty > 1)
    padded = torch.tensor([[0, 0, 5, 3]] * 3)  # 0 pads, and is the end
    end = penalise(logits, padded, penalty).softmax(dim=-1)[:, 0]
    assert (end < penalise(logits, padded[:, 2:], penalty).softmax(dim=-1)[:, 0]).all() == (
        penalty > 1
    )


@says(
    "language/generate/repetition_penalty",
    "Unlike the softmax it depends on a constant added to all logits.",
)
@pytest.mark.parametrize("constant", [-1.0, 3.0])
def test_the_penalty_has_a_zero(constant):
    left = entry("repetition_penalty")
    logits, tokens = left["logits"], left["tokens"]
    shifted = left["penalise"](logits + constant, tokens, 2.0).softmax(dim=-1)
    assert not torch.allclose(shifted, left["penalised"].softmax(dim=-1), atol=0.01)
    torch.testing.assert_close((logits + constant).softmax(dim=-1), logits.softmax(dim=-1))


# Batches


@says(
    "language/generate/end_token",
    "A row that has ended goes on with padding; a mask remembers it.",
    "Without the mask it goes on writing behind its end.",
    "The loop ends when no row is left, or at the limit.",
)
def test_rows_that_ended():
    source = (SNIPPETS / "language/generate/end_token.py").read_text()
    mended = source.replace("token = token.masked_fill(done, PAD)", "pass")
    assert mended != source
    without = {}
    exec(mended, without)
    left = entry("end_token")
    assert left["tokens"].tolist() == [[5, 4, 3, 2, 1], [3, 2, 1, 0, 0], [2, 1, 0, 0, 0]]
    assert without["tokens"].tolist() == [[5, 4, 3, 2, 1], [3, 2, 1, 0, 5], [2, 1, 0, 5, 4]]
    assert left["done"].all()
    limited = {}
    exec(source.replace("range(10)", "range(2)"), limited)
    assert limited["tokens"].shape == (3, 3)
    assert limited["done"].tolist() == [False, True, True]


@says(
    "language/generate/end_token",
    "Count lengths by the mask: where the end token is the padding too, the tokens do not tell.",
)
def test_lengths_by_the_mask():
    left = entry("end_token", PAD=1, END=1)
    assert left["lengths"].tolist() == entry("end_token")["lengths"].tolist() == [5, 3, 2]
    assert (left["tokens"] != 1).sum(dim=1).tolist() == [4, 2, 1]


LEFT_PADDING = (SNIPPETS / "language/generate/left_padding.py").read_text()


def padded(source, prompts):
    namespace = {}
    exec(source, namespace)
    model, longest = namespace["model"], max(map(len, prompts))
    tokens = torch.tensor([[0] * (longest - len(p)) + p for p in prompts])
    real = torch.tensor([[False] * (longest - len(p)) + [True] * len(p) for p in prompts])
    together = model(tokens, real)[:, -1]
    alone = [model(torch.tensor([p]), torch.ones(1, len(p)).bool())[0, -1] for p in prompts]
    return torch.allclose(together, torch.stack(alone), atol=1e-5)


@says(
    "language/generate/left_padding",
    "On the left two things are needed: a mask that hides padding as keys, and positions that "
    "count real tokens alone.",
    "Then each row gets the logits that it gets alone.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_left_padding(seed, capsys):
    generator = np.random.default_rng(seed)
    prompts = [generator.integers(1, 10, n).tolist() for n in (5, 1, 3)]
    assert padded(LEFT_PADDING, prompts)
    for right, wrong in [
        ("(real.cumsum(dim=1) - 1).clamp(min=0)", "torch.arange(tokens.shape[1])"),
        ("real.unsqueeze(1) & ", ""),
    ]:
        assert LEFT_PADDING.count(right) == 1
        assert not padded(LEFT_PADDING.replace(right, wrong), prompts)


@says(
    "language/generate/left_padding",
    "Generation reads the last position: with padding on the right, a short row would have "
    "padding there.",
)
def test_right_padding_ends_in_padding():
    prompts = entry("left_padding")["prompts"]
    rows = nn.utils.rnn.pad_sequence([torch.tensor(p) for p in prompts], batch_first=True)
    assert rows[:, -1].tolist() == [8, 0]
    assert entry("left_padding")["tokens"][:, -1].tolist() == [8, 4]


@says(
    "language/generate/left_padding",
    "Let padding see itself: a query that may see nothing can become NaN.",
)
@pytest.mark.parametrize("length", [1, 4])
def test_a_query_that_sees_nothing(length):
    assert torch.full((length,), -torch.inf).softmax(dim=0).isnan().all()
    left = entry("left_padding")
    assert left["logits"].isfinite().all()


# The cache


def attentions(layers=2):
    Attention = entry("kv_cache")["Attention"]
    torch.manual_seed(1)
    return [Attention(16, 4).eval() for _ in range(layers)]


@says(
    "language/generate/kv_cache",
    "Keys and values of tokens that were read do not change in a causal model: keep them and "
    "append those of the new token.",
    "The result is that of the full pass.",
)
@pytest.mark.parametrize("prompt", [1, 4, 7])
def test_kv_cache(prompt):
    layers, x = attentions(), torch.randn(2, 8, 16)

    def run(x, caches):
        new = []
        for layer, cache in zip(layers, caches, strict=True):
            y, cache = layer(x, cache)
            x = x + y
            new.append(cache)
        return x, new

    with torch.inference_mode():
        full, whole = run(x, [None, None])
        y, caches = run(x[:, :prompt], [None, None])
        outputs = [y]
        for t in range(prompt, 8):
            for (k, v), (all_k, all_v) in zip(caches, whole, strict=True):
                torch.testing.assert_close(k, all_k[:, :, :t])
                torch.testing.assert_close(v, all_v[:, :, :t])
            y, caches = run(x[:, t : t + 1], caches)
            outputs.append(y)
    torch.testing.assert_close(torch.cat(outputs, dim=1), full)
    assert caches[0][0].shape[2] == 8


@says(
    "language/generate/kv_cache",
    "Without the cache, T tokens take about T² / 2 positions through the model, with it T.",
)
@pytest.mark.parametrize("T", [10, 40])
def test_positions_read_with_and_without_a_cache(T):
    (layer,) = attentions(1)
    counted = {"with": 0, "without": 0}
    x, cache = torch.randn(1, T, 16), None
    with torch.inference_mode():
        for t in range(T):
            new = x[:, t : t + 1]
            counted["with"] += new.shape[1]
            y, cache = layer(new, cache) if cache else layer(new)
            counted["without"] += x[:, : t + 1].shape[1]
            torch.testing.assert_close(y[:, -1], layer(x[:, : t + 1])[0][:, -1])
    assert counted == {"with": T, "without": T * (T + 1) // 2}


@says(
    "language/generate/kv_cache",
    "In a step `is_causal` has to be off: it counts from the first key and would show the one "
    "query that key alone.",
    "Several tokens with a cache need a mask, as in the static cache.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_is_causal_counts_from_the_first_key(seed):
    q, k, v = drawn(seed, 1, 1, 1, 4), drawn(seed + 5, 1, 1, 6, 4), drawn(seed + 9, 1, 1, 6, 4)
    y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
    torch.testing.assert_close(y, v[:, :, :1])
    (layer,) = attentions(1)
    x = torch.randn(1, 6, 16)
    full, _ = layer(x)
    _, cache = layer(x[:, :3])
    two, _ = layer(x[:, 3:5], cache)
    assert not torch.allclose(two[:, 0], full[:, 3], atol=1e-4)  # it saw the token after it
    torch.testing.assert_close(two[:, 1], full[:, 4])


@says(
    "language/generate/static_cache",
    "`torch.cat` copies the whole cache at each step, and each step has other shapes.",
    "A buffer of the longest length is written in place; a mask hides what is not written yet.",
)
@pytest.mark.parametrize("parts", [[5], [1, 1, 1, 1, 1], [2, 3], [3, 1, 1]])
def test_static_cache(parts):
    left = entry("static_cache")
    q, k, v, step = left["q"], left["k"], left["v"], left["step"]
    left["keys"].fill_(99.0)  # what is not written yet must not count
    left["values"].fill_(99.0)
    outputs, start = [], 0
    for size in parts:
        now = slice(start, start + size)
        position = torch.arange(start, start + size)
        outputs.append(step(q[:, :, now], k[:, :, now], v[:, :, now], position))
        start += size
    torch.testing.assert_close(torch.cat(outputs, dim=2), left["full"])
    grown = torch.cat([k, k[:, :, :1]], dim=2)
    assert grown.data_ptr() != k.data_ptr()
    assert grown.shape != k.shape
    assert left["keys"].data_ptr() == left["first"]


@says(
    "language/generate/cache_size",
    "Two tensors a layer, for each token of each row: linear in the length and in the batch.",
    "Fewer heads of keys and values, as in grouped-query attention, shrink it by that factor.",
    "The number of queries' heads does not matter.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.int8])
@pytest.mark.parametrize(("batch", "length", "kv_heads"), [(1, 7, 4), (3, 5, 2), (2, 9, 1)])
def test_cache_size(batch, length, kv_heads, dtype):
    cache_bytes = entry("cache_size")["cache_bytes"]
    cache = [torch.zeros(batch, kv_heads, length, 16, dtype=dtype) for _ in range(2 * 3)]
    found = cache_bytes(3, batch, length, kv_heads, 16, dtype)
    assert found == sum(len(bytes(tensor.untyped_storage())) for tensor in cache)
    assert cache_bytes(3, 2 * batch, 5 * length, kv_heads, 16, dtype) == 10 * found
    assert cache_bytes(3, batch, length, 4 * kv_heads, 16, dtype) == 4 * found
    if dtype == torch.float32:
        q = torch.zeros(batch, 8, length, 16)
        y = F.scaled_dot_product_attention(q, *cache[:2], enable_gqa=True)
        assert y.shape == q.shape


# Whole texts


def exhaustive(model, prompt, steps, end=0):
    """All texts of so many steps, nothing but the end behind an end, by their log-probability."""
    log_p, scores = model.weight.log_softmax(dim=-1).tolist(), {}
    for text in itertools.product(range(len(log_p[0])), repeat=steps):
        score, last = 0.0, prompt
        for place, token in enumerate(text):
            if last == end:
                score += 0.0 if token == end else -math.inf
            else:
                score += log_p[place][last][token]
            last = token
        if score > -math.inf:
            scores[(prompt, *text)] = score
    return sorted(scores.items(), key=lambda item: -item[1])


@says(
    "language/generate/beam_search",
    "Width 1 is greedy; wide enough, it finds the likeliest text.",
    "A beam that ended is carried along: its one continuation is the end again, at no cost.",
)
@pytest.mark.parametrize("seed", range(6))
def test_beam_search(seed):
    model, prompt = ByPosition(seed, 4), torch.tensor([[1]])
    search, texts = entry("beam_search")["beam_search"], exhaustive(model, 1, 4)
    beams, scores = search(model, prompt, width=4**3, steps=4)
    for (text, score), beam, found in zip(texts[:10], beams.tolist(), scores, strict=False):
        assert (*beam,) == text
        assert found.item() == pytest.approx(score, rel=1e-5)
    beams, _ = search(model, prompt, width=1, steps=4)
    greedy = entry("greedy")["generate"](model, prompt, 4)[0].tolist()
    assert beams[0].tolist() == greedy + [0] * (5 - len(greedy))
    left = entry("beam_search")  # where the start token is the end token, as for GPT-2
    beams, scores = search(left["model"], torch.tensor([[0, 1]]), width=3, steps=3)
    assert beams[:, 1:].equal(left["beams"])
    assert scores.equal(left["scores"])


@says(
    "language/generate/beam_search",
    "At each step every beam is continued by every token, and the `width` best sums of "
    "log-probabilities stay.",
    "No token raises a sum: to compare lengths, divide by them.",
)
@pytest.mark.parametrize("width", [2, 3])
@pytest.mark.parametrize("seed", range(4))
def test_beam_search_by_lists(seed, width):
    model, search = ByPosition(seed, 5), entry("beam_search")["beam_search"]
    log_p, best = model.weight.log_softmax(dim=-1).tolist(), [(0.0, [1])]
    for steps in range(1, 5):
        longer = []
        for score, text in best:
            rows = [0.0, *[-math.inf] * 4] if 0 in text else log_p[steps - 1][text[-1]]
            longer += [(score + row, [*text, token]) for token, row in enumerate(rows)]
        highest = best[0][0]
        best = sorted(longer, reverse=True)[:width]
        beams, scores = search(model, torch.tensor([[1]]), width, steps)
        assert beams.tolist() == [text for _, text in best]
        assert scores.tolist() == pytest.approx([score for score, _ in best], rel=1e-5)
        assert scores[0] <= highest


@says(
    "language/generate/log_probability",
    "One pass over prompt and answer; the logits at t score token t + 1, as in the loss.",
    "A longer answer has a lower sum: divide by its tokens where lengths differ.",
    "Nothing scores the first token of all: an empty prompt needs a start token.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_log_probability(seed):
    log_probability, model = entry("log_probability")["log_probability"], table(seed, 8)
    tokens = torch.from_numpy(np.random.default_rng(seed).integers(0, 8, 7))
    prompt, answer = tokens[:3], tokens[3:]
    found = log_probability(model, prompt, answer)
    p = softmax(model.weight.double().numpy())
    one_by_one = [p[tokens[t - 1], tokens[t]] for t in range(3, 7)]
    assert found.item() == pytest.approx(np.log(one_by_one).sum(), rel=1e-5)
    labels = torch.cat([torch.tensor([-100, -100]), answer])
    loss = F.cross_entropy(model(tokens[:-1]), labels, reduction="sum")
    assert -found.item() == pytest.approx(loss.item(), rel=1e-5)
    assert found < log_probability(model, prompt, answer[:-1])
    other = answer.clone()
    other[0] = (answer[0] + 1) % 8
    alone = [log_probability(model, answer[:0], torch.stack([a[0], a[1]])) for a in (answer, other)]
    by_hand = [np.log(p[a[0], a[1]]) for a in (answer, other)]
    np.testing.assert_allclose(alone, by_hand, rtol=1e-5)  # of the second token alone


@says(
    "language/generate/allowed_tokens",
    "The output parses, whatever the model thinks.",
    "At the limit of tokens the text may be cut in the middle of the grammar.",
)
def test_allowed_tokens_parse():
    left, lengths = entry("allowed_tokens"), set()
    for seed in range(50):
        torch.manual_seed(seed)
        text, state = "", "start"
        while state != "end":
            with pytest.raises(json.JSONDecodeError):
                json.loads(text)
            logits = torch.randn(13) * (100.0 if seed % 2 else 1.0)
            p = left["allow"](logits, left["GRAMMAR"][state]).softmax(dim=-1)
            token = left["vocabulary"][torch.multinomial(p, 1).item()]
            text, state = text + token, left["GRAMMAR"][state][token]
        values = json.loads(text)
        assert all(isinstance(value, int) for value in values)
        lengths.add(len(values))
    assert len(lengths) > 3


@says(
    "language/generate/allowed_tokens",
    "The probabilities of what is allowed keep their ratios.",
    "In every state at least one token has to be allowed: else all are minus infinity, and the "
    "softmax is NaN.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_allowed_tokens_keep_their_ratios(seed):
    allow, logits = entry("allowed_tokens")["allow"], drawn(seed, 13)
    p, free = allow(logits, {"3", "7", ","}).softmax(dim=-1), logits.softmax(dim=-1)
    index = [3, 7, 10]
    torch.testing.assert_close(p[index], free[index] / free[index].sum())
    assert p.sum() == pytest.approx(p[index].sum())
    assert allow(logits, {}).softmax(dim=-1).isnan().all()


# Two models


@says(
    "language/generate/draft_and_verify",
    "The draft writes a few tokens; the large model reads them in one pass and keeps those that "
    "it would have written, and one of its own behind them.",
    "The text is that of the large model alone; a pass of it gives 1 to `ahead + 1` tokens.",
)
@pytest.mark.parametrize("ahead", [1, 2, 5])
@pytest.mark.parametrize("noise", [0.0, 1.0, 100.0])
def test_draft_and_verify(ahead, noise):
    source = (SNIPPETS / "language/generate/draft_and_verify.py").read_text()
    assert "0.5 * torch" in source
    for seed in SEEDS:
        left = {}
        mended = source.replace("0.5 * torch", f"{noise} * torch")
        exec(mended.replace("manual_seed(0)", f"manual_seed({seed})"), left)
        left["passes"].clear()
        text = left["speculative"](torch.tensor([[3]]), 13, ahead)
        passes = len(left["passes"])
        assert torch.equal(text, left["continued"](left["large"], torch.tensor([[3]]), 12))
        assert math.ceil(12 / (ahead + 1)) <= passes <= 12
        if noise == 0:
            assert passes == math.ceil(12 / (ahead + 1))


@says(
    "language/generate/speculative_sampling",
    "It is accepted with probability min(1, p(x) / q(x)); else a token is drawn from what p has "
    "more than q.",
    "The result has the distribution p, whatever q is.",
    "A share of $\\sum_i \\min(p_i, q_i)$ is accepted.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_speculative_sampling(seed):
    p, q = softmax(2 * drawn(seed, 2, 4).numpy())
    accepted = q * np.minimum(1, p / q)
    rest = np.maximum(0, p - q)
    np.testing.assert_allclose(accepted, np.minimum(p, q))
    total = accepted + (1 - accepted.sum()) * rest / rest.sum()
    np.testing.assert_allclose(total, p)
    left = entry("speculative_sampling", p=torch.from_numpy(p), q=torch.from_numpy(q))
    np.testing.assert_allclose(left["found"], p, atol=0.01)
    share = left["accepted"].double().mean().item()
    assert share == pytest.approx(np.minimum(p, q).sum(), abs=0.01)


@says(
    "language/generate/speculative_sampling",
    "Where q is p nothing is rejected, and there is nothing to draw from.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_draft_that_is_the_model(seed):
    p = drawn(seed, 4).softmax(dim=0)
    assert (torch.rand(1000) < (p / p)[torch.multinomial(p, 1000, replacement=True)]).all()
    assert not (p - p).clamp(min=0).any()
