"""What the sentences of losses/classification say."""

import math
from itertools import pairwise, product

import pytest
import torch
import torch.nn.functional as F
from hypothesis import example, given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn
from torch.profiler import ProfilerActivity, profile

scores = st.lists(st.floats(-30, 30), min_size=4, max_size=4)
classes = st.integers(0, 3)


def double(*values):
    return torch.tensor(values, dtype=torch.float64)


@says(
    "losses/classification",
    "Both take raw logits.",
    "Class indices are int64; yes-or-no targets are floats of the input's shape.",
)
@given(logits=scores, index=classes)
def test_both_take_raw_logits(logits, index):
    x, y, yes = double(logits), torch.tensor([index]), F.one_hot(torch.tensor([index]), 4)
    exact = -math.log(math.exp(logits[index]) / sum(map(math.exp, logits)))
    assert nn.CrossEntropyLoss()(x, y).item() == pytest.approx(exact, abs=1e-9)
    each = [math.log1p(math.exp(-v if i == index else v)) for i, v in enumerate(logits)]
    assert nn.BCEWithLogitsLoss()(x, yes.double()).item() == pytest.approx(sum(each) / 4, abs=1e-9)
    for refused in ((nn.CrossEntropyLoss(), y.int()), (nn.BCEWithLogitsLoss(), yes)):
        with pytest.raises(RuntimeError):
            refused[0](x, refused[1])


@says(
    "losses/classification/cross_entropy",
    "It applies log-softmax itself: pass logits, never probabilities.",
    "The same by hand: minus the log-probability of the right class, averaged.",
)
@given(logits=scores, index=classes)
def test_cross_entropy_applies_log_softmax(logits, index):
    x, y = double(logits), torch.tensor([index])
    by_hand = -torch.log_softmax(x, dim=1)[torch.arange(1), y].mean()
    torch.testing.assert_close(nn.CrossEntropyLoss()(x, y), by_hand)
    # The logit of the right class leads by 1 at most, and the loss stays above 0.74.
    assert nn.CrossEntropyLoss()(x.softmax(1), y) >= math.log(1 + 3 / math.e) - 1e-9


@says(
    "losses/classification/cross_entropy",
    "The target is the class index, or a float row of class probabilities.",
)
@given(logits=scores, weights=st.lists(st.floats(0.01, 1), min_size=4, max_size=4))
def test_cross_entropy_takes_an_index_or_probabilities(logits, weights):
    x, q = double(logits), double(weights) / sum(weights)
    by_class = torch.stack([nn.CrossEntropyLoss()(x, torch.tensor([c])) for c in range(4)])
    torch.testing.assert_close(nn.CrossEntropyLoss()(x, q), (q[0] * by_class).sum())


@says(
    "losses/classification/nll",
    "The second half of `CrossEntropyLoss`: use it after `log_softmax`.",
    "It only picks the entry of the right class and changes its sign, so raw logits give a number "
    "without meaning and no error.",
    "log-probabilities, 0 or less",
)
@given(logits=scores, index=classes)
def test_nll_picks_the_entry_of_the_right_class(logits, index):
    x, y = double(logits), torch.tensor([index])
    assert nn.NLLLoss()(x, y).item() == -x[0, index]
    torch.testing.assert_close(nn.NLLLoss()(x.log_softmax(1), y), nn.CrossEntropyLoss()(x, y))
    assert (x.log_softmax(1) <= 0).all()


@says("losses/classification/nll", "`NLLLoss2d` is its deprecated name.")
def test_nll_loss_2d_is_nll_loss():
    with pytest.warns(FutureWarning, match="deprecated"):
        old = nn.NLLLoss2d()
    assert isinstance(old, nn.NLLLoss)
    assert type(old).forward is nn.NLLLoss.forward


