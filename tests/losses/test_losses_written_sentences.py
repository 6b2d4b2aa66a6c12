"""What losses/written says, and each of its formulas in NumPy, in float64."""

import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st
from recipes import names_of
from sklearn import metrics
from support import says
from torch import nn
from torchvision.ops import sigmoid_focal_loss

SEEDS = range(3)


def entry(name):
    return names_of(f"losses/written/{name}")


def drawn(seed, *shape):
    return np.random.default_rng(seed).standard_normal(shape)


def numbers(*arrays):
    return [torch.from_numpy(array).requires_grad_() for array in arrays]


def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def agree(found, expected):
    np.testing.assert_allclose(found.detach(), expected, rtol=1e-9, atol=1e-12)


# Contrastive


@says(
    "losses/written/info_nce",
    "Row i of one side belongs to row i of the other, and the other rows of the batch are the "
    "negatives.",
    "The loss is `cross_entropy` of the matrix of similarities, whose right classes lie on the "
    "diagonal.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_info_nce(seed):
    q, k = drawn(seed, 5, 3), drawn(seed + 9, 5, 3)
    p = softmax(unit(q) @ unit(k).T / 0.1)
    agree(entry("info_nce")["info_nce"](*numbers(q, k)), -np.log(np.diag(p)).mean())


@says("losses/written/info_nce", "Without `normalize` long vectors win.")
@pytest.mark.parametrize("seed", SEEDS)
def test_long_vectors_win_without_normalize(seed):
    info_nce = entry("info_nce")["info_nce"]
    query, key = (torch.from_numpy(abs(drawn(seed + n, 4, 3))) for n in (0, 5))
    longer = key * torch.tensor([[1.0], [1.0], [1000.0], [1.0]])
    assert (query @ longer.T).argmax(dim=1).tolist() == [2] * 4
    torch.testing.assert_close(info_nce(query, longer), info_nce(query, key))


@says(
    "losses/written/info_nce",
    "A batch of one has no negatives: its loss is 0, and so is its gradient.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_batch_of_one_teaches_nothing(seed):
    query, key = numbers(drawn(seed, 1, 3), drawn(seed + 9, 1, 3))
    loss = entry("info_nce")["info_nce"](query, key)
    loss.backward()
    assert loss == 0
    assert not query.grad.any()
    assert not key.grad.any()


@says(
    "losses/written/nt_xent",
    "Both views stand in one list of 2N rows; the partner of a row is N rows away, and the other "
    "2N - 2 are its negatives.",
    "Swapping the views changes nothing.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_nt_xent(seed):
    first, second = drawn(seed, 4, 3), drawn(seed + 9, 4, 3)
    z = unit(np.concatenate([first, second]))
    s = np.exp(z @ z.T / 0.5)
    each = [
        -math.log(s[i, (i + 4) % 8] / sum(s[i, j] for j in range(8) if j != i)) for i in range(8)
    ]
    nt_xent = entry("nt_xent")["nt_xent"]
    agree(nt_xent(*numbers(first, second)), np.mean(each))
    agree(nt_xent(*numbers(second, first)), np.mean(each))


@says("losses/written/nt_xent", "A row's similarity to itself is set to `-inf`, or it wins.")
@pytest.mark.parametrize("seed", SEEDS)
def test_a_row_is_most_similar_to_itself(seed):
    z = torch.from_numpy(unit(drawn(seed, 8, 3)))
    similarity = z @ z.T
    assert similarity.argmax(dim=1).tolist() == list(range(8))
    chosen = similarity.fill_diagonal_(-math.inf).argmax(dim=1)
    assert not (chosen == torch.arange(8)).any()


def clip_by_the_entry(images, texts, log_scale):
    scale = log_scale.exp()
    logits = scale * images @ texts.T
    right = torch.arange(len(images))
    return (F.cross_entropy(logits, right) + F.cross_entropy(logits.T, right)) / 2


@says(
    "losses/written/image_text_pairs",
    "The mean of the cross-entropy over rows and over columns of one matrix.",
    "an image a row, a text a column",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_image_text_pairs(seed):
    images, texts = unit(drawn(seed, 5, 3)), unit(drawn(seed + 9, 5, 3))
    # The lines of the entry are those of the function above.
    left = entry("image_text_pairs")
    found = clip_by_the_entry(left["images"], left["texts"], left["log_scale"])
    torch.testing.assert_close(left["loss"], found)
    s = np.exp(images @ texts.T / 0.07)
    rows, columns = np.diag(s / s.sum(1, keepdims=True)), np.diag(s / s.sum(0))
    found = clip_by_the_entry(*numbers(images, texts), torch.tensor(math.log(1 / 0.07)).double())
    np.testing.assert_allclose(
        found.detach(), -(np.log(rows) + np.log(columns)).mean() / 2, rtol=1e-6
    )
    assert left["logits"].shape == (len(left["images"]), len(left["texts"]))


@says(
    "losses/written/image_text_pairs",
    "Its scale is learnt as a logarithm, so that it stays positive.",
)
@given(st.floats(-50, 50))
def test_a_learnt_logarithm_stays_positive(value):
    assert torch.tensor(value).exp() > 0
    assert isinstance(entry("image_text_pairs")["log_scale"], nn.Parameter)


@says(
    "losses/written/image_text_pairs",
    "CLIP starts it at 1/0.07 and stops at 100: clamp the parameter after the step, for a `clamp` "
    "in the loss has no gradient above its bound, and the scale stays there.",
)
@pytest.mark.parametrize("in_the_loss", [True, False])
def test_where_the_scale_is_clamped(in_the_loss):
    left = entry("image_text_pairs")
    assert left["scale"].item() == pytest.approx(1 / 0.07)
    bound = math.log(100)
    log_scale = nn.Parameter(torch.tensor(bound - 0.01))
    optimizer = torch.optim.SGD([log_scale], lr=1.0)
    # Pairs that fit, so that the scale grows; then pairs that do not.
    pairs = torch.tensor([[1.0, 0.0], [0.995, 0.0999]])
    for texts in [pairs] * 2 + [pairs.flip(0)] * 3:
        used = log_scale.clamp(max=bound) if in_the_loss else log_scale
        loss = clip_by_the_entry(pairs, texts, used)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if not in_the_loss:
            with torch.no_grad():
                log_scale.clamp_(max=bound)
            assert log_scale.exp() <= 100.001
    assert (log_scale > bound) == in_the_loss
    assert (log_scale.grad == 0) == in_the_loss


# Hard samples


@says(
    "losses/written/focal",
    "The cross-entropy of each sample times $(1 - p)^\\gamma$, with p the probability of the "
    "right class; `gamma=0` is the cross-entropy.",
)
@pytest.mark.parametrize("gamma", [0.0, 0.5, 1.0, 2.0, 5.0])
def test_focal(gamma):
    x, y = 2 * drawn(0, 20, 4), np.random.default_rng(1).integers(0, 4, 20)
    p = softmax(x)[np.arange(20), y]
    focal = entry("focal")["focal"]
    logits, target = torch.from_numpy(x), torch.from_numpy(y)
    agree(focal(logits, target, gamma), (-((1 - p) ** gamma) * np.log(p)).mean())
    if gamma == 0:
        agree(focal(logits, target, gamma), metrics.log_loss(y, softmax(x)))


@says(
    "losses/written/focal",
    "Take p before class weights: `exp` of a weighted loss is no probability.",
)
@pytest.mark.parametrize("gamma", [0.0, 2.0])
def test_focal_takes_p_before_the_weights(gamma):
    x, y = 2 * drawn(0, 20, 4), np.random.default_rng(1).integers(0, 4, 20)
    p, w = softmax(x)[np.arange(20), y], np.array([0.2, 1.0, 3.0, 9.0])
    logits, target, weight = map(torch.from_numpy, (x, y, w))
    found = entry("focal")["focal"](logits, target, gamma, weight)
    agree(found, (-w[y] * (1 - p) ** gamma * np.log(p)).mean())
    weighted = F.cross_entropy(logits, target, weight, reduction="none")
    assert not np.allclose(torch.exp(-weighted), p, rtol=0.01)


@says(
    "losses/written/focal",
    "With gamma between 0 and 1 the gradient of a sample whose p is 1 is NaN.",
)
@pytest.mark.parametrize("gamma", [0.0, 0.1, 0.5, 0.9, 1.0, 1.5, 2.0])
def test_focal_without_a_gradient(gamma):
    logits = torch.tensor([[200.0, 0.0], [1.0, 0.0]], requires_grad=True)
    entry("focal")["focal"](logits, torch.tensor([0, 0]), gamma).backward()
    assert logits.grad[0].isnan().all() == (0 < gamma < 1)
    assert logits.grad[1].isfinite().all()


@says(
    "losses/written/sigmoid_focal",
    "From raw logits, with a target of the same shape.",
    "`alpha` weighs the positives and `1 - alpha` the negatives: the default 0.25 takes three "
    "quarters of the positives' loss away; a negative alpha weighs nothing.",
    'The default `reduction="none"` returns a loss an element.',
)
@pytest.mark.parametrize("alpha", [0.25, 0.9, -1.0])
@pytest.mark.parametrize("gamma", [0.0, 2.0])
def test_sigmoid_focal(alpha, gamma):
    x, y = 3 * drawn(0, 4, 5), (drawn(1, 4, 5) > 0).astype(float)
    p = 1 / (1 + np.exp(-x))
    positive, negative = (alpha, 1 - alpha) if alpha >= 0 else (1, 1)
    expected = -positive * y * (1 - p) ** gamma * np.log(p)
    expected -= negative * (1 - y) * p**gamma * np.log(1 - p)
    logit, target = torch.from_numpy(x), torch.from_numpy(y)
    agree(sigmoid_focal_loss(logit, target, alpha, gamma), expected)
    default = sigmoid_focal_loss(logit, target)[target == 1]
    agree(default, 0.25 * sigmoid_focal_loss(logit, target, alpha=-1)[target == 1])


@says(
    "losses/written/hardest",
    "Online hard example mining: `topk` of the losses one by one, here the worst quarter.",
    "The others get no gradient.",
)
@pytest.mark.parametrize("scale", [0.5, 1.0, 3.0])
def test_hardest(scale):
    left = entry("hardest")
    logits = (scale * left["logits"].detach()).requires_grad_()
    each = F.binary_cross_entropy_with_logits(logits, left["target"], reduction="none")
    each.topk(left["k"]).values.mean().backward()
    worst = np.argsort(-each.detach().numpy())[: len(logits) // 4]
    assert set(logits.grad.nonzero().flatten().tolist()) == set(worst.tolist())
    found = np.sort(left["each"].detach().numpy())[::-1][: left["k"]].mean()
    np.testing.assert_allclose(left["loss"].detach(), found, rtol=1e-6)
    assert left["k"] == len(logits) / 4


# Masks


def dice_of(p, y, smooth):
    return [
        (2 * (a * b).sum() + smooth) / (a.sum() + b.sum() + smooth)
        for a, b in zip(p, y, strict=True)
    ]


@says("losses/written/dice", "It is soft: probabilities in place of 0 and 1.")
@pytest.mark.parametrize("smooth", [0.0, 1.0, 7.0])
def test_dice(smooth):
    x, y = drawn(0, 3, 4, 5), (drawn(1, 3, 4, 5) > 0).astype(float)
    dice_loss = entry("dice")["dice_loss"]
    logits, target = map(torch.from_numpy, (x, y))
    expected = 1 - np.mean(dice_of(1 / (1 + np.exp(-x)), y, smooth))
    agree(dice_loss(logits, target, smooth), expected)
    # Of sure predictions it is the F1 score of the pixels.
    hard = dice_loss(200 * torch.sign(logits), target, 0.0)
    pairs = zip(y.reshape(3, -1), (x > 0).reshape(3, -1), strict=True)
    agree(hard, 1 - np.mean([metrics.f1_score(a, b) for a, b in pairs]))


@says(
    "losses/written/dice",
    "`smooth` decides about empty masks: with 0 an empty target costs 1, without a gradient, or "
    "NaN where all probabilities round to 0.",
)
@pytest.mark.parametrize("logit", [-20.0, -2.0, 0.0, 3.0])
def test_dice_of_an_empty_mask(logit):
    dice_loss, empty = entry("dice")["dice_loss"], torch.zeros(1, 2, 2)
    logits = torch.full((1, 2, 2), logit, requires_grad=True)
    loss = dice_loss(logits, empty, smooth=0)
    loss.backward()
    assert loss == 1
    assert not logits.grad.any()
    assert dice_loss(empty - 200, empty, smooth=0).isnan()
    logits.grad = None
    dice_loss(logits, empty).backward()
    assert (logits.grad > 0).all()
    assert dice_loss(empty - 200, empty) == 0


@says(
    "losses/written/dice",
    "In float16 sums over large masks overflow to NaN: `.float()` first.",
)
@says(
    "losses/written/dice_per_class",
    "Take `.float()` of float16, where the sums overflow.",
)
@pytest.mark.parametrize("size", [16, 300])
def test_dice_of_half_precision(size):
    logits = torch.full((1, size, size), 9.0).half()
    loss = entry("dice")["dice_loss"]
    assert loss(logits, (logits > 0).half()).isnan() == (size == 300)
    assert loss(logits.float(), (logits > 0).float()) < 1e-3
    planes, target = torch.stack([logits, -logits], dim=1), torch.zeros(1, size, size).long()
    scores = entry("dice_per_class")["dice_scores"]
    assert scores(planes, target).isnan().any() == (size == 300)
    assert scores(planes.float(), target)[0] > 0.999


@says(
    "losses/written/dice_per_class",
    "The target of class numbers becomes one plane a class; sums run over the batch and its "
    "pixels.",
    "Each class counts the same, however few its pixels are.",
)
@pytest.mark.parametrize("smooth", [0.0, 1.0])
def test_dice_per_class(smooth):
    x, y = drawn(0, 2, 3, 4, 5), np.random.default_rng(1).integers(0, 3, (2, 4, 5))
    p = softmax(x, axis=1)
    planes = [(p[:, c], (y == c).astype(float)) for c in range(3)]
    scores = dice_of(*zip(*planes, strict=True), smooth)
    left = entry("dice_per_class")
    agree(left["dice_scores"](torch.from_numpy(x), torch.from_numpy(y), smooth), scores)
    torch.testing.assert_close(left["loss"], 1 - left["score"].mean())  # not by pixels


@says(
    "losses/written/dice_per_class",
    "A class that is absent and not predicted has a score near 1 with `smooth`, and 0 or NaN "
    "without.",
    "Leave the background out with `score[1:]`.",
)
@pytest.mark.parametrize("logit", [-12.0, -20.0, -200.0])
def test_dice_of_an_absent_class(logit):
    dice_scores = entry("dice_per_class")["dice_scores"]
    logits, target = torch.full((1, 3, 2, 2), logit), torch.tensor([[[0, 0], [1, 1]]])
    logits[0, 0, 0], logits[0, 1, 1] = 20.0, 20.0
    score = dice_scores(logits, target)
    assert score[2] == pytest.approx(1, abs=1e-4)
    without = dice_scores(logits, target, smooth=0.0)[2]
    assert without.isnan() or without == 0
    assert without.isnan() == (logit == -200)
    torch.testing.assert_close(score[1:], dice_scores(logits, target)[[1, 2]])


# Tokens and pixels


@says(
    "losses/written/token_cross_entropy",
    "The logits at position t are compared with token t + 1: cut the last logits and the first "
    "token, then flatten batch and time.",
    "Padding is left out by `ignore_index`.",
    "`exp` of the loss is the perplexity.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_token_cross_entropy(seed):
    left = entry("token_cross_entropy")
    tokens, x = left["tokens"].numpy(), drawn(seed, 2, 4, 5)
    p = softmax(x)
    chosen = [
        p[b, t, tokens[b, t + 1]] for b in range(2) for t in range(3) if tokens[b, t + 1] != 0
    ]
    logits = torch.from_numpy(x)
    flat = logits[:, :-1].flatten(0, 1), left["tokens"][:, 1:].flatten()
    assert torch.equal(left["labels"], flat[1])
    assert torch.equal(left["inputs"], left["logits"][:, :-1].flatten(0, 1))
    loss = F.cross_entropy(*flat, ignore_index=left["PAD"])
    agree(loss, -np.mean(np.log(chosen)))
    agree(loss.exp(), np.prod(chosen) ** (-1 / len(chosen)))


@says(
    "losses/written/token_cross_entropy",
    "If the padding is the end token, this leaves out the true end, too: put -100 into the labels "
    "instead.",
)
def test_padding_with_the_end_token():
    END = 0
    labels = torch.tensor([3, END, END, END])  # the first is the end, the others padding
    slopes = {}
    for ignored, target in [(END, labels), (-100, torch.tensor([3, END, -100, -100]))]:
        logits = torch.zeros(4, 5, requires_grad=True)
        F.cross_entropy(logits, target, ignore_index=ignored).backward()
        slopes[ignored] = logits.grad.any(dim=1).tolist()
    assert slopes == {END: [True, False, False, False], -100: [True, True, False, False]}


@says("losses/written/token_cross_entropy", "Untrained, with logits near 0, it is near log V.")
@pytest.mark.parametrize("V", [5, 100, 5000])
def test_the_first_loss_is_log_v(V):
    torch.manual_seed(0)
    loss = F.cross_entropy(0.1 * torch.randn(64, V), torch.randint(V, (64,)))
    assert loss.item() == pytest.approx(math.log(V), rel=0.03)


@says(
    "losses/written/pixel_cross_entropy",
    "The classes stand in dimension 1; the target has no channel and holds class numbers, not "
    "one-hot planes.",
    "Unlabelled pixels, 255 in many sets, are left out.",
    "The mean runs over all pixels of the batch that count.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_pixel_cross_entropy(seed):
    x = drawn(seed, 2, 3, 4, 5)
    y = np.random.default_rng(seed).choice([0, 1, 2, 255], (2, 4, 5))
    p = softmax(x, axis=1)
    chosen = [p[n, y[n, i, j], i, j] for n, i, j in np.ndindex(y.shape) if y[n, i, j] != 255]
    loss = F.cross_entropy(torch.from_numpy(x), torch.from_numpy(y), ignore_index=255)
    agree(loss, -np.mean(np.log(chosen)))
    with pytest.raises(RuntimeError):
        F.cross_entropy(torch.from_numpy(x), F.one_hot(torch.from_numpy(y % 3)).movedim(-1, 1))


@says(
    "losses/written/pixel_cross_entropy",
    "If the model gives a smaller map, enlarge the logits, not the mask: between two classes there "
    "is no class number.",
)
def test_enlarged_masks_have_classes_in_between():
    mask = torch.tensor([[[[0.0, 2.0]]]])
    wide = F.interpolate(mask, scale_factor=3, mode="bilinear")
    assert not set(wide.flatten().tolist()) <= {0.0, 2.0}
    full = entry("pixel_cross_entropy")["full"]
    assert full.shape[2:] == entry("pixel_cross_entropy")["target"].shape[1:]


# Teachers


@says(
    "losses/written/distillation",
    "Both distributions are softened by a temperature T, and compared by the divergence.",
    "The student's gradient is T² times that of `cross_entropy` with the teacher's probabilities "
    "at the same T.",
)
@pytest.mark.parametrize("T", [1.0, 2.0, 4.0])
def test_distillation(T):
    x, t = 2 * drawn(0, 5, 4), 2 * drawn(1, 5, 4)
    q, p = softmax(t / T), softmax(x / T)
    (student,) = numbers(x)
    loss = entry("distillation")["distill"](student, torch.from_numpy(t), T)
    agree(loss, T**2 * (q * np.log(q / p)).sum() / 5)
    (slope,) = torch.autograd.grad(loss, student)
    soft = F.cross_entropy(student / T, torch.from_numpy(q))
    agree(slope, T**2 * torch.autograd.grad(soft, student)[0])


@says(
    "losses/written/distillation",
    "The factor T² keeps the size of the gradient, which else shrinks about as 1/T².",
)
@pytest.mark.parametrize("T", [10.0, 30.0, 100.0])
def test_the_factor_keeps_the_gradient(T):
    distill = entry("distillation")["distill"]
    (student,), teacher = numbers(drawn(0, 5, 4)), torch.from_numpy(drawn(1, 5, 4))
    sizes = [
        torch.autograd.grad(distill(student, teacher, t), student)[0].norm() for t in (T, 2 * T)
    ]
    assert (sizes[1] / sizes[0]).item() == pytest.approx(1, rel=0.05)
    without = [size / t**2 for size, t in zip(sizes, (T, 2 * T), strict=True)]
    assert (without[1] / without[0]).item() == pytest.approx(1 / 4, rel=0.05)


# What counts


def masked_mean(pred, target):
    """The lines of the entry, on other numbers."""
    mask = target.isfinite()
    total = F.mse_loss(pred[mask], target[mask], reduction="sum")
    return total / mask.sum().clamp(min=1)


@says(
    "losses/written/masked_mean",
    "Pick the entries first and divide by their number: a target of NaN times 0 is still NaN.",
    "`clamp(min=1)` makes the loss of a batch in which nothing counts 0; a mean of nothing is NaN.",
)
@pytest.mark.parametrize("missing", [0, 3, 7, 12])
def test_masked_mean(missing):
    x, y = drawn(0, 3, 4), drawn(1, 3, 4)
    y.flat[np.random.default_rng(2).permutation(12)[:missing]] = np.nan
    (pred,), target = numbers(x), torch.from_numpy(y)
    left = entry("masked_mean")
    torch.testing.assert_close(left["loss"], masked_mean(left["pred"], left["target"]))
    loss = masked_mean(pred, target)
    agree(loss, np.nanmean((x - y) ** 2) if missing < 12 else 0)
    loss.backward()
    assert pred.grad.isfinite().all()
    assert not pred.grad[target.isnan()].any()
    assert F.mse_loss(pred[target.isnan()][:0], target[target.isnan()][:0]).isnan()
    assert (target.isfinite() * (pred - target) ** 2).sum().isnan() == (missing > 0)


@says(
    "losses/written/masked_mean",
    "Each row first, then the mean of the rows: short rows count as much as long ones.",
    "the square last: no NaN gradient",
)
@pytest.mark.parametrize("length", [1, 3, 5])
def test_a_mean_of_rows(length):
    mask = torch.arange(6) < torch.tensor([[length], [6]])
    each = torch.where(mask, torch.tensor([[1.0], [3.0]]), 0.0)
    rows = (each.sum(dim=1) / mask.sum(dim=1).clamp(min=1)).mean()
    assert rows == 2
    assert (each.sum() / mask.sum()).item() == pytest.approx((length + 18) / (length + 6))
    pred = torch.randn(2, 6, requires_grad=True)
    target = torch.where(mask, 1.0, math.nan)
    left = names_of("losses/written/masked_mean", pred=pred, target=target)
    torch.testing.assert_close(left["each"][mask], ((pred - target) ** 2)[mask])
    (slope,) = torch.autograd.grad(left["each"].sum(), pred)
    assert slope.isfinite().all()
    assert not slope[~mask].any()
    (slope,) = torch.autograd.grad(torch.where(mask, (pred - target) ** 2, 0.0).sum(), pred)
    assert slope[~mask].isnan().all()


# Quantiles


@says("losses/written/quantile", "`q=0.5` is half of the absolute error, and gives the median.")
@pytest.mark.parametrize("q", [0.1, 0.5, 0.9])
def test_quantile(q):
    y, x = drawn(0, 40), drawn(1, 40, 1)
    pinball = entry("quantile")["pinball"]
    found = pinball(*map(torch.from_numpy, (x, y)), torch.tensor([q], dtype=torch.float64))
    agree(found, metrics.mean_pinball_loss(y, x[:, 0], alpha=q))
    if q == 0.5:
        agree(found, metrics.mean_absolute_error(y, x[:, 0]) / 2)


@says(
    "losses/written/quantile",
    "A target above the prediction costs q a unit, one below it 1 - q: the best constant is the "
    "quantile q of the targets.",
)
@settings(deadline=None)
@given(q=st.floats(0.05, 0.95), seed=st.integers(0, 99))
def test_the_best_constant_is_the_quantile(q, seed):
    pinball, quantiles = entry("quantile")["pinball"], torch.tensor([q], dtype=torch.float64)
    target = torch.from_numpy(drawn(seed, 31))

    def loss(constant, target=target):
        return pinball(torch.full((len(target), 1), constant).double(), target, quantiles).item()

    best = loss(np.quantile(target, q, method="inverted_cdf"))
    assert all(best <= loss(constant) + 1e-12 for constant in np.linspace(-2, 2, 41))
    one = torch.tensor([1.0], dtype=torch.float64)
    assert loss(0.0, one) == pytest.approx(q)
    assert loss(0.0, -one) == pytest.approx(1 - q)
