"""Each formula of the classification losses in NumPy, against the library, in float64."""

import itertools

import numpy as np
import pytest
import torch
from support import says
from torch import nn

REDUCE = {"none": lambda each: each, "mean": np.mean, "sum": np.sum}
reductions = pytest.mark.parametrize("reduction", REDUCE)
rng = np.random.default_rng(0)
N, C = 30, 5
X = 2 * rng.standard_normal((N, C))
Y = rng.integers(0, C, N)
MULTI = rng.integers(0, 2, (N, C)).astype(float)
W = rng.random(C) + 0.1


def agree(loss_fn, inputs, expected):
    found = loss_fn(*map(torch.from_numpy, inputs)).numpy()
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


def log_softmax(x):
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def weighted(each, weight, reduction):
    if reduction == "none":
        return weight * each
    return (weight * each).sum() / (weight.sum() if reduction == "mean" else 1)


@reductions
@pytest.mark.parametrize("weight", [None, W])
def test_cross_entropy(reduction, weight):
    each = -log_softmax(X)[np.arange(N), Y]
    per_sample = np.ones(N) if weight is None else weight[Y]
    tensor = None if weight is None else torch.from_numpy(weight)
    loss_fn = nn.CrossEntropyLoss(weight=tensor, reduction=reduction)
    agree(loss_fn, (X, Y), weighted(each, per_sample, reduction))


@reductions
@pytest.mark.parametrize("weight", [None, W])
def test_nll(reduction, weight):
    each = -X[np.arange(N), Y]
    per_sample = np.ones(N) if weight is None else weight[Y]
    tensor = None if weight is None else torch.from_numpy(weight)
    agree(nn.NLLLoss(tensor, reduction=reduction), (X, Y), weighted(each, per_sample, reduction))


@reductions
@pytest.mark.parametrize("weight", [None, W])
def test_bce(reduction, weight):
    p = sigmoid(X)
    each = -(MULTI * np.log(p) + (1 - MULTI) * np.log(1 - p)) * (1 if weight is None else weight)
    tensor = None if weight is None else torch.from_numpy(weight)
    agree(nn.BCELoss(tensor, reduction=reduction), (p, MULTI), REDUCE[reduction](each))


@reductions
@pytest.mark.parametrize("weight", [None, W])
def test_bce_with_logits(reduction, weight):
    p = sigmoid(X)
    each = -(MULTI * np.log(p) + (1 - MULTI) * np.log(1 - p)) * (1 if weight is None else weight)
    tensor = None if weight is None else torch.from_numpy(weight)
    loss_fn = nn.BCEWithLogitsLoss(tensor, reduction=reduction)
    agree(loss_fn, (X, MULTI), REDUCE[reduction](each))


@pytest.mark.parametrize("log_target", [False, True])
def test_kl_div(log_target):
    log_p, q = log_softmax(X), np.exp(log_softmax(X[::-1]))
    each = q * (np.log(q) - log_p)
    target = np.log(q) if log_target else q
    for reduction, expected in {
        "batchmean": each.sum() / N,
        "sum": each.sum(),
        "none": each,
    }.items():
        loss_fn = nn.KLDivLoss(reduction=reduction, log_target=log_target)
        agree(loss_fn, (log_p, target), expected)


@reductions
def test_multi_label_margin(reduction):
    target = np.full((N, C), -1)
    each = np.zeros(N)
    for n in range(N):
        labels = rng.permutation(C)[: rng.integers(0, C)]
        target[n, : len(labels)] = labels
        others = [i for i in range(C) if i not in labels]
        each[n] = sum(max(0, 1 - (X[n, j] - X[n, i])) for j in labels for i in others) / C
    loss_fn = nn.MultiLabelMarginLoss(reduction=reduction)
    agree(loss_fn, (X, target), REDUCE[reduction](each))


@reductions
def test_soft_margin(reduction):
    y = 2 * MULTI - 1
    each = np.log(1 + np.exp(-y * X))
    agree(nn.SoftMarginLoss(reduction=reduction), (X, y), REDUCE[reduction](each))


@says("losses/classification/multi_label_soft_margin", "a yes or no for every class, averaged.")
@reductions
@pytest.mark.parametrize("weight", [None, W])
def test_multi_label_soft_margin(reduction, weight):
    each = -(MULTI * np.log(sigmoid(X)) + (1 - MULTI) * np.log(sigmoid(-X)))
    each = (each * (1 if weight is None else weight)).mean(1)
    tensor = None if weight is None else torch.from_numpy(weight)
    loss_fn = nn.MultiLabelSoftMarginLoss(tensor, reduction=reduction)
    agree(loss_fn, (X, MULTI), REDUCE[reduction](each))


