"""Masks, calibration and intervals, against scikit-learn, SciPy, torchmetrics and NumPy."""

import numpy as np
import pytest
import torch
from recipes import names_of
from scipy import stats
from sklearn import metrics
from support import says
from torchmetrics.functional import calibration_error

SEEDS = range(3)


def maps(seed, classes=4):
    generator = torch.Generator().manual_seed(seed)
    target, predicted = torch.randint(classes, (2, 3, 8, 9), generator=generator)
    target[torch.rand(target.shape, generator=generator) < 0.2] = 255
    return target, predicted


@says(
    "evaluation/mean_iou",
    "From one confusion matrix of all pixels of all images: the overlap of a class over the union "
    "of its true and predicted pixels.",
    "A mean of the IoU of single images is another number.",
    "255 has no label",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_iou_of_all_pixels(seed):
    target, predicted = maps(seed)
    iou = names_of("evaluation/mean_iou", target=target, predicted=predicted)["iou"]
    counted = target != 255
    for c in range(4):
        true, called = (target == c) & counted, (predicted == c) & counted
        assert iou[c].item() == pytest.approx(
            ((true & called).sum() / (true | called).sum()).item()
        )
    single = [
        metrics.jaccard_score(y[y != 255], p[y != 255], average="macro")
        for y, p in zip(target, predicted, strict=True)
    ]
    assert abs(np.mean(single) - iou.nanmean().item()) > 1e-4


@says(
    "evaluation/mean_iou",
    "A target of uint8 overflows from 17 classes on: `.long()` first.",
)
@pytest.mark.parametrize("classes", [2, 16, 17, 21, 150])
@pytest.mark.parametrize("dtype", [torch.uint8, torch.int64])
def test_iou_of_a_target_of_uint8(classes, dtype):
    target = torch.arange(classes).repeat(2).reshape(1, 2, -1)
    target[0, 0, 0] = 255
    inputs = {"C": classes, "predicted": target.roll(1, 1) % classes}
    expected = names_of("evaluation/mean_iou", target=target, **inputs)["iou"]
    found = names_of("evaluation/mean_iou", target=target.to(dtype), **inputs)["iou"]
    same = torch.equal(found.nan_to_num(-1), expected.nan_to_num(-1))
    assert same == (dtype == torch.int64 or classes < 17)


@says(
    "evaluation/mean_iou",
    "A class that is neither true nor predicted is 0/0: `nanmean` leaves it out.",
)
@pytest.mark.parametrize("absent", [1, 3])
def test_iou_of_an_absent_class(absent):
    target, predicted = maps(0)
    target[target == absent], predicted[predicted == absent] = 0, 0
    iou = names_of("evaluation/mean_iou", target=target, predicted=predicted)["iou"]
    assert iou.isnan().tolist() == [c == absent for c in range(4)]
    assert iou.nanmean() == iou[~iou.isnan()].mean()
    predicted[0, 0, target[0, 0] != 255] = absent  # called, though absent: 0, not left out
    iou = names_of("evaluation/mean_iou", target=target, predicted=predicted)["iou"]
    assert iou[absent] == 0


def probabilities(seed, size=500):
    generator = torch.Generator().manual_seed(seed)
    probs = (2 * torch.randn(size, 4, generator=generator).double()).softmax(dim=1)
    return probs, torch.randint(4, (size,), generator=generator)


def calibration(probs, target, **inputs):
    left = names_of("evaluation/calibration", probs=probs, target=target, **inputs)
    left["plt"].close(left["figure"])
    return left


@says(
    "evaluation/calibration",
    "Predictions are put into bins by their confidence, the largest probability of a row.",
    "In each, the share that is right is compared with the mean confidence: a bar below the line "
    "is over-confident.",
    "The expected calibration error is the mean gap, weighted by the samples of a bin; it can "
    "depend on the number of bins.",
    "the bin of each sample",
)
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("guessed", [False, True])
def test_the_calibration_error(seed, guessed):
    probs, target = probabilities(seed)
    if not guessed:
        generator = torch.Generator().manual_seed(seed)
        target = torch.multinomial(probs, 1, generator=generator).squeeze(1)
    found = {}
    for bins in (5, 10, 15):
        left = calibration(probs, target, bins=bins)
        confidence, predicted = probs.numpy().max(1), probs.numpy().argmax(1)
        right = predicted == target.numpy()
        place = np.digitize(confidence, np.linspace(0, 1, bins + 1)[1:-1])
        gaps = [
            abs(right[place == b].mean() - confidence[place == b].mean()) * (place == b).mean()
            for b in set(place)
        ]
        found[bins] = left["ece"].item()
        assert found[bins] == pytest.approx(sum(gaps))
        library = calibration_error(probs, target, task="multiclass", num_classes=4, n_bins=bins)
        assert found[bins] == pytest.approx(library.item(), abs=1e-6)
        if guessed:
            assert (left["does"] < left["says"])[9 * bins // 10 :].all()
    assert guessed or max(found.values()) > min(found.values()) + 1e-3


@says(
    "evaluation/calibration",
    "It says nothing about accuracy: a model that gives each sample the shares of the classes has "
    "an error of 0.",
)
@pytest.mark.parametrize("share", [0.3, 0.6])
def test_shares_are_calibrated(share):
    target = (torch.arange(1000) >= 1000 * share).long()
    probs = torch.tensor([share, 1 - share], dtype=torch.float64).expand(1000, 2)
    left = calibration(probs, target)
    assert left["ece"].item() == pytest.approx(0, abs=1e-12)
    assert left["right"].mean().item() == pytest.approx(max(share, 1 - share))


@says(
    "evaluation/bootstrap_interval",
    "Draw as many samples as the test set has, with replacement, many times, and score each draw: "
    "95 percent of the scores lie between two quantiles.",
    "For a share such as accuracy it comes near $\\pm 2 \\sqrt{p (1 - p) / N}$.",
)
@pytest.mark.parametrize(("right", "count"), [(170, 200), (100, 200), (190, 200)])
def test_a_bootstrap_interval(right, count):
    hits = (torch.arange(count) < right).float()
    left = names_of("evaluation/bootstrap_interval", right=hits)
    low, high = left["interval"].tolist()
    p = right / count
    assert (high - low) / 2 == pytest.approx(2 * np.sqrt(p * (1 - p) / count), rel=0.12)
    options = {"n_resamples": 2000, "method": "percentile", "rng": 0}
    theirs = stats.bootstrap((hits.numpy(),), np.mean, **options).confidence_interval
    assert [low, high] == pytest.approx([theirs.low, theirs.high], abs=0.011)
    inside = (left["scores"] >= low) & (left["scores"] <= high)
    assert 0.94 < inside.float().mean() < 0.98
    assert left["draws"].shape == (2000, count)
    assert left["draws"][0].unique().numel() < count  # with replacement


@says(
    "evaluation/bootstrap_interval",
    "To compare two models draw the samples once for both and look at the difference.",
)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_draw_for_both(seed):
    """Drawn apart, the difference of two models that mostly agree is spread more widely."""
    generator = torch.Generator().manual_seed(seed)
    one = (torch.rand(300, generator=generator) < 0.8).float()
    other = one.clone()
    other[:9] = 1
    draws, again = torch.randint(300, (2, 2000, 300), generator=generator)
    paired = (other - one)[draws].mean(dim=1)
    apart = other[draws].mean(dim=1) - one[again].mean(dim=1)
    assert paired.std() < apart.std() / 2
