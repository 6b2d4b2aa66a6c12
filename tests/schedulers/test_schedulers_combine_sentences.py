"""What the sentences of schedulers/combine say."""

import math
import warnings
from itertools import pairwise

import pytest
import torch
from recipes import names_of
from support import says
from test_schedulers_schedules import ALL, EPOCHS, FIRST, advance, make, rates_of
from torch import optim
from torch.optim import lr_scheduler
from torch.optim.swa_utils import SWALR


def groups(*rates):
    """An optimizer with a parameter for each rate."""
    parts = [{"params": [torch.ones(1, requires_grad=True)], "lr": rate} for rate in rates]
    return optim.SGD(parts, momentum=0.9)


@says("schedulers/combine", "The order of calls is `optimizer.step()`, then `scheduler.step()`.")
@says(
    "schedulers/combine/order_of_calls",
    "The scheduler counts by itself: most warn at the old `scheduler.step(epoch)`, which "
    "`CosineAnnealingWarmRestarts` is made for.",
)
@pytest.mark.parametrize("name", sorted(ALL.keys() - {"SequentialLR", "ChainedScheduler"}))
def test_the_old_argument_warns(name):
    optimizer, scheduler = make(ALL[name])
    optimizer.step()
    arguments = (1.0, 1) if name == "ReduceLROnPlateau" else (1,)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        scheduler.step(*arguments)
    told = any("epoch parameter" in str(warning.message) for warning in caught)
    assert told == (name != "CosineAnnealingWarmRestarts")


@says(
    "schedulers/combine/order_of_calls",
    "The other way round the first rate is skipped, and PyTorch warns.",
)
@pytest.mark.parametrize("wrong", [False, True])
def test_the_other_way_round_the_first_rate_is_skipped(wrong):
    optimizer, used = groups(0.1), []
    scheduler = lr_scheduler.ExponentialLR(optimizer, 0.5)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(3):
            if wrong:
                scheduler.step()
            used.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            if not wrong:
                scheduler.step()
    assert bool(caught) == wrong
    assert used == ([0.05, 0.025, 0.0125] if wrong else [0.1, 0.05, 0.025])


@says(
    "schedulers/combine",
    "Save the scheduler's `state_dict` with the optimizer's: without it a resumed run "
    "starts the schedule again.",
)
@says(
    "schedulers/combine/save_and_restore",
    "Save the states of model, optimizer and scheduler together.",
    "A schedule that is made anew and not loaded begins again.",
)
@pytest.mark.parametrize("name", ["StepLR", "CosineAnnealingLR", "OneCycleLR", "SequentialLR"])
def test_without_its_state_a_schedule_begins_again(name):
    whole = rates_of(ALL[name])
    optimizer, scheduler = make(ALL[name])
    for epoch in range(20):
        advance(optimizer, scheduler, epoch)
    state = scheduler.state_dict(), optimizer.state_dict()
    anew, fresh = make(ALL[name])
    assert anew.param_groups[0]["lr"] == whole[0] != whole[20]
    fresh.load_state_dict(state[0])
    anew.load_state_dict(state[1])
    assert anew.param_groups[0]["lr"] == whole[20]
    advance(anew, fresh, 20)
    assert anew.param_groups[0]["lr"] == whole[21]


@says(
    "schedulers/combine/save_and_restore",
    "Make all three anew first, then load: some schedulers set the optimizer's rate when "
    "they are made, so one made after the optimizer's `load_state_dict` spoils what was "
    "loaded.",
)
@pytest.mark.parametrize("name", ["LambdaLR", "OneCycleLR", "LinearLR", "SequentialLR"])
def test_a_scheduler_made_after_loading_spoils_the_rate(name):
    optimizer, scheduler = make(ALL[name])
    for epoch in range(4):
        advance(optimizer, scheduler, epoch)
    rate = optimizer.param_groups[0]["lr"]
    for made_first in (True, False):
        anew = optim.SGD([torch.ones(1, requires_grad=True)], lr=FIRST, momentum=0.9)
        other = ALL[name](anew) if made_first else None
        anew.load_state_dict(
            {**optimizer.state_dict(), "state": {}}
            | {"param_groups": [{**optimizer.state_dict()["param_groups"][0], "params": [0]}]}
        )
        other = other or ALL[name](anew)
        other.load_state_dict(scheduler.state_dict())
        assert (anew.param_groups[0]["lr"] == rate) == made_first