@says(
    "losses/classification/bce",
    "Logarithms are clamped at -100, so a wrong 0 or 1 costs 100, not `inf`.",
    "in [0, 1]",
)
@example(prob=0.0, target=1.0)
@example(prob=1.0, target=0.0)
@given(prob=st.floats(0, 1), target=st.floats(0, 1))
def test_bce_clamps_its_logarithms(prob, target):
    p, y = double(prob), double(target)
    low = [max(math.log(v), -100) if v else -100 for v in (p.item(), 1 - p.item())]
    exact = -(target * low[0] + (1 - target) * low[1])
    assert nn.BCELoss()(p, y).item() == pytest.approx(exact, abs=1e-9)
    for outside in (-0.1, 1.1):
        with pytest.raises(RuntimeError, match="between 0 and 1"):
            nn.BCELoss()(double(outside), y)


@says(
    "losses/classification/bce",
    "Prefer `BCEWithLogitsLoss`, which takes the logit and stays exact where a float32 sigmoid "
    "rounds to 0 or 1.",
)
@says(
    "losses/classification/bce_with_logits",
    "It applies the sigmoid itself: the last layer has none.",
    "A logit of `-inf`, as of a mask, gives NaN.",
    "unbounded scores",
)
@given(st.floats(-1e6, 1e6))
def test_the_logit_stays_exact(logit):
    x, y = torch.tensor([logit]), torch.zeros(1)
    exact = F.softplus(x.double()).item()
    assert nn.BCEWithLogitsLoss()(x, y).item() == pytest.approx(exact, rel=1e-5, abs=1e-37)
    if logit > 101:
        assert torch.sigmoid(x) == 1
        assert nn.BCELoss()(torch.sigmoid(x), y) == 100 < exact
    for label in (0.0, 0.5, 1.0):
        assert nn.BCEWithLogitsLoss()(torch.tensor([-math.inf]), torch.tensor([label])).isnan()


@says(
    "losses/classification/bce_with_logits",
    "At prediction time, `logit > 0` is a probability above 0.5.",
)
@given(st.one_of(st.floats(-700, 700), st.sampled_from([1e-9, -1e-9, 0.0])))
def test_a_positive_logit_is_above_a_half(logit):
    above_a_half = math.expm1(-logit) < 0  # exp(-x) < 1, unrounded
    assert (torch.tensor(logit, dtype=torch.float64) > 0).item() == above_a_half
    if logit > 1e-3:
        assert torch.sigmoid(torch.tensor(logit)) > 0.5


@says(
    "losses/classification/kl_div",
    "The input holds log-probabilities, the target probabilities (or log-probabilities with "
    "`log_target=True`, where one of `-inf` gives NaN).",
    'Say `reduction="batchmean"`: the default `"mean"` divides by N times C, which is not the '
    "divergence, and warns.",
)
@pytest.mark.parametrize("n", [1, 3])
def test_kl_div_averages_over_the_batch_if_told(n):
    logits = torch.linspace(-2, 3, n * 8).view(2, n, 4).double()
    log_pred, target = logits.sin().log_softmax(-1).unbind()
    exact = torch.distributions.kl_divergence(
        torch.distributions.Categorical(logits=target),
        torch.distributions.Categorical(log_pred.exp()),
    ).mean()
    torch.testing.assert_close(nn.KLDivLoss(reduction="batchmean")(log_pred, target.exp()), exact)
    with_logs = nn.KLDivLoss(reduction="batchmean", log_target=True)(log_pred, target)
    torch.testing.assert_close(with_logs, exact)
    sure = F.one_hot(torch.arange(n), 4).double()
    assert nn.KLDivLoss(reduction="batchmean")(log_pred, sure).isfinite()
    assert nn.KLDivLoss(reduction="batchmean", log_target=True)(log_pred, sure.log()).isnan()
    with pytest.warns(UserWarning, match="batch size and the support size"):
        torch.testing.assert_close(nn.KLDivLoss()(log_pred, target.exp()), exact / 4)


