"""Muon beside AdamW, and the step that the scaler leaves out."""

import math

import pytest
import torch
from recipes import names_of
from support import says
from torch import nn
from torch.amp import GradScaler


@says(
    "optimizers/practice/muon_with_adamw",
    'With `adjust_lr_fn="match_rms_adamw"` both can have AdamW\'s rate.',
)
@pytest.mark.parametrize("shape", [(8, 16), (64, 64), (128, 32)])
def test_the_steps_are_alike(shape):
    """A step of AdamW on noise is a fifth of the rate in the mean of squares or more."""
    torch.manual_seed(0)
    sizes = {}
    for name, make in {
        "muon": lambda p: torch.optim.Muon(p, 1e-3, 0.0, adjust_lr_fn="match_rms_adamw"),
        "plain": lambda p: torch.optim.Muon(p, 1e-3, 0.0),
        "adamw": lambda p: torch.optim.AdamW(p, 1e-3, weight_decay=0.0),
    }.items():
        weight = torch.zeros(shape, requires_grad=True)
        optimizer = make([weight])
        for _ in range(60):
            before = weight.detach().clone()
            weight.grad = torch.randn(shape)
            optimizer.step()
        sizes[name] = (weight.detach() - before).square().mean().sqrt().item() / 1e-3
    assert 0.1 < sizes["muon"] < 0.3
    assert 0.1 < sizes["adamw"] < 0.4
    assert abs(math.log(sizes["muon"] / sizes["adamw"])) < math.log(2.5)


@says(
    "optimizers/practice/muon_with_adamw",
    "Muon takes the 2-D weights of hidden layers; embeddings, the head, biases and norms are "
    "AdamW's.",
    "Every parameter is in one of the two: count them.",
    "The weight of a convolution is 4-D, which `Muon` refuses.",
)
@pytest.mark.parametrize("layer", [nn.Conv2d(3, 4, 3), nn.LayerNorm(4)])
def test_muon_takes_matrices(layer):
    with pytest.raises(ValueError, match="2D"):
        torch.optim.Muon([layer.weight])
    left = names_of("optimizers/practice/muon_with_adamw")
    model, muon, adamw = left["model"], *left["optimizers"]
    parts = [{id(p) for p in o.param_groups[0]["params"]} for o in (muon, adamw)]
    assert not parts[0] & parts[1]
    assert parts[0] | parts[1] == {id(p) for p in model.parameters()}
    assert parts[0] == {id(model[1].weight)}


def scaled_steps(slopes, **options):
    """The scale and the weight after each step with such a gradient."""
    weight = torch.zeros(1, requires_grad=True)
    optimizer, scaler = torch.optim.SGD([weight], lr=1.0), GradScaler("cpu", **options)
    seen = []
    for slope in slopes:
        optimizer.zero_grad()
        scaler.scale(slope * weight.sum()).backward()
        scaler.step(optimizer)
        scaler.update()
        seen.append((scaler.get_scale(), weight.item()))
    return seen


@says(
    "optimizers/practice/skipped_step",
    "`GradScaler` starts at 65536 and halves the scale when a gradient is infinite or NaN; a few "
    "skipped steps at the start are how it finds its scale.",
    "After 2000 good steps in a row it doubles it.",
    "A scale that falls on and on means NaN in the model, not in the scale.",
)
@pytest.mark.parametrize("bad", [math.inf, -math.inf, math.nan])
def test_the_scale_is_halved(bad):
    assert GradScaler("cpu").get_scale() == 65536
    assert GradScaler("cpu").get_growth_interval() == 2000
    assert scaled_steps([bad, 1.0, 1.0, 1.0], growth_interval=3) == [
        (32768, 0), (32768, -1), (32768, -2), (65536, -3)
    ]  # fmt: skip
    assert scaled_steps([1.0, 1.0, bad, 1.0, 1.0, 1.0], growth_interval=3)[-1][0] == 65536
    assert [scale for scale, _ in scaled_steps([bad] * 5)] == [65536 / 2**n for n in range(1, 6)]


@says(
    "optimizers/practice/skipped_step",
    "A skipped step changes no weight, so the scheduler should not move either: after a skipped "
    "first step it warns.",
)
@pytest.mark.parametrize("first", [math.nan, 1.0])
def test_a_scheduler_after_a_skipped_step(first, recwarn):
    weight = torch.zeros(1, requires_grad=True)
    optimizer, scaler = torch.optim.SGD([weight], lr=1.0), GradScaler("cpu")
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)
    scaler.scale(first * weight.sum()).backward()
    scaler.step(optimizer)
    scaler.update()
    scheduler.step()
    warned = [str(w.message) for w in recwarn if "lr_scheduler.step" in str(w.message)]
    assert bool(warned) == math.isnan(first)
    assert (weight == 0).all() == math.isnan(first)
