"""What the sentences of evaluation say, and the cases at the edge: ties, absent classes."""

import inspect
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from recipes import names_of
from scipy import stats
from sklearn import metrics
from support import ENTRIES, says
from torch import nn
from torchmetrics import classification
from torchvision import models

FORMULAS = [e.name for e in ENTRIES if e.name.startswith("evaluation/") and "$$" in e.text]
CLASSES = st.lists(st.integers(0, 2), min_size=1, max_size=20)


def run(name, **inputs):
    return names_of(f"evaluation/{name}", **inputs)


@says(
    "evaluation",
    "Each formula is compared with scikit-learn's function on random predictions.",
)
@pytest.mark.parametrize("name", FORMULAS)
def test_each_formula_has_its_test(name):
    source = Path(__file__).with_name("test_evaluation.py").read_text(encoding="utf-8")
    _, _, test = source.partition(f"def test_{name.split('/')[1]}(seed")
    assert "metrics." in test.partition("\n\n\n")[0]


@says(
    "evaluation",
    "Collect predictions over the whole set, then compute: a mean of batch scores is another "
    "number.",
)
@says(
    "evaluation/over_batches",
    "The mean of the scores of batches is not the score of the set: the last batch is smaller, "
    "and F1 or AUC are no means at all.",
    "Add up the confusion matrix, or collect predictions with `torch.cat`, and compute once.",
)
@pytest.mark.parametrize("score", ["accuracy", "f1", "auc"])
def test_a_mean_of_batch_scores(score):
    rng = np.random.default_rng(0)
    target = (rng.random(42) < 0.4).astype(int)
    scores = target * 0.5 + rng.random(42)
    predicted = scores if score == "auc" else scores > 0.7
    function = {
        "accuracy": metrics.accuracy_score,
        "f1": metrics.f1_score,
        "auc": metrics.roc_auc_score,
    }[score]

    def mean(size):
        parts = [slice(i, i + size) for i in range(0, 42, size)]
        return np.mean([function(target[part], predicted[part]) for part in parts])

    whole = function(target, predicted)
    assert abs(mean(16) - whole) > 1e-4  # 16, 16 and 10
    assert (abs(mean(14) - whole) < 1e-9) == (score == "accuracy")
    parts = [slice(i, i + 16) for i in (0, 16, 32)]
    added = sum(metrics.confusion_matrix(target[part], scores[part] > 0.7) for part in parts)
    assert added.tolist() == metrics.confusion_matrix(target, scores > 0.7).tolist()


@says("evaluation/accuracy", "`argmax` over the class dimension; no softmax is needed.")
@given(st.lists(st.integers(-50, 50), min_size=2, max_size=8, unique=True))
def test_softmax_keeps_the_argmax(logits):
    logits = torch.tensor([logits]) / 10
    assert logits.argmax(1).equal(logits.softmax(1).argmax(1))


@says(
    "evaluation/accuracy",
    'With rare classes it misleads: where one case in 100 is ill, "healthy" is right 99 times.',
)
def test_healthy_is_right_99_times():
    target = np.repeat([0, 1], [99, 1])
    assert metrics.accuracy_score(target, np.zeros(100)) == 0.99
    assert metrics.balanced_accuracy_score(target, np.zeros(100)) == 0.5


@says(
    "evaluation/top_k_accuracy",
    "The usual second number for many classes: ImageNet results give top-1 and top-5.",
)
@pytest.mark.parametrize("name", ["ResNet18_Weights", "ViT_B_16_Weights", "Swin_T_Weights"])
def test_imagenet_gives_top_1_and_top_5(name):
    weights = getattr(models, name).DEFAULT
    assert set(weights.meta["_metrics"]["ImageNet-1K"]) == {"acc@1", "acc@5"}


@pytest.mark.filterwarnings("ignore")
@says("evaluation/per_class_accuracy", "The recall of each class.", "the balanced accuracy")
@says(
    "evaluation/per_class_accuracy",
    "A class without samples gives 0/0, which is NaN and not 0: leave it out of a mean with "
    "`nanmean`.",
)
@given(target=CLASSES, seed=st.integers(0, 9))
def test_per_class_accuracy_at_the_edge(target, seed):
    target = torch.tensor(target)
    predicted = torch.randint(3, target.shape, generator=torch.Generator().manual_seed(seed))
    assume(set(predicted.tolist()) <= set(target.tolist()))  # scikit-learn's "balanced" asks it
    found = run_per_class(target, predicted)
    absent = torch.bincount(target, minlength=4) == 0
    recall = metrics.recall_score(
        target, predicted, labels=range(4), average=None, zero_division=np.nan
    )
    assert found.isnan().equal(absent)
    np.testing.assert_allclose(found, recall, rtol=1e-6)
    balanced = metrics.balanced_accuracy_score(target, predicted)
    assert found.nanmean().item() == pytest.approx(balanced)