@says("losses/classification/kl_div", "probabilities, each row sums to 1")
@says("losses/options/class_probabilities", "each row sums to 1")
@pytest.mark.parametrize(
    ("name", "variable"),
    [("classification/kl_div", "target"), ("options/class_probabilities", "probs")],
)
def test_each_row_of_probabilities_sums_to_1(name, variable):
    probs = names_of(f"losses/{name}")[variable]
    torch.testing.assert_close(probs.sum(1), torch.ones(len(probs)))


@says("losses/classification/multi_label_margin", "every label above every other class, by 1.")
@says("losses/classification/multi_label_margin", "Several classes may be right.")
@example([1.0, 0.0, 1.0, 0.0], {0, 2})
@example([1.0, 0.0, 1.0, 0.0], set())
@given(scores, st.sets(classes))
def test_multi_label_margin_wants_labels_above_the_rest(row, labels):
    target = torch.tensor([[*labels, *[-1] * (4 - len(labels))]])
    loss = nn.MultiLabelMarginLoss()(double(row), target)
    rest = set(range(4)) - labels
    satisfied = all(row[j] >= row[i] + 1 for j, i in product(labels, rest))
    assert (loss == 0) == satisfied


@says(
    "losses/classification/multi_label_margin",
    "Each target row lists the class indices of the labels and is filled up with -1: what stands "
    "behind the first -1 is ignored.",
    "It is not a row of zeros and ones.",
    "labels 3 and 0",
)
@given(scores, classes)
def test_what_stands_behind_the_first_minus_1_is_ignored(row, behind):
    x, loss_fn = double(row), nn.MultiLabelMarginLoss()
    listed = loss_fn(x, torch.tensor([[3, 0, -1, behind]]))
    hinges = [max(0, 1 - row[j] + row[i]) for j, i in product((3, 0), (1, 2))]
    assert listed.item() == pytest.approx(sum(hinges) / 4)
    # Zeros and ones are read as the labels 0 and 1.
    ones = loss_fn(double([0.0, 0.0, 5.0, 5.0]), torch.tensor([[0, 0, 1, 1]]))
    assert ones != loss_fn(double([0.0, 0.0, 5.0, 5.0]), torch.tensor([[2, 3, -1, -1]])) == 0


@says(
    "losses/classification/soft_margin",
    "It equals `BCEWithLogitsLoss` with the labels 0 and 1 written as -1 and 1, as long as the "
    "exponential is finite: in float32 a score of 89 on the wrong side gives `inf`, and a gradient "
    "of NaN.",
    r"A target of 0 gives $\log 2$ whatever the input, without an error.",
)
@given(score=st.floats(-700, 700), label=st.sampled_from([0.0, 1.0]))
def test_soft_margin_is_bce_of_minus_1_and_1(score, label):
    x, y = double(score), double(label)
    torch.testing.assert_close(nn.SoftMarginLoss()(x, 2 * y - 1), nn.BCEWithLogitsLoss()(x, y))
    assert nn.SoftMarginLoss()(x, double(0.0)).item() == pytest.approx(math.log(2))
    for wrong, finite in ((88.0, True), (89.0, False), (200.0, False)):
        score = torch.tensor([-wrong * (2 * label - 1)], requires_grad=True)
        bce = nn.BCEWithLogitsLoss()(score, torch.tensor([label]))
        assert bce.item() == pytest.approx(wrong)
        loss = nn.SoftMarginLoss()(score, torch.tensor([2 * label - 1]))
        (slope,) = torch.autograd.grad(loss, score)
        assert (loss.isfinite(), slope.isnan()) == (finite, not finite)