@reductions
@pytest.mark.parametrize("p", [1, 2])
@pytest.mark.parametrize("weight", [None, W])
def test_multi_margin(reduction, p, weight):
    each = np.zeros(N)
    for n in range(N):
        hinges = [max(0, 0.7 - X[n, Y[n]] + X[n, i]) ** p for i in range(C) if i != Y[n]]
        each[n] = sum(hinges) / C * (1 if weight is None else weight[Y[n]])
    tensor = None if weight is None else torch.from_numpy(weight)
    loss_fn = nn.MultiMarginLoss(p=p, margin=0.7, weight=tensor, reduction=reduction)
    agree(loss_fn, (X, Y), REDUCE[reduction](each))


def collapse(path):
    return tuple(label for label, _ in itertools.groupby(path) if label != 0)


@says(
    "losses/classification/ctc",
    "Class 0 is the blank (`blank=0`).",
    r"It adds up the probabilities of all alignments $\pi$ that collapse to the target: repeats "
    "are merged, then blanks dropped.",
)
@pytest.mark.parametrize("target", [(1,), (1, 2), (2, 2), (1, 2, 1)])
def test_ctc_is_the_sum_over_all_alignments(target):
    steps, classes = 5, 3
    log_probs = log_softmax(rng.standard_normal((steps, classes)))
    total = sum(
        np.exp(sum(log_probs[t, label] for t, label in enumerate(path)))
        for path in itertools.product(range(classes), repeat=steps)
        if collapse(path) == target
    )
    arguments = (
        torch.from_numpy(log_probs[:, None]),
        torch.tensor([target]),
        torch.tensor([steps]),
        torch.tensor([len(target)]),
    )
    for reduction, divisor in {"sum": 1, "none": 1, "mean": len(target)}.items():
        found = nn.CTCLoss(reduction=reduction)(*arguments).item()
        assert found == pytest.approx(-np.log(total) / divisor, rel=1e-12)


def test_ctc_of_a_target_that_does_not_fit():
    log_probs = torch.zeros(2, 1, 3, dtype=torch.float64).log_softmax(-1)
    arguments = (log_probs, torch.tensor([[1, 1]]), torch.tensor([2]), torch.tensor([2]))
    assert nn.CTCLoss()(*arguments).item() == np.inf
    assert nn.CTCLoss(zero_infinity=True)(*arguments).item() == 0


@says(
    "losses/classification/adaptive_log_softmax",
    "Classes 0 to 3 in the head, 4 to 9 and 10 to 19 in two clusters.",
)
def test_adaptive_log_softmax():
    torch.manual_seed(0)
    loss_fn = nn.AdaptiveLogSoftmaxWithLoss(8, 20, cutoffs=[4, 10], div_value=2).double()
    features = rng.standard_normal((N, 8))
    target = rng.integers(0, 20, N)
    head = log_softmax(features @ loss_fn.head.weight.detach().numpy().T)
    expected = []
    for n, y in enumerate(target):
        if y < 4:
            expected.append(head[n, y])
            continue
        cluster, start = (0, 4) if y < 10 else (1, 10)
        down, up = (layer.weight.detach().numpy() for layer in loss_fn.tail[cluster])
        inside = log_softmax(up @ (down @ features[n]))
        expected.append(head[n, 4 + cluster] + inside[y - start])
    out = loss_fn(torch.from_numpy(features), torch.from_numpy(target))
    np.testing.assert_allclose(out.output.detach(), expected, rtol=1e-12)
    assert out.loss.item() == pytest.approx(-np.mean(expected), rel=1e-12)


@pytest.mark.skipif(not hasattr(nn, "LinearCrossEntropyLoss"), reason="needs torch>=2.15")
@reductions
def test_linear_cross_entropy(reduction):
    loss_fn = nn.LinearCrossEntropyLoss(C, 7, reduction=reduction, dtype=torch.float64)
    weight = loss_fn.linear.weight.detach().numpy()
    each = -log_softmax(X @ weight.T)[np.arange(N), Y]
    with torch.no_grad():
        agree(loss_fn, (X, Y), REDUCE[reduction](each))