@says(
    "schedulers/combine/read_the_rate",
    "A list, one rate a parameter group, as `step` last wrote it to "
    '`optimizer.param_groups[i]["lr"]`.',
)
@pytest.mark.parametrize("name", ALL)
def test_last_lr_is_what_the_step_wrote(name):
    optimizer, scheduler = make(ALL[name])
    for epoch in range(EPOCHS):
        assert scheduler.get_last_lr() == [optimizer.param_groups[0]["lr"]]
        advance(optimizer, scheduler, epoch)
    before = scheduler.get_last_lr()
    optimizer.param_groups[0]["lr"] = 7.0
    assert scheduler.get_last_lr() == before != [7.0]  # what was written by hand is not seen


@says(
    "schedulers/combine/sequential_lr",
    "`milestones` are the epochs at which the next one takes over, and that one counts "
    "from 0 again, most from the optimizer's first rate.",
)
@pytest.mark.parametrize("name", ALL)
def test_the_next_one_counts_from_zero(name):
    if name in ("ReduceLROnPlateau", "SequentialLR", "ChainedScheduler"):
        with pytest.raises((ValueError, NotImplementedError)):
            rates_of(sequence(name), 20)
        return
    alone, joined = rates_of(ALL[name], 17), rates_of(sequence(name), 20)
    if name in ("MultiplicativeLR", "SWALR"):
        assert joined[3] < alone[0]
    else:
        assert joined[3:] == pytest.approx(alone, rel=1e-6)


def sequence(name):
    return lambda o: lr_scheduler.SequentialLR(
        o, [lr_scheduler.ConstantLR(o, 0.5, 100), ALL[name](o)], [3]
    )


@says(
    "schedulers/combine/chained_scheduler",
    "Stepped together, schedules that multiply the rate in use multiply their factors: "
    "`ConstantLR`, `LinearLR`, `ExponentialLR`, `StepLR`.",
)
@pytest.mark.parametrize("name", ["ConstantLR", "LinearLR", "ExponentialLR", "StepLR"])
@pytest.mark.parametrize("first", [True, False])
def test_factors_multiply(name, first):
    rates = rates_of(chain(name, first))
    for t, (rate, alone) in enumerate(zip(rates, rates_of(ALL[name]), strict=True)):
        assert math.isclose(rate, alone * 0.9**t, rel_tol=1e-9)


@says(
    "schedulers/combine/chained_scheduler",
    "`LambdaLR` and `OneCycleLR` set the rate from the first one: beside them the factors"
    " of the others are lost.",
)
@pytest.mark.parametrize("name", ["LambdaLR", "OneCycleLR"])
@pytest.mark.parametrize("first", [True, False])
def test_factors_are_lost(name, first):
    rates, alone = rates_of(chain(name, first), 40), rates_of(ALL[name], 40)
    for t in range(1, 40):
        assert rates[t] == pytest.approx(alone[t] * (0.9 if first else 1))  # never 0.9**t


def chain(name, first):
    def build(o):
        parts = [ALL[name](o), lr_scheduler.ExponentialLR(o, 0.9)]
        return lr_scheduler.ChainedScheduler(parts if first else parts[::-1], o)

    return build


KEEPING = {name: ALL[name] for name in ("StepLR", "CosineAnnealingLR", "LinearLR", "LambdaLR")}


@says(
    "schedulers/combine/groups_with_schedules",
    "ratios are kept.",
    "A schedule applies to the first rate of each group, so with most of them the head "
    "here keeps ten times the rate of the body; an `eta_min` above 0 is one number for "
    "all.",
)
@pytest.mark.parametrize("name", KEEPING)
def test_ratios_are_kept(name):
    optimizer = groups(0.01, 0.1)
    scheduler = KEEPING[name](optimizer)
    for _ in range(40):
        body, head = scheduler.get_last_lr()
        assert math.isclose(head, 10 * body, rel_tol=1e-9)
        optimizer.step()
        scheduler.step()
    optimizer = groups(0.01, 0.1)
    scheduler = lr_scheduler.CosineAnnealingLR(optimizer, 5, eta_min=0.001)
    for _ in range(5):
        optimizer.step()
        scheduler.step()
    assert scheduler.get_last_lr() == pytest.approx([0.001, 0.001])


@says(
    "schedulers/combine/groups_with_schedules",
    "`LambdaLR` with a list has a function for each group: here the body stands still for"
    " ten epochs.",
)
@pytest.mark.parametrize("epoch", [0, 9, 10, 49])
def test_the_body_stands_still_for_ten_epochs(epoch):
    rates = names_of("schedulers/combine/groups_with_schedules")["rates"]
    assert rates["body, LambdaLR"][epoch] == (0.01 if epoch >= 10 else 0)
    assert rates["head, LambdaLR"][epoch] == pytest.approx(0.1 * 0.95**epoch)


