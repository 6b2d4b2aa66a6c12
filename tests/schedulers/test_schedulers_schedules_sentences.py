"""What the sentences of schedulers and schedulers/schedules say."""

import inspect
import warnings
from itertools import pairwise

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import ENTRIES, says
from test_schedulers_schedules import FIRST, rates_of
from torch import nn, optim
from torch.optim import lr_scheduler

ENTRY_NAMES = [entry.name for entry in ENTRIES if entry.name.startswith("schedulers/schedules/")]


def groups(*rates, momentum=0.0, method=optim.SGD):
    """An optimizer with a parameter for each rate."""
    parts = [{"params": [torch.ones(1, requires_grad=True)], "lr": rate} for rate in rates]
    return method(parts, **({"momentum": momentum} if method is optim.SGD else {}))


def run(optimizer, scheduler, key="lr", times=50):
    """A value of the first group, before each step."""
    found = []
    for _ in range(times):
        found.append(optimizer.param_groups[0][key])
        optimizer.step()
        scheduler.step()
    return found


@says("schedulers/schedules", "Each entry leaves `rates`, the rate of every epoch, drawn below it.")
@pytest.mark.parametrize("name", ENTRY_NAMES)
def test_every_entry_leaves_the_rate_of_every_epoch(name):
    names = names_of(name)
    curves = names["rates"].values() if isinstance(names["rates"], dict) else [names["rates"]]
    for curve in curves:
        assert len(curve) == 50 or name.endswith("plateau")
        assert all(isinstance(rate, float) for rate in curve)
    assert names["optimizer"].param_groups[0]["lr"] == names["scheduler"].get_last_lr()[0]


@says("schedulers/schedules", r"$\eta_0$ is the rate of the optimizer.")
@says(
    "schedulers/schedules/step_lr",
    "The rate is multiplied by `gamma` every `step_size` epochs.",
    "Here $t$ counts epochs from 0, as on this whole page.",
)
@pytest.mark.parametrize("first", [0.1, 0.8])
@pytest.mark.parametrize("size", [1, 7])
def test_step_lr_multiplies_every_step_size_epochs(first, size):
    rates = rates_of(lambda o: lr_scheduler.StepLR(o, size, gamma=0.5), 20, first)
    assert rates[0] == first
    for t in range(1, 20):
        assert rates[t] == pytest.approx(rates[t - 1] * (0.5 if t % size == 0 else 1))


@says(
    "schedulers/schedules/multi_step_lr",
    "The rate is multiplied by `gamma` at each milestone.",
    "A milestone counts epochs already done: 30 is the 31st epoch.",
    "$k$ is the number of milestones at most $t$.",
)
@pytest.mark.parametrize("milestones", [[30], [2, 30], [3, 3, 10]])
def test_a_milestone_counts_epochs_done(milestones):
    rates = rates_of(lambda o: lr_scheduler.MultiStepLR(o, milestones, gamma=0.5))
    assert rates == pytest.approx(
        [FIRST * 0.5 ** sum(m <= t for m in milestones) for t in range(50)]
    )
    if milestones == [30]:
        assert rates[29] > rates[30]  # indices from 0: the 30th and the 31st epoch