def run_per_class(target, predicted):
    return run("per_class_accuracy", target=target, predicted=predicted)["of_class"]


@says(
    "evaluation/confusion_matrix",
    "One `bincount` counts the pairs.",
    "The diagonal holds what is right, and each row sums to the samples of its class.",
)
@says("evaluation/confusion_matrix", "rows are true classes")
@given(target=CLASSES, seed=st.integers(0, 9))
def test_a_confusion_matrix_by_bincount(target, seed):
    target = torch.tensor(target)
    predicted = torch.randint(3, target.shape, generator=torch.Generator().manual_seed(seed))
    matrix = torch.bincount(target * 3 + predicted, minlength=9).reshape(3, 3)
    expected = metrics.confusion_matrix(target, predicted, labels=range(3))
    assert matrix.tolist() == expected.tolist()
    assert matrix.diagonal().sum() == (target == predicted).sum()
    assert matrix.sum(1).equal(torch.bincount(target, minlength=3))


@pytest.mark.filterwarnings("ignore")
@says(
    "evaluation/precision_recall",
    "Precision asks how many alarms are real, recall how many cases are found.",
    "Both come from the confusion matrix with true classes in rows: columns sum to the "
    "predictions, rows to the truth.",
    "A class that is never predicted has precision 0/0; scikit-learn makes that 0.",
)
@given(target=CLASSES, seed=st.integers(0, 9))
def test_precision_and_recall_at_the_edge(target, seed):
    target = torch.tensor(target)
    predicted = torch.randint(2, target.shape, generator=torch.Generator().manual_seed(seed))
    matrix = metrics.confusion_matrix(target, predicted, labels=range(3))
    found = run("precision_recall", matrix=torch.tensor(matrix))
    assert matrix.sum(0).tolist() == torch.bincount(predicted, minlength=3).tolist()
    assert matrix.sum(1).tolist() == torch.bincount(target, minlength=3).tolist()
    for name in ("precision", "recall"):
        function = getattr(metrics, f"{name}_score")
        expected = function(target, predicted, labels=range(3), average=None)
        np.testing.assert_allclose(found[name], expected, rtol=1e-6)


COUNTS = st.integers(1, 50)


@says(
    "evaluation/f1_score",
    "Their harmonic mean: low if one of them is low.",
    r"$\beta > 1$ weighs recall more: $F_2$ for screening.",
)
@given(tp=COUNTS, fp=COUNTS, fn=COUNTS)
def test_f_scores(tp, fp, fn):
    predicted = torch.tensor([1] * (tp + fp) + [0] * fn)
    target = torch.tensor([1] * tp + [0] * fp + [1] * fn)
    f_score = run("f1_score")["f_score"]
    precision, recall = tp / (tp + fp), tp / (tp + fn)
    f1, f2 = f_score(predicted, target).item(), f_score(predicted, target, beta=2.0).item()
    assert f1 == pytest.approx(stats.hmean([precision, recall]))
    assert f1 <= 2 * min(precision, recall)
    assert abs(f2 - recall) <= abs(f1 - recall) + 1e-12


@says(
    "evaluation/f1_score",
    "It is 0/0 where nothing is positive, true or called: 0 here.",
)
@pytest.mark.parametrize(
    ("predicted", "target"), [([0, 0], [0, 0]), ([0, 0], [0, 1]), ([1, 0], [0, 0])]
)
def test_f1_without_positives(predicted, target):
    predicted, target = torch.tensor(predicted), torch.tensor(target)
    assert run("f1_score")["f_score"](predicted, target) == 0
    undefined = np.isnan(metrics.f1_score(target, predicted, zero_division=np.nan))
    assert undefined == (not predicted.any() and not target.any())


@pytest.mark.filterwarnings("ignore")
@says(
    "evaluation/averages",
    "three ways to average over classes.",
    "Macro: each class counts the same, so rare ones matter.",
    "Weighted: each class by its samples.",
    "Micro: all samples in one pot; with one class per sample, that is the accuracy.",
    "rows are true classes",
    "NaN: neither true nor called",
)
@given(target=CLASSES, seed=st.integers(0, 9))
def test_averages_with_absent_classes(target, seed):
    target = torch.tensor(target)
    predicted = torch.randint(2, target.shape, generator=torch.Generator().manual_seed(seed))
    matrix = metrics.confusion_matrix(target, predicted, labels=range(4))
    found = run("averages", matrix=torch.tensor(matrix))
    for name in ("macro", "weighted", "micro"):
        expected = metrics.f1_score(target, predicted, average=name)
        assert found[name].item() == pytest.approx(expected)
    assert found["micro"].item() == pytest.approx(metrics.accuracy_score(target, predicted))
    called = {*target.tolist(), *predicted.tolist()}
    assert found["f1"].isnan().tolist() == [name not in called for name in range(4)]