@says(
    "losses/classification/multi_label_soft_margin",
    "It equals `BCEWithLogitsLoss` averaged over the classes first, which makes a difference with "
    '`reduction="none"` (one number a sample) and `"sum"`.',
)
@given(st.lists(scores, min_size=1, max_size=3))
def test_multi_label_soft_margin_averages_over_the_classes(rows):
    x = double(*rows)
    y = (x.sin() > 0).double()
    each = nn.BCEWithLogitsLoss(reduction="none")(x, y)
    for reduction, expected in {"none": each.mean(1), "sum": each.mean(1).sum()}.items():
        loss = nn.MultiLabelSoftMarginLoss(reduction=reduction)(x, y)
        torch.testing.assert_close(loss, expected)
        assert loss.shape != each.shape
    assert nn.BCEWithLogitsLoss(reduction="sum")(x, y) > 3 * loss
    torch.testing.assert_close(nn.MultiLabelSoftMarginLoss()(x, y), nn.BCEWithLogitsLoss()(x, y))


@says(
    "losses/classification/multi_margin",
    "the right class above every other, by a margin.",
    "A hinge loss of a multi-class support vector machine.",
    "A class that is `margin` (default 1) below the right one costs nothing.",
    "`p=2` squares the violations.",
    "class index in [0, C)",
)
@example(row=[1.0, 0.0, 0.0, 0.0], index=0, p=1)
@given(row=scores, index=classes, p=st.sampled_from([1, 2]))
def test_multi_margin_adds_hinges(row, index, p):
    """As Weston and Watkins, divided by the number of classes."""
    x, y = double(row), torch.tensor([index])
    hinges = [max(0, 1 - row[index] + v) ** p for i, v in enumerate(row) if i != index]
    loss = nn.MultiMarginLoss(p=p)(x, y).item()
    assert loss == pytest.approx(sum(hinges) / 4, abs=1e-9)
    satisfied = all(row[index] >= v + 1 for i, v in enumerate(row) if i != index)
    assert (loss == 0) == satisfied
    with pytest.raises(RuntimeError, match="out of range"):
        nn.MultiMarginLoss()(x, torch.tensor([4]))


def ctc(steps, target, *, seed=0, **arguments):
    torch.manual_seed(seed)
    log_probs = torch.randn(steps, 1, 4).double().log_softmax(-1)
    lengths = torch.tensor([steps]), torch.tensor([len(target)])
    return nn.CTCLoss(**arguments)(log_probs, torch.tensor([target]), *lengths).item()


@says(
    "losses/classification/ctc",
    "For speech and handwriting: T time steps, at most T labels.",
    "A target that does not fit into T steps gives `inf`; `zero_infinity=True` makes it 0.",
)
@given(steps=st.integers(1, 5), target=st.lists(st.integers(1, 3), min_size=1, max_size=5))
def test_a_target_that_does_not_fit_is_infinite(steps, target):
    blanks = sum(a == b for a, b in pairwise(target))  # between repeats
    fits = len(target) + blanks <= steps
    assert math.isfinite(ctc(steps, target)) == fits
    assert (ctc(steps, target, zero_infinity=True) == 0) == (not fits)


@says(
    "losses/classification/ctc",
    'With `reduction="mean"` each loss is divided by its target\'s length before averaging.',
    "The input is (T, N, C), time first, after `log_softmax`.",
)
@given(st.lists(st.integers(1, 3), min_size=2, max_size=3))
def test_each_ctc_loss_is_divided_by_its_targets_length(lengths):
    torch.manual_seed(0)
    steps, n = 7, len(lengths)
    log_probs = torch.randn(steps, n, 4).double().log_softmax(-1)
    arguments = torch.tensor([[1, 2, 3]] * n), torch.full((n,), steps), torch.tensor(lengths)
    each = nn.CTCLoss(reduction="none")(log_probs, *arguments)
    assert each.shape == (n,)
    torch.testing.assert_close(
        nn.CTCLoss()(log_probs, *arguments), (each / torch.tensor(lengths)).mean()
    )


@says(
    "losses/classification/adaptive_log_softmax",
    "For vocabularies: frequent classes stand first and get a full score, rare ones share clusters "
    "with smaller projections.",
)
def test_rare_classes_have_smaller_projections():
    loss_fn = nn.AdaptiveLogSoftmaxWithLoss(8, 20, cutoffs=[4, 10], div_value=2)
    assert loss_fn.head.weight.shape == (4 + 2, 8)  # four classes, two clusters
    assert [down.weight.shape for down, _ in loss_fn.tail] == [(4, 8), (2, 8)]