@says("schedulers/schedules/step_lr", "a tenth, every so many epochs.")
@says("schedulers/schedules/multi_step_lr", "a tenth, at the epochs you name.")
@pytest.mark.parametrize("name", ["StepLR", "MultiStepLR"])
@pytest.mark.parametrize("size", [1, 5])
def test_a_tenth_unless_said_otherwise(name, size):
    when = size if name == "StepLR" else [size, 2 * size]
    rates = rates_of(lambda o: getattr(lr_scheduler, name)(o, when), 3 * size)
    assert rates == pytest.approx([FIRST * 0.1 ** (t // size) for t in range(3 * size)])


@says(
    "schedulers/schedules/exponential_lr",
    "one factor, epoch after epoch.",
    "For a tenth after T epochs take gamma = 0.1 ** (1 / T): 0.955 for 50.",
)
@given(total=st.integers(1, 49))
def test_gamma_for_a_tenth(total):
    rates = rates_of(lambda o: lr_scheduler.ExponentialLR(o, 0.1 ** (1 / total)))
    assert rates[total] == pytest.approx(FIRST / 10)
    assert [b / a for a, b in pairwise(rates)] == pytest.approx([0.1 ** (1 / total)] * 49)
    assert round(0.1 ** (1 / 50), 3) == 0.955


@says(
    "schedulers/schedules/cosine_annealing_lr",
    "Slow, fast, slow; no milestones to choose.",
    "`T_max` is the number of epochs to the minimum, usually all of them.",
    "Stepping beyond `T_max` makes the rate rise again.",
)
@pytest.mark.parametrize("period", [10, 24])
@pytest.mark.parametrize("end", [0.0, 0.01])
def test_cosine_annealing_rises_beyond_t_max(period, end):
    rates = rates_of(lambda o: lr_scheduler.CosineAnnealingLR(o, period, end))
    falls = [a - b for a, b in pairwise(rates[: period + 1])]
    assert min(rates) == pytest.approx(rates[period], abs=1e-9) == pytest.approx(end, abs=1e-9)
    assert falls[period // 2] > 3 * max(falls[0], falls[-1]) > 0
    assert rates[period] < rates[period + 1] < rates[period + 5]


@says(
    "schedulers/schedules/reduce_on_plateau",
    "An epoch is bad unless the loss is below the best so far by `threshold` (relative, 1e-4).",
)
@pytest.mark.parametrize("threshold", [1e-4, 0.1])
def test_what_an_epoch_has_to_improve(threshold):
    assert inspect.signature(lr_scheduler.ReduceLROnPlateau).parameters["threshold"].default == 1e-4
    for loss, bad in ((1 - 0.5 * threshold, 1), (1 - 2 * threshold, 0), (1.0, 1), (2.0, 1)):
        scheduler = lr_scheduler.ReduceLROnPlateau(groups(0.1), threshold=threshold)
        scheduler.step(1.0)
        scheduler.step(loss)
        assert scheduler.num_bad_epochs == bad


@says(
    "schedulers/schedules/reduce_on_plateau",
    'For losses below 0 take `threshold_mode="abs"`: a relative threshold lets slightly worse ones '
    "pass as better.",
)
@pytest.mark.parametrize("mode", ["rel", "abs"])
@pytest.mark.parametrize("threshold", [1e-4, 0.1])
def test_the_threshold_of_losses_below_0(mode, threshold):
    for first in (-1.0, -5.0):
        scheduler = lr_scheduler.ReduceLROnPlateau(
            groups(0.1), threshold=threshold, threshold_mode=mode
        )
        scheduler.step(first)
        scheduler.step(first * (1 - threshold / 2))  # worse
        assert scheduler.num_bad_epochs == (mode == "abs")


@says(
    "schedulers/schedules/reduce_on_plateau",
    "$b_t$ counts the bad epochs in a row; when it exceeds $p$ = `patience` the rate is "
    r"multiplied by $\gamma$ = `factor`, not below `min_lr`, and the count begins again: "
    "`patience=2` forgives two bad epochs, and the third acts.",
)
@pytest.mark.parametrize("patience", [0, 2, 4])
def test_patience_forgives_so_many_epochs(patience):
    optimizer = groups(0.1)
    scheduler = lr_scheduler.ReduceLROnPlateau(
        optimizer, factor=0.5, patience=patience, min_lr=0.03
    )
    rates = []
    scheduler.step(1.0)
    for _ in range(3 * (patience + 1)):
        scheduler.step(1.0)
        rates.append(optimizer.param_groups[0]["lr"])
    n = patience + 1
    assert rates == pytest.approx([0.1] * (n - 1) + [0.05] * n + [0.03] * (n + 1))


@says("schedulers/schedules/reduce_on_plateau", 'With an accuracy, `mode="max"`.')
def test_mode_max_is_for_an_accuracy():
    for mode, rate in (("max", 0.1), ("min", 0.01)):
        optimizer = groups(0.1)
        scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, mode=mode, patience=1)
        for accuracy in (0.5, 0.6, 0.7):
            scheduler.step(accuracy)
        assert optimizer.param_groups[0]["lr"] == pytest.approx(rate)


@says(
    "schedulers/schedules/lambda_lr",
    "The function returns a factor of the first rate, not a rate.",
    "A list of functions gives each parameter group its own.",
)
@pytest.mark.parametrize("rate", [0.1, 3.0])
def test_the_function_returns_a_factor(rate):
    optimizer = groups(rate, 2 * rate)
    scheduler = lr_scheduler.LambdaLR(optimizer, [lambda t: 0.5**t, lambda t: 1 / (1 + t)])
    for t in range(5):
        assert scheduler.get_last_lr() == pytest.approx([rate * 0.5**t, 2 * rate / (1 + t)])
        optimizer.step()
        scheduler.step()


def halves(epoch):
    return 0.5


class Half:
    """A function with a state, which is saved."""

    factor = 0.5

    def __init__(self):
        self.kept = 1

    def __call__(self, epoch):
        return 0.5


@says(
    "schedulers/schedules/lambda_lr",
    "Lambdas are not saved in `state_dict`: make the scheduler anew with the same function.",
)
@says(
    "schedulers/schedules/multiplicative_lr",
    "The function is first called with 1, and like all lambdas it is not saved in `state_dict`.",
)
@says(
    "schedulers/combine/save_and_restore",
    "The lambdas of `LambdaLR` are not in the state: the new scheduler must get the same ones.",
)
@pytest.mark.parametrize("method", [lr_scheduler.LambdaLR, lr_scheduler.MultiplicativeLR])
@pytest.mark.parametrize("function", [lambda epoch: 0.5, halves, Half()])
def test_lambdas_are_not_saved(method, function):
    saved = method(groups(0.1), function).state_dict()["lr_lambdas"]
    assert saved == ([{"kept": 1}] if isinstance(function, Half) else [None])
    called, optimizer = [], groups(0.1)
    scheduler = lr_scheduler.MultiplicativeLR(optimizer, lambda t: called.append(t) or 1.0)
    assert called == []
    optimizer.step()
    scheduler.step()
    assert called == [1]


@says(
    "schedulers/schedules/multiplicative_lr",
    "Like `LambdaLR`, but the factor applies to the rate of the epoch before, so factors "
    "accumulate: return 1 to leave the rate as it is.",
)
@pytest.mark.parametrize("factors", [[0.5, 2, 1, 0.1, 1], [1.5, 0.9, 0.9, 0.9, 3]])
def test_factors_accumulate(factors):
    factors = [1.0, *factors, 1.0, 1.0]  # the last one is for the end of the run
    rates = rates_of(lambda o: lr_scheduler.MultiplicativeLR(o, factors.__getitem__), 7)
    assert [b / a for a, b in pairwise(rates)] == pytest.approx(factors[1:7])
    assert rates[6] == rates[5]  # the factor was 1


@says(
    "schedulers/schedules/one_cycle_lr",
    "one rise, one long fall.",
    "Step it after every batch; `total_steps` $T$ is epochs times batches, or give "
    "`epochs` and `steps_per_epoch`.",
    r"The rate rises from $\eta_s$ = `max_lr` / 25 (`div_factor`) to $\eta_m$ = `max_lr` "
    r"over the first $p$ = 30 percent (`pct_start`) and falls to $\eta_e$ = $\eta_s$ / "
    "10000 (`final_div_factor`).",
)
@pytest.mark.parametrize("share", [0.3, 0.5])
def test_the_rise_and_the_fall_of_one_cycle(share):
    optimizer = groups(1.0)
    scheduler = lr_scheduler.OneCycleLR(
        optimizer, 0.1, epochs=10, steps_per_epoch=10, pct_start=share
    )
    assert scheduler.total_steps == 100
    rates = run(optimizer, scheduler, times=99)
    rates.append(optimizer.param_groups[0]["lr"])
    top = round(share * 100) - 1
    assert rates[0] == pytest.approx(0.1 / 25)
    assert rates[top] == pytest.approx(0.1) == pytest.approx(max(rates))
    assert rates[-1] == pytest.approx(0.1 / 25 / 1e4)
    assert rates[:top] == sorted(rates[:top])
    assert rates[top:] == sorted(rates[top:], reverse=True)
    defaults = inspect.signature(lr_scheduler.OneCycleLR).parameters
    assert [defaults[k].default for k in ("div_factor", "pct_start", "final_div_factor")] == [
        25,
        0.3,
        1e4,
    ]


@says("schedulers/schedules/one_cycle_lr", "The rate given to the optimizer is ignored.")
@given(rate=st.floats(1e-6, 100))
def test_one_cycle_ignores_the_rate_of_the_optimizer(rate):
    scheduler = lr_scheduler.OneCycleLR(groups(rate), max_lr=0.1, total_steps=50)
    assert scheduler.get_last_lr() == pytest.approx([0.1 / 25])


@says(
    "schedulers/schedules/one_cycle_lr",
    "Momentum goes the other way, from 0.95 to 0.85 and back, even where the optimizer "
    "had none: `cycle_momentum=False` leaves it alone.",
)
@pytest.mark.parametrize("momentum", [0.0, 0.5])
def test_momentum_goes_the_other_way(momentum):
    optimizer = groups(0.1, momentum=momentum)
    scheduler = lr_scheduler.OneCycleLR(optimizer, 0.1, 51)
    found = run(optimizer, scheduler, "momentum", 50)
    assert found[0] == 0.95 == max(found)
    assert min(found) == pytest.approx(0.85, abs=1e-3)
    assert found.index(min(found)) in (14, 15)
    assert found[-1] == pytest.approx(0.95, abs=1e-2)
    optimizer = groups(0.1, momentum=momentum)
    scheduler = lr_scheduler.OneCycleLR(optimizer, 0.1, 51, cycle_momentum=False)
    assert set(run(optimizer, scheduler, "momentum", 50)) == {momentum}


@says(
    "schedulers/schedules/cyclic_lr",
    "up and down between two rates.",
    "Step it after every batch.",
    "`base_lr` replaces the rate of the optimizer; a rise takes $s$ = `step_size_up` "
    "batches, a fall as many unless `step_size_down` says otherwise.",
    "$c$ counts the cycles from 1.",
)
@pytest.mark.parametrize(("up", "down"), [(10, None), (10, 5), (4, 12)])
def test_the_rise_and_the_fall_of_cyclic(up, down):
    optimizer = groups(7.0)
    scheduler = lr_scheduler.CyclicLR(
        optimizer, 0.01, 0.1, step_size_up=up, step_size_down=down, cycle_momentum=False
    )
    rates, whole = run(optimizer, scheduler), up + (down or up)
    assert rates[0] == rates[whole] == pytest.approx(0.01)
    assert rates[up] == pytest.approx(0.1) == pytest.approx(max(rates))
    assert rates[up - 1] < rates[up] > rates[up + 1]


@says(
    "schedulers/schedules/cyclic_lr",
    "The height of the peaks has a factor $g$: 1 for `triangular`, half as much each "
    "cycle for `triangular2`, smaller by `gamma` each batch for `exp_range`.",
)
@pytest.mark.parametrize("mode", ["triangular", "triangular2", "exp_range"])
def test_the_height_of_the_peaks(mode):
    optimizer = groups(0.1)
    scheduler = lr_scheduler.CyclicLR(
        optimizer, 0.0, 1.0, step_size_up=5, mode=mode, gamma=0.9, cycle_momentum=False
    )
    factors = {"triangular": [1, 1], "triangular2": [1, 0.5], "exp_range": [0.9**5, 0.9**15]}
    rates = run(optimizer, scheduler)
    assert [rates[5], rates[15]] == pytest.approx(factors[mode])


@says("schedulers/schedules/cyclic_lr", "Momentum swings too unless `cycle_momentum=False`.")
def test_momentum_swings_too():
    found = {}
    for swings in (True, False):
        optimizer = groups(0.1, momentum=0.5)
        scheduler = lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, 10, cycle_momentum=swings)
        found[swings] = run(optimizer, scheduler, "momentum")
    assert found[True][0] == found[True][20] == pytest.approx(0.9)
    assert found[True][10] == pytest.approx(0.8)
    assert set(found[False]) == {0.5}


@says(
    "schedulers/schedules/cosine_warm_restarts",
    "cosine again and again.",
    "After `T_0` epochs the rate jumps back up; each further cycle is $m$ = `T_mult` "
    "times as long: here 10, 20, 40 epochs.",
    "Stop at the end of a cycle, where the rate is least.",
    r"$i$ counts the restarts so far, $T_i$ is the length of the cycle and $T_\text{cur}$ "
    "the epochs since it began.",
)
@pytest.mark.parametrize("factor", [1, 2, 3])
def test_the_cycles_of_warm_restarts(factor):
    rates = rates_of(lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, 10, factor), 140)
    starts = [t for t in range(140) if rates[t] == FIRST]
    lengths = [b - a for a, b in pairwise(starts)]
    assert lengths == [10 * factor**i for i in range(len(lengths))]
    assert len(lengths) >= 2
    for a, b in pairwise(starts):
        assert rates[b - 1] == min(rates[a:b])


@says(
    "schedulers/schedules/cosine_warm_restarts",
    "For steps within an epoch, `scheduler.step(epoch + i / batches)` takes a fraction.",
)
def test_warm_restarts_take_a_fraction():
    optimizer = groups(0.1)
    scheduler = lr_scheduler.CosineAnnealingWarmRestarts(optimizer, 4)
    optimizer.step()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for epoch, i in ((0, 2), (1, 1), (2, 0), (5, 3)):
            scheduler.step(epoch + i / 4)
            t = torch.tensor((epoch + i / 4) % 4)
            expected = 0.05 * (1 + torch.cos(torch.pi * t / 4))
            assert optimizer.param_groups[0]["lr"] == pytest.approx(expected.item(), rel=1e-5)


@says(
    "schedulers/schedules/linear_lr",
    "From `start_factor` to `end_factor` of the first rate in `total_iters` epochs, then constant.",
    "The default start is a third.",
)
@pytest.mark.parametrize("total", [1, 5, 10])
def test_linear_lr_is_constant_afterwards(total):
    rates = rates_of(lambda o: lr_scheduler.LinearLR(o, total_iters=total), 20)
    assert rates[0] == pytest.approx(FIRST / 3)
    assert rates[total:] == pytest.approx([FIRST] * (20 - total))
    rises = [b - a for a, b in pairwise(rates[: total + 1])]
    assert rises == pytest.approx([FIRST * 2 / 3 / total] * total)


@says(
    "schedulers/schedules/polynomial_lr",
    "Power 1 is a straight line to 0; 0.9 is common in segmentation.",
    "After `total_iters` the rate is 0.",
)
@pytest.mark.parametrize("total", [5, 30])
def test_power_one_is_a_line_to_zero(total):
    rates = rates_of(lambda o: lr_scheduler.PolynomialLR(o, total, power=1.0), 50)
    falls = [a - b for a, b in pairwise(rates[: total + 1])]
    assert falls == pytest.approx([FIRST / total] * total)
    for power in (0.9, 1.0, 2.0):
        rates = rates_of(lambda o, power=power: lr_scheduler.PolynomialLR(o, total, power), 50)
        assert set(rates[total:]) == {0.0}


@says(
    "schedulers/combine/order_of_calls",
    "Step once an epoch, or once a batch for `OneCycleLR`, `CyclicLR` and warm-up counted"
    " in batches.",
)
def test_one_cycle_spans_the_batches():
    model = nn.Linear(1, 1)
    optimizer = optim.SGD(model.parameters(), lr=0.1)
    scheduler = lr_scheduler.OneCycleLR(optimizer, 0.1, epochs=3, steps_per_epoch=4)
    for _ in range(12):
        optimizer.step()
        scheduler.step()
    with pytest.raises(ValueError, match="13 times"):
        scheduler.step()