# Scores


@says(
    "evaluation/threshold",
    "A logit above 0 is a probability above 0.5, up to rounding.",
)
@given(st.floats(-100, 100, width=32))
def test_a_logit_and_its_probability(logit):
    assume(abs(logit) > 1e-6)
    assert (torch.tensor(logit).sigmoid() > 0.5) == (logit > 0)


@says(
    "evaluation/threshold",
    "The threshold is a choice: lower it to find more cases at the price of more alarms, and "
    "choose it on the validation set, never on the test set.",
)
@given(seed=st.integers(0, 99), high=st.floats(0, 1), low=st.floats(0, 1))
def test_a_lower_threshold_finds_more(seed, high, low):
    low, high = sorted((low, high))
    rng = np.random.default_rng(seed)
    scores, target = rng.random(30), rng.random(30) < 0.5
    for of in (target, ~target):  # cases found, false alarms
        assert (of & (scores > low)).sum() >= (of & (scores > high)).sum()


SCORED = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 1)), min_size=2, max_size=30)


@says(
    "evaluation/roc_auc",
    "the chance that a positive scores above a negative.",
    "Ties count one half.",
    "with the ties",
)
@given(SCORED)
def test_roc_auc_counts_pairs(scored):
    scores, target = torch.tensor(scored).T
    assume(0 < target.sum() < len(target))
    found = run("roc_auc")["roc_auc"](scores.float(), target)
    above = scores[target == 1][:, None] - scores[target == 0]
    pairs = ((above > 0).double() + (above == 0) / 2).mean()
    assert found.item() == pytest.approx(pairs.item())
    assert found.item() == pytest.approx(metrics.roc_auc_score(target, scores))


@says(
    "evaluation/roc_auc",
    "It needs scores, not decisions, and no threshold.",
    "0.5 is guessing, 1 is perfect order.",
    "the order turned over",
)
@given(seed=st.integers(0, 99))
def test_roc_auc_of_guesses_and_of_a_perfect_order(seed):
    roc_auc = run("roc_auc")["roc_auc"]
    generator = torch.Generator().manual_seed(seed)
    target = torch.arange(4000) % 4 == 0
    scores = torch.randn(4000, generator=generator)
    assert roc_auc(scores, target.long()).item() == pytest.approx(0.5, abs=0.05)
    assert roc_auc(torch.zeros(4000), target.long()) == 0.5
    perfect = scores.abs() * (target.float() * 2 - 1)
    assert roc_auc(perfect, target.long()) == 1
    assert roc_auc(-perfect, target.long()) == 0
    assert torch.equal(roc_auc(perfect.exp(), target.long()), roc_auc(perfect, target.long()))


def test_roc_auc_needs_no_matrix_of_pairs():
    """200,000 positives against as many negatives: 160 GB as a matrix."""
    target = torch.arange(400_000) % 2
    scores = torch.arange(400_000.0)
    found = run("roc_auc")["roc_auc"](scores, target)
    assert found.item() == pytest.approx(metrics.roc_auc_score(target, scores), abs=1e-9)


def test_roc_auc_of_one_class_is_nan():
    for target in (torch.zeros(3), torch.ones(3)):
        assert run("roc_auc")["roc_auc"](torch.rand(3), target).isnan()


@says(
    "evaluation/average_precision",
    "the precision at each case that is found.",
    "The area under the precision-recall curve, summed in steps.",
    "Equal scores are one step.",
    "of the equal scores",
)
@given(SCORED)
def test_average_precision_with_ties(scored):
    scores, target = torch.tensor(scored).float().T
    assume(target.sum() > 0)
    found = run("average_precision", scores=scores, target=target)
    assert found["ap"].item() == pytest.approx(metrics.average_precision_score(target, scores))
    precision, recall, _ = metrics.precision_recall_curve(target, scores)
    assert found["ap"].item() == pytest.approx(-(np.diff(recall) * precision[:-1]).sum())
    for end, infinite in ((scores.min(), -torch.inf), (scores.max(), torch.inf)):
        replaced = scores.masked_fill(scores == end, infinite)  # as equal as before
        assert run("average_precision", scores=replaced, target=target)["ap"] == found["ap"]