@says(
    "schedulers/combine/groups_with_schedules",
    "`OneCycleLR` and `CyclicLR` take a list of `max_lr`.",
)
def test_a_list_of_max_lr():
    one = lr_scheduler.OneCycleLR(groups(1.0, 1.0), [0.1, 0.5], 50)
    assert one.get_last_lr() == pytest.approx([0.1 / 25, 0.5 / 25])
    optimizer = groups(1.0, 1.0)
    cyclic = lr_scheduler.CyclicLR(optimizer, 0.01, [0.1, 0.5], step_size_up=1)
    optimizer.step()
    cyclic.step()
    assert cyclic.get_last_lr() == pytest.approx([0.1, 0.5])


@says(
    "schedulers/combine/lr_range_test",
    "Raise the rate by a factor each batch, here from 1e-5 to 1 in a hundred steps, and "
    "note the loss.",
    "Where it is least the rate is already about to be too large: take a third to a tenth of that.",
    "20 steps for a factor of 10",
)
@pytest.mark.parametrize("share", [1 / 3, 1 / 10])
def test_the_least_loss_is_near_the_largest_rate(share):
    names = names_of("schedulers/combine/lr_range_test")
    rates, losses, best = names["rates"], names["losses"], names["best"]
    assert rates[0] == pytest.approx(1e-5)
    assert rates[100] == pytest.approx(1)
    for a, b in zip(rates, rates[20:], strict=False):
        assert b / a == pytest.approx(10)
    # At three times that rate the loss has begun to grow; at the advised share it falls.
    assert max(losses[best : best + 11]) > 3 * losses[best]
    optimizer_weight = torch.zeros(2, requires_grad=True)
    optimizer = optim.SGD([optimizer_weight], lr=share * rates[best])
    x, y, found = names["x"], names["y"], []
    for _ in range(100):
        loss = (x @ optimizer_weight - y).pow(2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        found.append(loss.item())
    assert max(b - a for a, b in pairwise(found)) < 1e-6
    assert found[-1] < 0.05


@says(
    "schedulers/combine/custom_scheduler",
    "Return one rate a group from `get_lr`; `self.last_epoch` counts the steps from 0, "
    "and `self.base_lrs` are the first rates.",
    "Numbers kept on `self` are saved in `state_dict`.",
    "The old name of the class is `_LRScheduler`.",
    "before super(): it calls get_lr",
)
def test_what_a_scheduler_has():
    seen = []

    class Third(lr_scheduler.LRScheduler):
        def __init__(self, optimizer):
            self.kept = 3
            super().__init__(optimizer)

        def get_lr(self):
            seen.append((self.last_epoch, self.kept))
            return [rate / (self.kept + self.last_epoch) for rate in self.base_lrs]

    optimizer = groups(0.3, 0.6)
    scheduler = Third(optimizer)
    assert seen == [(0, 3)]  # super() called it
    assert scheduler.base_lrs == [0.3, 0.6]
    assert scheduler.get_last_lr() == pytest.approx([0.1, 0.2])
    optimizer.step()
    scheduler.step()
    assert seen == [(0, 3), (1, 3)]
    other = Third(groups(0.3, 0.6))
    other.load_state_dict({**scheduler.state_dict(), "kept": 8})
    assert other.kept == 8
    assert issubclass(lr_scheduler._LRScheduler, lr_scheduler.LRScheduler)


@says("schedulers/combine/swa_lr", "to a constant rate, for weight averaging.")
@says(
    "schedulers/combine/swa_lr",
    "Anneals from the rate in use to `swa_lr` in `anneal_epochs` and stays there while "
    "`AveragedModel` averages the weights.",
)
@pytest.mark.parametrize("strategy", ["linear", "cos"])
@pytest.mark.parametrize("before", [0, 3])
def test_swalr_anneals_from_the_rate_in_use(strategy, before):
    optimizer = groups(0.1)
    halving = lr_scheduler.ExponentialLR(optimizer, 0.8)
    swa = SWALR(optimizer, swa_lr=0.02, anneal_epochs=4, anneal_strategy=strategy)
    rates = []
    for epoch in range(12):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        (halving if epoch < before else swa).step()
    rates = rates[before:]
    start = 0.1 * 0.8**before
    assert rates[0] == pytest.approx(start)
    assert rates[2] == pytest.approx((start + 0.02) / 2)  # halfway
    assert rates[4:] == pytest.approx([0.02] * len(rates[4:]))
