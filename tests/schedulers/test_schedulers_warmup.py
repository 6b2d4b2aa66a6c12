"""Warm-up by steps, and warm-up, stable, decay: their formulas, and what they say."""

import pytest
import torch
from recipes import names_of
from support import says
from torch.optim.lr_scheduler import CosineAnnealingLR


@says(
    "schedulers/combine/warmup_per_step",
    "The schedule is counted in optimizer steps, and `scheduler.step()` stands inside the loop "
    "over batches.",
    "The step number starts at 0, so `(step + 1) / warmup` lets the first step move.",
    "After `total` the factor stays at 0.",
)
@pytest.mark.parametrize("epochs", [2, 3])
def test_warmup_per_step(epochs):
    left = names_of("schedulers/combine/warmup_per_step", epochs=epochs, warmup=4)
    w, T = left["warmup"], left["total"]
    assert epochs * 5 == T == len(left["rates"])
    assert left["rates"] == pytest.approx(
        [(t + 1) / w if t < w else (T - t) / (T - w) for t in range(T)]
    )
    assert left["rates"][0] > 0
    assert [left["factor"](T + n) for n in (0, 1, 50)] == [0, 0, 0]


@says(
    "schedulers/combine/warmup_stable_decay",
    "Up, flat, and down at the end.",
    "The rates before the decay do not depend on the length: a checkpoint from there can be "
    "continued, or decayed to a finished model.",
    "A cosine depends on it from the start.",
)
@pytest.mark.parametrize("longer", [60, 100])
def test_warmup_stable_decay(longer):
    short = names_of("schedulers/combine/warmup_stable_decay")
    w, d, T = short["warmup"], short["decay"], short["epochs"]
    expected = [0.1 * min(1, (t + 1) / w, (T - t) / d) for t in range(T)]
    assert short["rates"] == pytest.approx(expected)
    factor = short["factor"]
    before = [factor(t) for t in range(T - d)]
    factor.__globals__["epochs"] = longer
    assert [factor(t) for t in range(T - d)] == before
    parameter = torch.ones(1, requires_grad=True)
    cosines = []
    for length in (T, longer):
        optimizer = torch.optim.SGD([parameter], lr=0.1)
        scheduler = CosineAnnealingLR(optimizer, T_max=length)
        optimizer.step()
        scheduler.step()
        cosines.append(scheduler.get_last_lr()[0])
    assert cosines[0] < cosines[1]