@says(
    "evaluation/average_precision",
    "It suits rare positives: guessing gives their share, not 0.5.",
)
@pytest.mark.parametrize("every", [2, 10, 50])
def test_average_precision_of_guesses(every):
    target = (torch.arange(20_000) % every == 0).float()
    scores = torch.rand(20_000, generator=torch.Generator().manual_seed(0))
    for guess in (scores, torch.zeros(20_000)):
        found = run("average_precision", scores=guess, target=target)["ap"]
        assert found.item() == pytest.approx(1 / every, abs=0.02)


VALUES = st.lists(st.integers(-20, 20), min_size=2, max_size=12)


@says(
    "evaluation/regression_errors",
    "MAE and RMSE are in the units of the target; RMSE punishes the large ones.",
)
@given(VALUES, st.sampled_from([0.001, 1000.0]))
def test_units_and_large_errors(errors, unit):
    target = torch.arange(len(errors), dtype=torch.float64)
    errors = torch.tensor(errors, dtype=torch.float64)
    assume(errors.any())
    found, other = (
        run("regression_errors", predicted=(target + errors) * by, target=target * by)
        for by in (1.0, unit)
    )
    for name in ("mae", "rmse"):
        assert other[name].item() == pytest.approx(found[name].item() * unit)
    assert found["rmse"] >= found["mae"] - 1e-12
    uneven = errors.abs().unique().numel() > 1
    assert (found["rmse"] > found["mae"] + 1e-9) == uneven


@says(
    "evaluation/regression_errors",
    "$R^2$ is the share of the variance that is explained: 1 is perfect, 0 is as good as the "
    "mean, below 0 is worse.",
)
@given(VALUES)
def test_r2(target):
    target = torch.tensor(target, dtype=torch.float64)
    assume(target.unique().numel() > 1)

    def r2(predicted):
        return run("regression_errors", predicted=predicted, target=target)["r2"].item()

    mean = target.mean().expand_as(target)
    half = (target + mean) / 2  # half of each deviation: a quarter of the variance is left
    assert (r2(target), r2(half)) == (1, pytest.approx(0.75))
    assert r2(mean) == pytest.approx(0, abs=1e-9)
    assert r2(mean - (target - mean)) < 0


@says(
    "evaluation/regression_errors",
    "A target of shape (N, 1) against a prediction of shape (N,) broadcasts to (N, N), without an "
    "error: compare shapes first.",
    "the mistake",
)
@given(st.integers(2, 9))
def test_shapes_that_broadcast(N):
    assert (torch.zeros(N) - torch.zeros(N, 1)).shape == (N, N)


@says(
    "evaluation/torchmetrics_library",
    "A metric is a module: call it on each batch, then `compute()`, then `reset()`.",
    "It moves with `.to(device)` and adds up across the processes of a distributed run.",
)
@pytest.mark.parametrize("kind", ["MulticlassAccuracy", "MulticlassF1Score"])
def test_a_metric_adds_up(kind):
    torch.manual_seed(0)
    logits, target = torch.randn(90, 3), torch.randint(3, (90,))
    make = getattr(classification, kind)
    whole = make(3)(logits, target)
    metric = make(3)
    assert isinstance(metric, nn.Module)
    for x, y in zip(logits.split(32), target.split(32), strict=True):
        metric(x, y)
    assert metric.compute() == whole
    metric.reset()
    assert metric.update_count == 0
    assert metric.to("meta").tp.device.type == "meta"
    ranks = [make(3, sync_on_compute=False) for _ in range(2)]
    for rank, part in zip(ranks, (slice(50), slice(50, 90)), strict=True):
        rank.update(logits[part], target[part])
    states = {id(getattr(ranks[0], n)): getattr(ranks[1], n) for n in ("tp", "fp", "tn", "fn")}
    ranks[0].sync(  # as over two processes, the other one's states handed over
        dist_sync_fn=lambda state, group: [state, states[id(state)]],
        distributed_available=lambda: True,
    )
    assert ranks[0].compute() == whole


@says(
    "evaluation/torchmetrics_library",
    "For several classes the default of many metrics is the macro average: look before you "
    "compare.",
)
@pytest.mark.parametrize("kind", ["Accuracy", "F1Score", "Precision", "Recall", "AUROC"])
def test_the_default_is_macro(kind):
    metric = getattr(classification, f"Multiclass{kind}")
    assert inspect.signature(metric).parameters["average"].default == "macro"