@says(
    "losses/classification/adaptive_log_softmax",
    "It holds the output layer itself and returns a pair: the log-probability of each target, and "
    "the loss.",
    "class index in [0, 20)",
    "log-probability of each target",
    "minus the mean of out.output",
)
@pytest.mark.parametrize("n", [1, 2, 30])
def test_adaptive_log_softmax_returns_the_log_probability_of_each_target(n):
    loss_fn = names_of("losses/classification/adaptive_log_softmax")["loss_fn"]
    features, target = torch.randn(n, 8), torch.arange(n) % 20
    output, loss = loss_fn(features, target)
    log_probs = loss_fn.log_prob(features)
    torch.testing.assert_close(log_probs.exp().sum(1), torch.ones(n))
    torch.testing.assert_close(output, log_probs[torch.arange(n), target])
    torch.testing.assert_close(loss, -output.mean())
    assert log_probs.shape == (n, 20)
    with pytest.raises(RuntimeError, match=r"should be in \[0, 19\]"):
        loss_fn(features, torch.full((n,), 20))


def largest_block(options, rows):
    """The largest piece of memory that a step asks for, in bytes."""
    features, target = torch.randn(rows, 16, requires_grad=True), torch.arange(rows)
    loss_fn = nn.LinearCrossEntropyLoss(16, 1000, options=options)
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as seen:
        loss_fn(features, target).backward()
    events = seen.profiler.kineto_results.events()
    return max(event.nbytes() for event in events if event.name() == "[memory]")


@says(
    "losses/classification/linear_cross_entropy",
    "With `nn.LinearCrossEntropyOptions` it computes the logits in chunks, and the whole of them "
    "is never in memory; without, it saves nothing.",
)
@pytest.mark.parametrize("rows", [256, 512])
def test_linear_cross_entropy_computes_the_logits_in_chunks(rows):
    logits = 4 * rows * 1000
    assert largest_block(None, rows) == logits
    assert largest_block(nn.LinearCrossEntropyOptions(), rows) <= logits / 8


@says(
    "losses/classification/linear_cross_entropy",
    "With `label_smoothing` it warns and does not use the options.",
)
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_linear_cross_entropy_with_smoothing(smoothing, recwarn):
    loss_fn = nn.LinearCrossEntropyLoss(
        3, 6, label_smoothing=smoothing, options=nn.LinearCrossEntropyOptions()
    )
    loss_fn(torch.randn(4, 3), torch.tensor([0, 2, 5, 1]))
    warned = [str(w.message) for w in recwarn if "ignored" in str(w.message)]
    assert bool(warned) == (smoothing > 0)


@says(
    "losses/classification/linear_cross_entropy",
    "the output layer and cross-entropy in one.",
    "The module holds the weight of the output layer.",
)
@pytest.mark.parametrize("options", [None, nn.LinearCrossEntropyOptions()])
def test_linear_cross_entropy_is_the_layer_and_the_loss(options):
    loss_fn = nn.LinearCrossEntropyLoss(3, 6, options=options)
    features, target = torch.randn(4, 3), torch.tensor([0, 2, 5, 1])
    expected = nn.CrossEntropyLoss()(features @ loss_fn.linear.weight.T, target)
    torch.testing.assert_close(loss_fn(features, target), expected)
    assert [name for name, _ in loss_fn.named_parameters()] == ["linear.weight"]


@says("losses/classification/linear_cross_entropy", "class index in [0, C)")
def test_linear_cross_entropy_refuses_a_class_that_is_not_there():
    with pytest.raises((IndexError, RuntimeError), match="out of bounds"):
        nn.LinearCrossEntropyLoss(3, 6)(torch.randn(1, 3), torch.tensor([6]))
