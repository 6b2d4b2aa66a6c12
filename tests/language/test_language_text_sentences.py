"""What language/text says, its formulas with plain loops and its tokenizer written otherwise."""

import itertools
import math
import os
import subprocess
import sys

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says

SEEDS = range(3)

#: Any text that can be written down: single halves of surrogate pairs cannot.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def entry(name, **inputs):
    return names_of(f"language/text/{name}", None, **inputs)


def log_softmax(x):
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


# Characters


@says(
    "language/text/characters",
    "Sort them: the order of a `set` of strings differs from run to run, and the ids with it.",
)
def test_the_order_of_a_set_differs_between_runs():
    def printed(code):
        runs = [
            subprocess.run(
                [sys.executable, "-S", "-c", f"print({code}(set('a toad sat on a stone')))"],
                env={**os.environ, "PYTHONHASHSEED": str(seed)},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in (1, 2, 3)
        ]
        return set(runs)

    assert len(printed("list")) > 1
    assert len(printed("sorted")) == 1


@says(
    "language/text/characters",
    "The vocabulary is the characters that occur.",
    "A character that the text lacks has no id.",
)
@given(text=TEXTS, other=st.characters(exclude_categories=["Cs"]))
def test_the_vocabulary_is_what_occurs(text, other):
    left = entry("characters", text=text + "toads")
    ids = left["encode"](text)
    assert left["decode"](ids) == text
    assert set(left["characters"]) == set(text + "toads")
    if other not in text + "toads":
        with pytest.raises(KeyError):
            left["encode"](other)


@says("language/text/characters", "Give the dtype: an empty text would be float32.")
def test_an_empty_text():
    left = entry("characters")
    assert torch.tensor([left["number"][c] for c in ""]).dtype == torch.float32
    assert left["encode"]("").dtype == torch.int64


# Byte pairs


def pieces_by_rank(text, order):
    """Join the pair that was learnt first, wherever it is, until none is left: on bytes objects."""
    rank = {pair: n for n, pair in enumerate(order)}
    parts = [bytes([b]) for b in text.encode()]
    while True:
        known = [p for p in itertools.pairwise(parts) if p in rank]
        if not known:
            return parts
        first = min(known, key=rank.__getitem__)
        joined, n = [], 0
        while n < len(parts):
            is_pair = tuple(parts[n : n + 2]) == first
            joined.append(b"".join(first) if is_pair else parts[n])
            n += 2 if is_pair else 1
        parts = joined


def bytes_of(merges):
    piece = {i: bytes([i]) for i in range(256)}
    order = []
    for (a, b), new in merges.items():
        order.append((piece[a], piece[b]))
        piece[new] = piece[a] + piece[b]
    return piece, order


@says(
    "language/text/byte_pairs",
    "A text begins as its UTF-8 bytes, ids 0 to 255.",
    "Encoding joins the same pairs in the order in which they were learnt.",
    "Whatever the text, the bytes that come out are those that went in.",
)
@given(learnt=TEXTS.filter(lambda text: len(text.encode()) > 1), text=TEXTS)
def test_byte_pairs_come_out_as_they_went_in(learnt, text):
    left = BYTE_PAIRS
    assert left["encode"](text, {}).tolist() == list(text.encode())
    for merges in (left["merges"], left["train"](learnt * 3, 280)):
        piece, order = bytes_of(merges)
        ids = left["encode"](text, merges)
        assert [piece[i] for i in ids.tolist()] == pieces_by_rank(text, order)
        assert left["decode"](ids, merges) == text


BYTE_PAIRS = names_of("language/text/byte_pairs")


@says(
    "language/text/byte_pairs",
    "Training joins the most frequent pair of neighbours into a new id, again and again.",
)
@given(text=st.text("abc ", min_size=2, max_size=30))
def test_training_takes_the_most_frequent_pair(text):
    merges = BYTE_PAIRS["train"](text, 262)
    known = {}
    for pair, new in merges.items():
        ids = BYTE_PAIRS["encode"](text, known).tolist()
        pairs = list(itertools.pairwise(ids))
        assert pairs.count(pair) == max(map(pairs.count, pairs)) > 1
        known[pair] = new
    assert list(merges.values()) == list(range(256, 256 + len(merges)))


@says("language/text/byte_pairs", "Cut between two bytes of one character, `decode` shows �.")
@pytest.mark.parametrize("character", ["ü", "€", "🐸"])
def test_a_cut_character(character):
    ids = BYTE_PAIRS["encode"](character, {})
    for end in range(1, len(ids)):
        assert set(BYTE_PAIRS["decode"](ids[:end], {})) == {"�"}
    assert BYTE_PAIRS["decode"](ids, {}) == character


# Batches


@says(
    "language/text/next_token",
    "x is the text, y the same text one step later.",
    "The target of position t is token t + 1, so a row of T tokens is T tasks at once.",
    "One id more than x holds is needed; what fills no row is dropped.",
)
@given(length=st.integers(7, 60), T=st.integers(3, 6))
def test_next_token(length, T):
    left = entry("next_token", ids=torch.arange(length), T=T)
    x, y = left["x"].tolist(), left["y"].tolist()
    rows = [list(range(start, start + T)) for start in range(0, length - T, T)]
    assert x == rows
    assert y == [[i + 1 for i in row] for row in rows]
    assert length - len(rows) * T - 1 in range(T)  # what is dropped is less than a row


@says("language/text/next_token", "Both are views of the one long tensor.")
def test_pairs_are_views():
    left = entry("next_token")
    left["ids"].fill_(7)
    assert left["x"].unique().tolist() == left["y"].unique().tolist() == [7]


@says(
    "language/text/random_windows",
    "A window begins anywhere, so there is no epoch: count steps, or tokens seen.",
    "Draws are with replacement, and windows overlap.",
    "A window has one id more than x: its last one is a target, never an input.",
)
@pytest.mark.parametrize("T", [1, 3, 6])
def test_random_windows(T):
    ids = torch.arange(100, 108)
    torch.manual_seed(T)
    x, y = entry("random_windows")["batch"](ids, T, 400)
    assert x.shape == y.shape == (400, T)
    assert y.equal(x + 1)  # neighbours of one text, in order
    assert x[:, 0].unique().tolist() == ids[: len(ids) - T].tolist()  # every start, with repeats
    assert ids[-1] not in x
    assert ids[-1] in y


@says(
    "language/text/padded_batch",
    "Take the mask from the lengths: `tokens != PAD` hides true ends as well where PAD is the end "
    "token, as is common for GPT-2.",
)
@given(texts=st.lists(st.lists(st.integers(3, 9), max_size=6), min_size=2, max_size=5))
def test_the_mask_of_padding(texts):
    left = entry("padded_batch", texts=texts)
    for row, real, labels, text in zip(
        left["tokens"], left["real"], left["labels"], texts, strict=True
    ):
        whole = [1, *text, 2]
        assert row[real].tolist() == labels[real].tolist() == whole
        assert real.tolist() == [n < len(whole) for n in range(len(row))]
    ends = left["tokens"].masked_fill(left["tokens"] == 0, 2)  # the end token pads
    assert ((ends != 2).sum(dim=1) == left["lengths"] - 1).all()


@says("language/text/padded_batch", "With labels of -100 the loss leaves padding out.")
@says(
    "language/text/padded_batch",
    "They are not shifted yet: compare `labels[:, 1:]` with `logits[:, :-1]`.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_padding_has_no_loss(seed):
    left = entry("padded_batch")
    torch.manual_seed(seed)
    logits = torch.randn(*left["tokens"].shape, 10)
    rows = [F.cross_entropy(x[: len(row)], row, reduction="sum")
            for x, row in zip(logits, left["rows"], strict=True)]  # fmt: skip
    loss = F.cross_entropy(logits.flatten(0, 1), left["labels"].flatten())
    torch.testing.assert_close(loss, sum(rows) / left["lengths"].sum())
    tokens, real, labels = left["tokens"], left["real"], left["labels"]
    assert labels[real].equal(tokens[real])  # a label is the token itself, not the one after it
    loss = F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten())
    log_p = logits.log_softmax(dim=-1)
    after = [log_p[n, t, tokens[n, t + 1]] for n, t in np.ndindex(3, 4) if real[n, t + 1]]
    torch.testing.assert_close(loss, -torch.stack(after).mean())


@says(
    "language/text/padded_batch",
    "A batch is as long as its longest text: texts of like length together waste less.",
)
@given(st.lists(st.integers(1, 30), min_size=8, max_size=8))
def test_like_lengths_waste_less(lengths):
    def padded(order):
        return sum(2 * max(order[n : n + 2]) for n in range(0, 8, 2))

    assert padded(sorted(lengths)) <= padded(lengths)


@says(
    "language/text/packed_documents",
    "A token sees earlier tokens of its own document, positions begin at 0 in each, and the last "
    "token of a document has no target: the next one belongs to another text.",
    "Attention is then what each document gives alone.",
    "No padding is computed.",
)
@given(lengths=st.lists(st.integers(1, 5), min_size=1, max_size=5), seed=st.integers(0, 99))
def test_packed_documents(lengths, seed):
    documents = [list(range(10 * n, 10 * n + length)) for n, length in enumerate(lengths, 1)]
    if sum(lengths) < 5:
        documents += [[1, 2], [3, 4, 5]]
    left = entry("packed_documents", documents=documents)
    assert len(left["ids"]) == sum(map(len, documents))
    assert left["position"].tolist() == [p for one in documents for p in range(len(one))]
    assert left["labels"].tolist() == [i for one in documents for i in (*one[1:], -100)]
    generator = torch.Generator().manual_seed(seed)
    q, k, v = torch.randn(3, len(left["ids"]), 4, generator=generator)
    y = F.scaled_dot_product_attention(q, k, v, attn_mask=left["keep"])
    start = 0
    for one in documents:
        part = slice(start, start + len(one))
        alone = F.scaled_dot_product_attention(q[part], k[part], v[part], is_causal=True)
        torch.testing.assert_close(y[part], alone)
        start += len(one)


# Vectors


@says(
    "language/text/tied_weights",
    "The row of a token is its vector at the input, and what the output is compared with.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_tied_weights(seed):
    torch.manual_seed(seed)
    model = TIED["Tied"](V=7, E=3).double()
    ids = torch.randint(7, (2, 4))
    W = model.embed.weight.detach().numpy()
    expected = np.zeros((2, 4, 7))
    for n, t, v, e in np.ndindex(2, 4, 7, 3):
        expected[n, t, v] += W[ids[n, t], e] * W[v, e]
    np.testing.assert_allclose(model(ids).detach(), expected, rtol=1e-12)


TIED = names_of("language/text/tied_weights")


@says(
    "language/text/tied_weights",
    "It is counted once among the parameters, and its gradient is the sum of both uses.",
    "The `state_dict` has both names.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_gradient_of_both_uses(seed):
    torch.manual_seed(seed)
    model = TIED["Tied"](V=7, E=3)
    ids = torch.randint(7, (2, 4))
    reads, scores = (model.embed.weight.detach().clone().requires_grad_() for _ in range(2))
    weights = torch.randn(2, 4, 7)
    (model(ids) * weights).sum().backward()
    (F.embedding(ids, reads) @ scores.T * weights).sum().backward()
    torch.testing.assert_close(model.embed.weight.grad, reads.grad + scores.grad)
    assert len(list(model.parameters())) == 1
    assert list(model.state_dict()) == ["embed.weight", "head.weight"]


@says(
    "language/text/tied_weights",
    "Start it small: rows of `nn.Embedding` have a standard deviation of 1, which makes logits far "
    "too large; with 0.02 the first loss is near log V.",
)
@pytest.mark.parametrize("V", [65, 1000])
def test_start_small(V):
    torch.manual_seed(0)
    model = TIED["Tied"](V, 64)
    assert model.embed.weight.std().item() == pytest.approx(1, abs=0.05)
    x, y = torch.randint(V, (2, 400))
    first = F.cross_entropy(model(x), y).item()
    assert first > 3 * math.log(V)
    torch.nn.init.normal_(model.embed.weight, std=0.02)
    assert F.cross_entropy(model(x), y).item() == pytest.approx(math.log(V), rel=0.02)


# Loss


@says(
    "language/text/token_loss",
    "Flatten batch and time, or put the classes into dimension 1: `cross_entropy` gives the same.",
    "Labels of -100, the default `ignore_index`, do not count: padding, and the prompt where the "
    "answer alone is to be learnt.",
    '`reduction="none"` keeps the table (N, T), with 0 where nothing counts: from it comes the '
    "mean of each text, or of each place.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_token_loss(seed):
    drawn = np.random.default_rng(seed)
    x, y = drawn.standard_normal((3, 5, 6)), drawn.integers(0, 6, (3, 5))
    y[drawn.random((3, 5)) < 0.3] = -100
    y[:, 1] = 2  # something counts in each text
    log_p = log_softmax(x)
    counted = [(n, t) for n, t in np.ndindex(3, 5) if y[n, t] != -100]
    losses = {(n, t): -log_p[n, t, y[n, t]] for n, t in counted}
    logits, labels = torch.from_numpy(x), torch.from_numpy(y)
    left = entry("token_loss", logits=logits, labels=labels)
    expected = np.mean(list(losses.values()))
    np.testing.assert_allclose(left["loss"], expected)
    np.testing.assert_allclose(F.cross_entropy(logits.transpose(1, 2), labels), expected)
    for n, t in np.ndindex(3, 5):
        np.testing.assert_allclose(left["table"][n, t], losses.get((n, t), 0.0))
    for n in range(3):
        of_text = [loss for (m, _), loss in losses.items() if m == n]
        np.testing.assert_allclose(left["each"][n], np.mean(of_text))


@says("language/text/token_loss", "A mean over no token is NaN, be it of a text or of the batch.")
@pytest.mark.parametrize("seed", SEEDS)
def test_no_token_counts(seed):
    torch.manual_seed(seed)
    logits, labels = torch.randn(2, 5, 10), torch.full((2, 5), -100)
    assert entry("token_loss", logits=logits, labels=labels)["loss"].isnan()
    labels[0, 3] = seed
    left = entry("token_loss", logits=logits, labels=labels)
    assert left["each"].isnan().tolist() == [False, True]
    assert left["loss"].isfinite()


@says(
    "language/text/token_loss",
    "The mean is over the tokens that count, so a long text weighs more than a short one.",
)
@pytest.mark.parametrize(("long", "short"), [(4, 1), (9, 3)])
def test_a_long_text_weighs_more(long, short):
    logits = torch.zeros(2, long, 3, requires_grad=True)
    labels = torch.full((2, long), 1)
    labels[1, short:] = -100
    F.cross_entropy(logits.flatten(0, 1), labels.flatten()).backward()
    weight = logits.grad.abs().sum(dim=(1, 2))
    torch.testing.assert_close(weight[0] / weight[1], torch.tensor(long / short))


@says(
    "language/text/perplexity",
    "Perplexity is `exp` of the mean loss of a token: a model that guesses evenly among k tokens "
    "has k.",
)
@pytest.mark.parametrize("k", [2, 10, 300])
def test_perplexity(k):
    target = torch.arange(20) % k
    left = entry("perplexity", target=target, logits=torch.zeros(20, k))
    assert left["perplexity"].item() == pytest.approx(k, rel=1e-5)
    drawn = np.random.default_rng(k)
    x, y = drawn.standard_normal((20, k)), drawn.integers(0, k, 20)
    left = entry("perplexity", target=torch.from_numpy(y), logits=torch.from_numpy(x))
    p = [math.exp(log_softmax(x)[t, y[t]]) for t in range(20)]
    assert left["perplexity"].item() == pytest.approx(math.prod(p) ** (-1 / 20))
    size = len(b"toads sat")
    assert left["bits"].item() == pytest.approx(-sum(map(math.log2, p)) / size)


@says("language/text/perplexity", "Take the mean over all tokens of the text, not over batches.")
@pytest.mark.parametrize("cut", [1, 2, 5])
def test_a_mean_of_batches_is_another(cut):
    nll = torch.tensor([4.0, 3.0, 1.0, 1.0, 0.5, 0.5, 0.2])
    means = torch.stack([nll[:cut].mean(), nll[cut:].mean()])
    assert abs(means.mean() - nll.mean()) > 0.1
    sums = torch.stack([nll[:cut].sum(), nll[cut:].sum()])
    torch.testing.assert_close(sums.sum() / len(nll), nll.mean())


@says(
    "language/text/perplexity",
    "It depends on the tokenizer: longer tokens are harder to guess.",
    "Bits per byte divides by what the text weighs in UTF-8 instead, and compares models with "
    "different vocabularies.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_bits_per_byte_do_not_depend_on_the_tokens(seed):
    torch.manual_seed(seed)
    x, y = torch.randn(8, 3), torch.randint(3, (8,))
    single = entry("perplexity", logits=x, target=y)
    pairs = (x[0::2, :, None] + x[1::2, None, :]).flatten(1)  # p(a, b) = p(a) p(b)
    double = entry("perplexity", logits=pairs, target=3 * y[0::2] + y[1::2])
    torch.testing.assert_close(single["bits"], double["bits"])
    torch.testing.assert_close(double["perplexity"], single["perplexity"] ** 2)
    assert double["perplexity"] > single["perplexity"]
