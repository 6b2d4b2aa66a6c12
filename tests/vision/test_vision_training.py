"""What the recipes of vision reach, with other seeds than their own."""

from functools import cache

import pytest
from support import entry_named, says


@cache
def trained(name, seed):
    """Run a recipe with another seed and return what it left."""
    entry = entry_named(f"vision/{name}")
    assert entry.code.count("torch.manual_seed(0)") == 1
    code = entry.code.replace("torch.manual_seed(0)", f"torch.manual_seed({seed})")
    names = {"__name__": "entry"}
    exec(compile(code, str(entry.path), "exec", dont_inherit=True), names)
    return names


def other_seeds(step):
    """One of them in a run; with `--every-page` five."""
    return range(1, 10)[:: 2 * step]


@says(
    "vision/segmentation/train_u_net",
    "In ten seeds the IoU on new pictures stayed above 0.7.",
)
@pytest.mark.slow
def test_the_u_net_learns(step):
    for seed in other_seeds(step):
        assert trained("segmentation/train_u_net", seed)["iou"].min() > 0.7


@pytest.mark.slow
def test_the_detector_learns(step):
    for seed in other_seeds(step):
        left = trained("detection/train_detector", seed)
        assert left["right"] / left["objects"] > 0.6


@pytest.mark.slow
def test_a_net_gives_one_box(step):
    for seed in other_seeds(step):
        assert trained("detection/one_box", seed)["iou"].mean() > 0.6


@pytest.mark.slow
def test_super_resolution_beats_bicubic(step):
    for seed in other_seeds(step):
        assert trained("pictures/super_resolution", seed)["gain"] > 1


@pytest.mark.slow
def test_pictures_are_rebuilt(step):
    for seed in other_seeds(step):
        assert trained("pictures/picture_autoencoder", seed)["error"] < 0.3


@says(
    "vision/pictures/defects",
    "Trained on pictures without a defect, it has no code for one: the error is large where the "
    "defect is.",
)
@pytest.mark.slow
def test_defects_are_found(step):
    for seed in other_seeds(step):
        left = trained("pictures/defects", seed)
        good = left["draw"](300)
        damaged = left["damage"](good)
        spot = good != damaged
        errors = left["errors"](damaged)
        assert errors[spot].mean() > 10 * errors[~spot].mean()
        assert (left["score"](damaged)[:, None] > left["score"](good)).float().mean() > 0.95
