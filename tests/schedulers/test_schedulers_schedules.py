"""Closed forms of the schedules against the rates that an optimizer really got."""

import io
import math

import pytest
import torch
from recipes import names_of
from support import says
from torch import nn
from torch.optim import lr_scheduler
from torch.optim.swa_utils import SWALR

FIRST, EPOCHS = 0.1, 50


def make(build, first=FIRST):
    optimizer = torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=first, momentum=0.9)
    return optimizer, build(optimizer)


def advance(optimizer, scheduler, epoch):
    optimizer.step()
    if isinstance(scheduler, lr_scheduler.ReduceLROnPlateau):
        scheduler.step(LOSSES[epoch])
    else:
        scheduler.step()


def rates_of(build, epochs=EPOCHS, first=FIRST):
    optimizer, scheduler = make(build, first)
    rates = []
    for epoch in range(epochs):
        rates.append(optimizer.param_groups[0]["lr"])
        advance(optimizer, scheduler, epoch)
    return rates


def agree(build, formula, epochs=EPOCHS, rel=1e-9):
    expected = [formula(t) for t in range(epochs)]
    assert rates_of(build, epochs) == pytest.approx(expected, rel=rel, abs=1e-15)


@pytest.mark.parametrize(("size", "gamma"), [(20, 0.1), (7, 0.5), (1, 0.9)])
def test_step_lr(size, gamma):
    agree(lambda o: lr_scheduler.StepLR(o, size, gamma), lambda t: FIRST * gamma ** (t // size))


@pytest.mark.parametrize("milestones", [[15, 40], [1, 2, 3], [49]])
def test_multi_step_lr(milestones):
    agree(
        lambda o: lr_scheduler.MultiStepLR(o, milestones, 0.3),
        lambda t: FIRST * 0.3 ** sum(m <= t for m in milestones),
    )


@pytest.mark.parametrize("gamma", [0.955, 0.5])
def test_exponential_lr(gamma):
    agree(lambda o: lr_scheduler.ExponentialLR(o, gamma), lambda t: FIRST * gamma**t)
    assert pytest.approx(0.1, rel=0.01) == 0.955**50  # the entry's rule for a tenth in 50


@says("schedulers/schedules/cosine_annealing_lr", "half a cosine down to the end.")
@pytest.mark.parametrize(("period", "end"), [(50, 0.001), (10, 0.0), (33, 0.05)])
def test_cosine_annealing_lr(period, end):
    agree(
        lambda o: lr_scheduler.CosineAnnealingLR(o, period, end),
        lambda t: end + (FIRST - end) / 2 * (1 + math.cos(math.pi * t / period)),
        rel=1e-7,  # computed from step to step, the rounding adds up near the minimum
    )


@says("schedulers/schedules/lambda_lr", "any function of the epoch.")
@pytest.mark.parametrize("f", [lambda t: 1 / (1 + 0.1 * t), lambda t: 0.5**t])
def test_lambda_lr(f):
    agree(lambda o: lr_scheduler.LambdaLR(o, f), lambda t: FIRST * f(t))


@says("schedulers/schedules/multiplicative_lr", "multiply by a factor that may change.")
@pytest.mark.parametrize("f", [lambda t: 0.5 if t % 20 == 0 else 1.0, lambda t: 0.9 + t / 500])
def test_multiplicative_lr(f):
    agree(
        lambda o: lr_scheduler.MultiplicativeLR(o, f),
        lambda t: FIRST * math.prod(f(k) for k in range(1, t + 1)),
    )


@pytest.mark.parametrize(("start", "end", "total"), [(0.1, 1.0, 10), (1 / 3, 1.0, 5), (1, 0.1, 60)])
def test_linear_lr(start, end, total):
    agree(
        lambda o: lr_scheduler.LinearLR(o, start, end, total),
        lambda t: FIRST * (start + (end - start) * min(t, total) / total),
    )


@says("schedulers/schedules/constant_lr", "a smaller rate for the first epochs.")
@says(
    "schedulers/schedules/constant_lr",
    "The rate times `factor` for `total_iters` epochs, then the full rate at once.",
)
@pytest.mark.parametrize(("factor", "total"), [(0.5, 5), (1 / 3, 20)])
def test_constant_lr(factor, total):
    agree(
        lambda o: lr_scheduler.ConstantLR(o, factor, total),
        lambda t: FIRST * factor if t < total else FIRST,
    )


@says("schedulers/schedules/polynomial_lr", "down to zero by a power.")
@pytest.mark.parametrize(("total", "power"), [(50, 0.9), (20, 2.0), (49, 1.0)])
def test_polynomial_lr(total, power):
    agree(
        lambda o: lr_scheduler.PolynomialLR(o, total, power),
        lambda t: FIRST * (1 - min(t, total) / total) ** power,
    )


@pytest.mark.parametrize("mode", ["triangular", "triangular2", "exp_range"])
@pytest.mark.parametrize("up", [10, 4])
def test_cyclic_lr(mode, up):
    low, high, gamma = 0.01, 0.1, 0.98

    def formula(t):
        cycle = math.floor(1 + t / (2 * up))
        height = max(0, 1 - abs(t / up - 2 * cycle + 1))
        shrink = {"triangular": 1, "triangular2": 0.5 ** (cycle - 1), "exp_range": gamma**t}[mode]
        return low + (high - low) * height * shrink

    agree(lambda o: lr_scheduler.CyclicLR(o, low, high, up, mode=mode, gamma=gamma), formula)


@pytest.mark.parametrize("total", [51, 100])
@pytest.mark.parametrize("share", [0.3, 0.5])
def test_one_cycle_lr(total, share):
    top, start = 0.1, 0.1 / 25
    bottom = start / 1e4
    peak, last = share * total - 1, total - 1

    def formula(t):
        if t <= peak:
            a, b, p = start, top, t / peak
        else:
            a, b, p = top, bottom, (t - peak) / (last - peak)
        return b + (a - b) / 2 * (1 + math.cos(math.pi * p))

    agree(lambda o: lr_scheduler.OneCycleLR(o, top, total, pct_start=share), formula, total - 1)


@pytest.mark.parametrize(("first", "factor"), [(10, 2), (7, 1), (3, 3)])
def test_cosine_warm_restarts(first, factor):
    def formula(t):
        length = first
        while t >= length:
            t, length = t - length, length * factor
        return FIRST / 2 * (1 + math.cos(math.pi * t / length))

    agree(lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, first, factor), formula)


LOSSES = [1 / (1 + t) if t < 9 else 0.2 - 0.0004 * (t % 7) for t in range(EPOCHS)]


@says("schedulers/schedules/reduce_on_plateau", "smaller when the metric stops improving.")
@pytest.mark.parametrize("patience", [0, 2, 5])
@pytest.mark.parametrize("threshold", [1e-4, 0.1])
def test_reduce_on_plateau(patience, threshold):
    rate, best, bad, expected = FIRST, math.inf, 0, []
    for loss in LOSSES:
        expected.append(rate)
        if loss < best * (1 - threshold):
            best, bad = loss, 0
        else:
            bad += 1
        if bad > patience:
            rate, bad = rate * 0.1, 0
        if rate < 1e-7:  # PyTorch skips changes below eps = 1e-8
            break
    found = rates_of(
        lambda o: lr_scheduler.ReduceLROnPlateau(o, patience=patience, threshold=threshold)
    )
    assert found[: len(expected)] == pytest.approx(expected, rel=1e-9)


@says(
    "schedulers/combine/warmup_cosine",
    "Five epochs of straight line from a tenth, then half a cosine over the other 45.",
)
def test_warmup_cosine():
    agree(
        warmup_cosine,
        lambda t: (
            FIRST * (0.1 + 0.9 * t / 5)
            if t < 5
            else FIRST / 2 * (1 + math.cos(math.pi * (t - 5) / 45))
        ),
        rel=1e-7,
    )


@says(
    "schedulers/combine/custom_scheduler",
    "Here: linear warm-up in $w$ steps, then the inverse square root, as for the first "
    "transformers.",
)
@pytest.mark.parametrize("warmup", [1, 4, 30])
def test_custom_scheduler(warmup):
    scheduler = names_of("schedulers/combine/custom_scheduler")["InverseSquareRoot"]
    agree(
        lambda o: scheduler(o, warmup),
        lambda t: FIRST * min((t + 1) / warmup, math.sqrt(warmup / (t + 1))),
    )


def warmup_cosine(optimizer):
    parts = [
        lr_scheduler.LinearLR(optimizer, 0.1, total_iters=5),
        lr_scheduler.CosineAnnealingLR(optimizer, 45),
    ]
    return lr_scheduler.SequentialLR(optimizer, parts, [5])


ALL = {
    "StepLR": lambda o: lr_scheduler.StepLR(o, 20),
    "MultiStepLR": lambda o: lr_scheduler.MultiStepLR(o, [15, 40]),
    "ExponentialLR": lambda o: lr_scheduler.ExponentialLR(o, 0.955),
    "CosineAnnealingLR": lambda o: lr_scheduler.CosineAnnealingLR(o, 50),
    "ReduceLROnPlateau": lambda o: lr_scheduler.ReduceLROnPlateau(o, patience=2),
    "LambdaLR": lambda o: lr_scheduler.LambdaLR(o, lambda t: 0.9**t),
    "MultiplicativeLR": lambda o: lr_scheduler.MultiplicativeLR(o, lambda t: 0.9),
    "OneCycleLR": lambda o: lr_scheduler.OneCycleLR(o, 0.1, 51),
    "CyclicLR": lambda o: lr_scheduler.CyclicLR(o, 0.01, 0.1, 10),
    "CosineAnnealingWarmRestarts": lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, 10, 2),
    "LinearLR": lambda o: lr_scheduler.LinearLR(o, 0.1, total_iters=10),
    "ConstantLR": lambda o: lr_scheduler.ConstantLR(o, 0.5, 5),
    "PolynomialLR": lambda o: lr_scheduler.PolynomialLR(o, 50, 0.9),
    "SequentialLR": warmup_cosine,
    "ChainedScheduler": lambda o: lr_scheduler.ChainedScheduler(
        [lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9)], o
    ),
    "SWALR": lambda o: SWALR(o, 0.02, 10),
}


def test_all_schedulers_are_restored_below():
    assert set(lr_scheduler.__all__) - {"LRScheduler"} <= ALL.keys()


@says("schedulers/combine/save_and_restore", "go on exactly where it was.")
@pytest.mark.parametrize("name", ALL)
def test_a_restored_schedule_goes_on_exactly(name):
    whole = rates_of(ALL[name])
    optimizer, scheduler = make(ALL[name])
    for epoch in range(EPOCHS):
        file = io.BytesIO()
        torch.save([optimizer.state_dict(), scheduler.state_dict()], file)
        file.seek(0)
        optimizer, scheduler = make(ALL[name])
        states = torch.load(file)
        for part, state in zip((optimizer, scheduler), states, strict=True):
            part.load_state_dict(state)
        assert optimizer.param_groups[0]["lr"] == whole[epoch]
        advance(optimizer, scheduler, epoch)
