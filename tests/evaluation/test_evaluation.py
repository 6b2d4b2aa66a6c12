"""Every metric against scikit-learn's, on random predictions put into the entry's own code."""

import numpy as np
import pytest
import torch
from recipes import names_of
from sklearn import metrics

SEEDS = range(5)


def random_classes(seed, classes=4, size=200):
    generator = torch.Generator().manual_seed(seed)
    target = torch.randint(classes, (size,), generator=generator)
    noise = torch.randint(classes, (size,), generator=generator)
    keep = torch.rand(size, generator=generator) < 0.5
    return target, torch.where(keep, target, noise)


def random_scores(seed, size=200):
    generator = torch.Generator().manual_seed(seed)
    target = (torch.rand(size, generator=generator) < 0.2).long()
    return target, torch.randn(size, generator=generator) + target


def run(name, **inputs):
    return names_of(f"evaluation/{name}", **inputs)


def close(found, expected):
    torch.testing.assert_close(
        torch.as_tensor(found).double(), torch.as_tensor(np.asarray(expected, dtype=np.float64)),
        rtol=1e-6, atol=1e-7,
    )  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_accuracy(seed):
    target, _ = random_classes(seed)
    logits = torch.randn(200, 4, generator=torch.Generator().manual_seed(seed))
    found = run("accuracy", logits=logits, target=target)["accuracy"]
    close(found, metrics.accuracy_score(target, logits.argmax(1)))


@pytest.mark.parametrize("seed", SEEDS)
def test_top_k_accuracy(seed):
    target, _ = random_classes(seed)
    logits = torch.randn(200, 4, generator=torch.Generator().manual_seed(seed))
    found = run("top_k_accuracy", logits=logits, target=target)["top_2"]
    close(found, metrics.top_k_accuracy_score(target, logits, k=2, labels=range(4)))


@pytest.mark.parametrize("seed", SEEDS)
def test_per_class_accuracy(seed):
    target, predicted = random_classes(seed)
    found = run("per_class_accuracy", target=target, predicted=predicted)["of_class"]
    close(found, metrics.recall_score(target, predicted, average=None))


@pytest.mark.parametrize("seed", SEEDS)
def test_confusion_matrix(seed):
    target, predicted = random_classes(seed, classes=10)
    found = run("confusion_matrix", target=target, predicted=predicted)["matrix"]
    assert found.tolist() == metrics.confusion_matrix(target, predicted).tolist()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("never", [True, False])
def test_precision_recall(seed, never):
    target, predicted = random_classes(seed)
    if never:  # a class that is never predicted
        predicted = predicted.clamp(max=2)
    matrix = torch.tensor(metrics.confusion_matrix(target, predicted))
    found = run("precision_recall", matrix=matrix)
    options = {"average": None, "zero_division": 0}
    close(found["precision"], metrics.precision_score(target, predicted, **options))
    close(found["recall"], metrics.recall_score(target, predicted, **options))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("beta", [0.5, 1.0, 2.0])
def test_f1_score(seed, beta):
    target, predicted = random_classes(seed, classes=2)
    found = run("f1_score")["f_score"](predicted, target, beta)
    close(found, metrics.fbeta_score(target, predicted, beta=beta))


@pytest.mark.parametrize("seed", SEEDS)
def test_averages(seed):
    target, predicted = random_classes(seed)
    found = run("averages", matrix=torch.tensor(metrics.confusion_matrix(target, predicted)))
    for name in ("macro", "weighted", "micro"):
        close(found[name], metrics.f1_score(target, predicted, average=name))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("ties", [True, False])
def test_roc_auc(seed, ties):
    target, scores = random_scores(seed)
    scores = scores.round() if ties else scores
    close(run("roc_auc")["roc_auc"](scores, target), metrics.roc_auc_score(target, scores))


@pytest.mark.parametrize("seed", SEEDS)
def test_average_precision(seed):
    target, scores = random_scores(seed)
    found = run("average_precision", target=target.float(), scores=scores)["ap"]
    close(found, metrics.average_precision_score(target, scores))


@pytest.mark.parametrize("seed", SEEDS)
def test_regression_errors(seed):
    generator = np.random.default_rng(seed)
    target = generator.normal(size=4)
    predicted = target + generator.normal(size=4)
    inputs = {"target": torch.tensor(target), "predicted": torch.tensor(predicted)}
    found = run("regression_errors", **inputs)
    close(found["mae"], metrics.mean_absolute_error(target, predicted))
    close(found["rmse"], metrics.root_mean_squared_error(target, predicted))
    close(found["r2"], metrics.r2_score(target, predicted))


@pytest.mark.parametrize("seed", SEEDS)
def test_over_batches(seed):
    target, predicted = random_classes(seed, classes=2)
    found = run("over_batches", target=target, predicted=predicted)
    close(found["f1_of"](found["matrix"]), metrics.f1_score(target, predicted))


@pytest.mark.parametrize("seed", SEEDS)
def test_mean_iou(seed):
    target, predicted = random_classes(seed)
    target[:20] = 255
    found = run("mean_iou", target=target, predicted=predicted)["iou"]
    labelled = target != 255
    expected = metrics.jaccard_score(target[labelled], predicted[labelled], average=None)
    close(found, expected)
