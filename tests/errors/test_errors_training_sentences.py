"""What the sentences of errors/training say."""

import contextlib
import inspect
import warnings

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import library, says
from torch import nn, optim
from torch.optim import lr_scheduler as schedules

METHODS = [
    getattr(optim, name)
    for name in dir(optim)
    if isinstance(getattr(optim, name), type) and name != "Optimizer"
]
STEPPED = {
    "LambdaLR": lambda o: schedules.LambdaLR(o, lambda epoch: 0.9**epoch),
    "MultiplicativeLR": lambda o: schedules.MultiplicativeLR(o, lambda epoch: 0.9),
    "StepLR": lambda o: schedules.StepLR(o, 1),
    "MultiStepLR": lambda o: schedules.MultiStepLR(o, [1, 2]),
    "LinearLR": schedules.LinearLR,
    "ExponentialLR": lambda o: schedules.ExponentialLR(o, 0.5),
    "CosineAnnealingLR": lambda o: schedules.CosineAnnealingLR(o, 5),
    "PolynomialLR": schedules.PolynomialLR,
    "CyclicLR": lambda o: schedules.CyclicLR(o, 0.1, 1.0),
    "OneCycleLR": lambda o: schedules.OneCycleLR(o, 1.0, total_steps=9),
}


def weight(*shape):
    return torch.ones(*(shape or (2, 2)), requires_grad=True)


def sgd(lr=1.0, **options):
    return optim.SGD([weight()], lr=lr, **options)


def warned(call):
    """The warnings of a call, as text."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call()
    return [str(warning.message) for warning in caught]


def scaled(model, factor=1.0, scale=2.0**16):
    """A scaler after a backward pass through the model."""
    scaler = torch.amp.GradScaler("cpu", init_scale=scale)
    scaler.scale(model(torch.ones(4, 2)).sum() * factor).backward()
    return scaler


# empty_parameter_list


class Late(nn.Module):
    def forward(self, x):
        self.layer = nn.Linear(2, 1)
        return self.layer(x)


def holding(layers):
    module = nn.Module()
    module.layers = layers
    return module


def read_before():
    parameters = nn.Linear(2, 1).parameters()
    assert len(list(parameters)) == 2
    return parameters


@says("errors/training/empty_parameter_list", "The iterable that the optimizer got ends at once.")
@says(
    "errors/training/empty_parameter_list",
    "Usual causes: layers are kept in a plain list or dict, which the module does not see; "
    "`model.parameters()` was stored and read before, for a count, say: a generator gives its "
    "values once; a filter lets nothing through, as when all is frozen; layers are made in "
    "`forward`, or not yet.",
)
@pytest.mark.parametrize(
    "empty",
    [
        lambda: holding([nn.Linear(2, 1)]).parameters(),
        lambda: holding({"a": nn.Linear(2, 1)}).parameters(),
        read_before,
        lambda: (p for p in nn.Linear(2, 1).requires_grad_(False).parameters() if p.requires_grad),
        lambda: Late().parameters(),
        lambda: [],
    ],
)
@pytest.mark.parametrize("method", [optim.SGD, optim.Adam])
def test_what_is_empty_at_once_is_refused(empty, method):
    assert list(empty()) == []
    with pytest.raises(ValueError, match="optimizer got an empty parameter list"):
        method(empty(), lr=0.1)


@says(
    "errors/training/empty_parameter_list", "A list of layers: nn.ModuleList, which registers them."
)
def test_a_module_list_registers_layers():
    late = Late()
    late(torch.ones(1, 2))
    for model in (holding(nn.ModuleList([nn.Linear(2, 1)])), late):
        assert len(optim.SGD(model.parameters()).param_groups[0]["params"]) == 2


# scheduler_before_optimizer


@says(
    "errors/training/scheduler_before_optimizer",
    "A warning at the scheduler's first step, when the optimizer it was made for has not stepped "
    "since: the first rate is skipped.",
)
@pytest.mark.parametrize("name", STEPPED)
def test_the_warning_comes_at_the_first_step(name):
    optimizer = sgd(momentum=0.9)
    optimizer.step()
    scheduler = STEPPED[name](optimizer)
    first = scheduler.get_last_lr()
    messages = warned(scheduler.step)
    assert "before `optimizer.step()`" in messages[0]
    assert scheduler.get_last_lr() != first
    assert warned(scheduler.step) == []
    optimizer = sgd(momentum=0.9)
    scheduler = STEPPED[name](optimizer)
    optimizer.step()
    assert warned(scheduler.step) == []


def optimizer_made_again():
    optimizer = sgd()
    scheduler = schedules.StepLR(optimizer, 1)
    optimizer = optim.SGD(optimizer.param_groups[0]["params"], lr=1.0)
    optimizer.step()
    return scheduler


def after_a_scaler(factor):
    model = nn.Linear(2, 1)
    optimizer = optim.SGD(model.parameters(), lr=1.0)
    scheduler = schedules.StepLR(optimizer, 1)
    scaler = scaled(model, factor)
    scaler.step(optimizer)
    before = scaler.get_scale()
    scaler.update()
    return scheduler, before, scaler.get_scale()


@says(
    "errors/training/scheduler_before_optimizer",
    "Usual causes: the two calls stand the wrong way round; the optimizer was made again after the "
    "scheduler, which holds the old one; a `GradScaler` left out the first step because of "
    "infinite gradients.",
    "And the optimizer is the scheduler's own.",
)
@pytest.mark.parametrize(
    "made",
    [
        lambda: schedules.StepLR(sgd(), 1),
        optimizer_made_again,
        lambda: after_a_scaler(float("inf"))[0],
    ],
)
def test_the_causes_of_the_order_warning(made):
    assert "Detected call of" in warned(made().step)[0]


@says(
    "errors/training/scheduler_before_optimizer",
    "A GradScaler: its scale falls when it left out a step; leave out the scheduler's too.",
)
@pytest.mark.parametrize("factor", [float("inf"), float("nan"), 1.0])
def test_the_scale_falls_when_a_step_was_left_out(factor):
    scheduler, before, after = after_a_scaler(factor)
    assert (after < before) == (factor != 1.0) == bool(warned(scheduler.step))


# params_not_iterable


def two():
    return nn.Linear(2, 2), nn.Linear(2, 1)


@says(
    "errors/training/params_not_iterable",
    "Usual causes: one tensor without a list; the model itself, or `model.parameters` without "
    "parentheses; a list that holds generators or modules, `[a.parameters(), b.parameters()]`; "
    "generators added with `+`.",
)
@pytest.mark.parametrize(
    ("parameters", "part"),
    [
        (weight, "should be an iterable of Tensors or dicts, but got torch.FloatTensor"),
        (lambda: nn.Linear(2, 2), "'Linear' object is not iterable"),
        (lambda: nn.Sequential(nn.Linear(2, 2)), "optimizer can only optimize Tensors"),
        (lambda: nn.Linear(2, 2).parameters, "'method' object is not iterable"),
        (lambda: [m.parameters() for m in two()], "one of the params is Module.parameters"),
        (lambda: list(two()), "optimizer can only optimize Tensors"),
        (lambda: two()[0].parameters() + two()[1].parameters(), "'generator' and 'generator'"),
    ],
)
def test_what_is_no_iterable_of_tensors(parameters, part):
    with pytest.raises(TypeError) as error:
        optim.SGD(parameters(), lr=0.1)
    assert part in str(error.value)


@says(
    "errors/training/params_not_iterable",
    "The first argument of an optimizer holds tensors, `(name, tensor)` pairs or dicts with "
    "`params`.",
)
@pytest.mark.parametrize("kind", [list, tuple, iter, lambda held: (p for p in held)])
def test_iterables_of_tensors_or_dicts(kind):
    a, b = weight(), weight()
    assert len(optim.SGD(kind([a, b])).param_groups[0]["params"]) == 2
    named = optim.SGD(kind([("a", a), ("b", b)])).param_groups[0]
    assert (named["params"], named["param_names"]) == ([a, b], ["a", "b"])
    assert len(optim.SGD(kind([{"params": [a]}, {"params": b}])).param_groups) == 2
    with pytest.raises((KeyError, TypeError, AssertionError)):
        optim.SGD([{"weights": [a]}])


# non_leaf_parameter


@says(
    "errors/training/non_leaf_parameter",
    "An optimizer changes leaves; this tensor is the result of a recorded operation.",
    "Usual causes: `.to(device)`, `.double()`, `* 0.1` or `reshape` after `requires_grad=True`; an "
    "embedding of a network that is to be optimized; part of a parameter, `w[0]`.",
    "Compute first, then require the gradient, or wrap it in `nn.Parameter`.",
    "In a module: nn.Parameter is a leaf.",
)
@pytest.mark.parametrize(
    "operation",
    [
        lambda w: w.to("meta"),
        lambda w: w.double(),
        lambda w: w * 0.1,
        lambda w: w.reshape(4),
        lambda w: w.reshape(2, 2),
        lambda w: nn.Embedding(4, 2)(torch.arange(2)) + 0 * w,
        lambda w: w[0],
    ],
)
def test_results_of_operations_are_no_leaves(operation):
    result = operation(weight())
    assert result.grad_fn is not None
    with pytest.raises(ValueError, match="can't optimize a non-leaf Tensor"):
        optim.SGD([result], lr=0.1)
    later = operation(torch.ones(2, 2)).detach().requires_grad_()
    for leaf in (later, nn.Parameter(result)):
        assert leaf.is_leaf
        optim.SGD([leaf], lr=0.1)


@says(
    "errors/training/non_leaf_parameter",
    "A part: optimize the whole without weight decay, clear the gradient of the rest.",
)
@pytest.mark.parametrize("method", [optim.SGD, optim.Adam, optim.RMSprop])
@pytest.mark.parametrize("decay", [0.0, 0.1])
def test_rows_without_a_gradient_stay_but_for_decay(method, decay):
    table = weight(3, 2)
    optimizer = method([table], lr=0.5, weight_decay=decay)
    for _ in range(2):
        optimizer.zero_grad()
        table.sum().backward()
        table.grad[1:] = 0
        optimizer.step()
    assert (table[0] != 1).all()
    assert (table[1:] == 1).all() == (decay == 0)


# more_than_one_group


def nets():
    model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2))
    return model, list(model.parameters()), list(model[1].parameters())


def added_again():
    model, _, head = nets()
    optim.SGD(model.parameters()).add_param_group({"params": head})


def tied():
    a, b = nn.Linear(2, 2), nn.Linear(2, 2)
    b.weight = a.weight
    optim.SGD([{"params": a.parameters()}, {"params": b.parameters()}])


def head_and_all():
    model, _, head = nets()
    optim.SGD([{"params": head}, {"params": model.parameters()}])


@says(
    "errors/training/more_than_one_group",
    "each belongs to one.",
    "Usual causes: a group for the head and one with `model.parameters()`, which holds the head "
    "too; a layer that is added with `add_param_group` and was there before; two modules that "
    "share a weight, in a group each.",
)
@pytest.mark.parametrize("cause", [added_again, tied, head_and_all])
def test_a_parameter_of_two_groups_is_refused(cause):
    with pytest.raises(ValueError, match="some parameters appear in more than one parameter group"):
        cause()


@says(
    "errors/training/more_than_one_group",
    "A group for the head: the other one holds the rest, told apart by identity.",
)
def test_the_rest_is_told_apart_by_identity():
    _, whole, head = nets()
    ids = {id(p) for p in head}
    rest = [p for p in whole if id(p) not in ids]
    assert len(rest) == 2
    optimizer = optim.SGD([{"params": rest}, {"params": head}])
    assert sum(len(group["params"]) for group in optimizer.param_groups) == len(whole)


# metrics_missing


@says(
    "errors/training/metrics_missing",
    "`ReduceLROnPlateau` decides by a number, so `step` needs one, such as the validation loss of "
    "the epoch.",
    "Usual causes: another scheduler was replaced by it; one loop that steps all schedulers.",
)
@pytest.mark.parametrize("others", [[], ["StepLR"], ["ExponentialLR", "OneCycleLR"]])
def test_the_plateau_needs_a_metric(others):
    optimizer = sgd(momentum=0.9)
    plateau = schedules.ReduceLROnPlateau(optimizer, patience=0)
    steps = [STEPPED[name](optimizer) for name in others] + [plateau]
    optimizer.step()
    for scheduler in steps[:-1]:
        scheduler.step()
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'metrics'"):
        plateau.step()
    signature = inspect.signature(plateau.step).parameters
    assert signature["metrics"].default is inspect.Parameter.empty
    rate = optimizer.param_groups[0]["lr"]
    for loss, falls in ((0.5, False), (0.4, False), (0.4, True)):
        plateau.step(loss)
        assert (optimizer.param_groups[0]["lr"] < rate) == falls


@says(
    "errors/training/metrics_missing",
    "The others take no metric: most read `step(0.5)` as an epoch.",
)
@says(
    "errors/training/epoch_parameter",
    "A warning: a scheduler counts by itself.",
    "Usual causes: `scheduler.step(epoch)` of old code; a loss given to a scheduler other than "
    "`ReduceLROnPlateau`, which is taken for an epoch.",
)
@pytest.mark.parametrize("name", STEPPED)
@pytest.mark.parametrize("given_to_it", [3, 0.5])
def test_most_schedulers_read_a_number_as_an_epoch(name, given_to_it):
    optimizer = sgd(momentum=0.9)
    scheduler = STEPPED[name](optimizer)
    optimizer.step()
    message = warned(lambda: scheduler.step(given_to_it))[0]
    assert message.startswith("The epoch parameter in `scheduler.step()` was not necessary")
    assert scheduler.last_epoch == given_to_it
    assert warned(scheduler.step) == []
    assert scheduler.last_epoch == given_to_it + 1


@says(
    "errors/training/metrics_missing",
    "The others take no metric: most read `step(0.5)` as an epoch.",
)
def test_the_rest_of_the_schedulers_take_no_metric():
    one = schedules.ConstantLR(sgd())
    for scheduler in (
        schedules.ChainedScheduler([one]),
        schedules.SequentialLR(one.optimizer, [one, one], [2]),
    ):
        with pytest.raises(TypeError, match="takes 1 positional argument but 2 were given"):
            scheduler.step(0.5)


@says(
    "errors/training/epoch_parameter",
    "For fractions of an epoch `CosineAnnealingWarmRestarts` still takes it.",
)
@given(epoch=st.floats(0, 1.99))
def test_warm_restarts_take_fractions(epoch):
    restarts = schedules.CosineAnnealingWarmRestarts(sgd(), T_0=2)
    assert warned(lambda: restarts.step(epoch)) == []
    expected = (1 + torch.cos(torch.tensor(torch.pi * epoch / 2)).item()) / 2
    assert restarts.get_last_lr()[0] == pytest.approx(expected, abs=1e-5)


# initial_lr_missing


@says(
    "errors/training/initial_lr_missing",
    "A scheduler made with `last_epoch` of 0 or more takes the first rate from the optimizer, "
    "where an earlier scheduler noted it.",
)
@pytest.mark.parametrize("last_epoch", [0, 3])
def test_the_first_rate_is_noted_in_the_group(last_epoch):
    optimizer = sgd(lr=0.25)
    assert "initial_lr" not in optimizer.param_groups[0]
    with pytest.raises(KeyError, match="param 'initial_lr' is not specified in param_groups"):
        schedules.ExponentialLR(optimizer, 0.5, last_epoch=last_epoch)
    schedules.ExponentialLR(optimizer, 0.5)
    assert optimizer.param_groups[0]["initial_lr"] == 0.25
    optimizer.param_groups[0]["lr"] = 0.1
    assert schedules.ExponentialLR(optimizer, 0.5, last_epoch=last_epoch).base_lrs == [0.25]


def resumed(when):
    old = sgd(lr=1.0)
    schedules.StepLR(old, 2)
    state, new = old.state_dict(), sgd(lr=1.0)
    if when == "before":
        new.load_state_dict(state)
    scheduler = schedules.StepLR(new, 2, last_epoch=3)
    new.load_state_dict(state)
    return scheduler


@says(
    "errors/training/initial_lr_missing",
    "Usual causes: `last_epoch=epoch` with an optimizer that is new; the optimizer's state is "
    "loaded after the scheduler is made.",
)
@pytest.mark.parametrize("when", ["before", "after"])
def test_the_optimizer_s_state_comes_first(when):
    failing = pytest.raises(KeyError, match="initial_lr") if when == "after" else None
    with failing or contextlib.nullcontext():
        assert resumed(when).last_epoch == 4


@says(
    "errors/training/initial_lr_missing",
    "No saved state, start at epoch 3: the group has the rate of epoch 2 and the first.",
)
@pytest.mark.parametrize(
    ("kind", "options"),
    [
        (schedules.StepLR, {"step_size": 2}), (schedules.StepLR, {"step_size": 3}),
        (schedules.MultiStepLR, {"milestones": [1, 4]}),
        (schedules.LambdaLR, {"lr_lambda": lambda epoch: 1 / (1 + epoch)}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("began", [1.0, 4.0])
def test_a_group_says_where_the_schedule_began(kind, options, began):
    def rates(scheduler, count):
        for _ in range(count):
            yield scheduler.get_last_lr()[0]
            scheduler.optimizer.step()
            scheduler.step()

    whole = list(rates(kind(sgd(lr=began), **options), 6))
    group = {"params": [weight()], "lr": whole[2], "initial_lr": began}
    late = kind(optim.SGD([group]), **options, last_epoch=2)
    assert late.last_epoch == 3
    assert late.base_lrs == [began]
    assert list(rates(late, 3)) == pytest.approx(whole[3:])


# total_steps_exceeded


@says(
    "errors/training/total_steps_exceeded",
    "`OneCycleLR` knows its length, and `step` past it is an error.",
)
@given(total=st.integers(1, 12))
def test_one_cycle_ends(total):
    optimizer = sgd(momentum=0.9)
    scheduler = schedules.OneCycleLR(optimizer, 0.1, total_steps=total)
    optimizer.step()
    for _ in range(total):
        scheduler.step()
    message = f"Tried to step {total + 1} times. The specified number of total steps is {total}"
    with pytest.raises(ValueError, match=message):
        scheduler.step()


@says(
    "errors/training/total_steps_exceeded",
    "Usual causes: it is called in each batch, and the total was counted in epochs; `len(dataset)` "
    "was divided by the batch size and rounded down, which leaves out the last, smaller batch; "
    "training goes on after a restart, for more epochs.",
    "Counted from the data set: the length of the loader has the last batch too.",
)
@pytest.mark.parametrize("size", [7, 9])
@pytest.mark.parametrize("total", ["epochs", "rounded down", "one epoch less", "loader"])
def test_totals_that_are_too_small(size, total):
    loader = torch.utils.data.DataLoader(torch.zeros(size, 2), batch_size=2)
    counts = {
        "epochs": 2,
        "rounded down": 2 * (size // 2),
        "one epoch less": len(loader),
        "loader": 2 * len(loader),
    }
    optimizer = sgd(momentum=0.9)
    scheduler = schedules.OneCycleLR(optimizer, 0.1, total_steps=counts[total])
    optimizer.step()
    right = total == "loader"
    failing = pytest.raises(ValueError, match="The specified number of total steps is")
    with contextlib.nullcontext() if right else failing:
        for _ in range(2):
            for _ in loader:
                scheduler.step()


# invalid_learning_rate


@says(
    "errors/training/invalid_learning_rate",
    "The constructor checks its numbers: no rate, decay or momentum below 0, betas in [0, 1), and "
    "Nesterov only with a momentum and without dampening.",
)
@pytest.mark.parametrize("method", METHODS)
def test_constructors_check_their_numbers(method):
    takes = inspect.signature(method).parameters
    names = ("lr", "weight_decay", "lr_decay", "momentum_decay", "momentum")
    wrong = [{name: -0.1} for name in names if name in takes]
    betas = [(-0.1, 0.9), (1.0, 0.9), (0.9, 1.0), (9, 0.9)]
    wrong += [{"betas": pair} for pair in betas if "betas" in takes]
    if method is optim.SGD:
        wrong += [{"nesterov": True}, {"nesterov": True, "momentum": 0.9, "dampening": 0.1}]
        method([weight()], nesterov=True, momentum=0.9)
    for options in wrong:
        with pytest.raises(ValueError, match=r"(?i)invalid|should be >= 0|requires a momentum"):
            method([weight()], **options)
    right = {name: 0.0 for name in names if name in takes}
    if method is optim.SparseAdam:  # takes no rate of 0 either
        right = {"lr": 0.1}
    method([weight()], **right, **({"betas": (0.0, 0.999)} if "betas" in takes else {}))


@says(
    "errors/training/invalid_learning_rate",
    "Usual causes: a sign or a position (`betas=(9, 0.999)`); an option of another optimizer; a "
    "rate that is text, as YAML reads `1e-3` without a point.",
)
@pytest.mark.parametrize(
    ("method", "options", "kind", "part"),
    [
        (optim.SGD, {"lr": -0.1}, ValueError, "Invalid learning rate: -0.1"),
        (optim.Adam, {"betas": (9, 0.999)}, ValueError, "Invalid beta parameter at index 0: 9"),
        (optim.Adam, {"momentum": 0.9}, TypeError, "unexpected keyword argument 'momentum'"),
        (optim.Adam, {"lr": "1e-3"}, TypeError, "not supported between instances"),
        (optim.SGD, {"lr": "1e-3"}, TypeError, "not supported between instances"),
    ],
)
def test_options_that_are_refused(method, options, kind, part):
    with pytest.raises(kind, match=part):
        method([weight()], **options)


@says(
    "errors/training/invalid_learning_rate",
    "Usual causes: a sign or a position (`betas=(9, 0.999)`); an option of another optimizer; a "
    "rate that is text, as YAML reads `1e-3` without a point.",
)
def test_yaml_reads_a_rate_without_a_point_as_text():
    yaml = library("yaml")
    assert yaml.safe_load("lr: 1e-3") == {"lr": "1e-3"}
    assert yaml.safe_load("lr: 1.0e-3") == {"lr": 1e-3}


@says("errors/training/invalid_learning_rate", "Momentum in Adam: the first beta.")
@pytest.mark.parametrize("first", [0.0, 0.5, 0.9])
@pytest.mark.parametrize("second", [0.9, 0.999])
def test_the_first_beta_is_a_momentum(first, second):
    w = weight(1)
    optimizer = optim.Adam([w], lr=0.1, betas=(first, second))
    for gradient in (1.0, 0.0):
        before, w.grad = w.item(), torch.full((1,), gradient)
        optimizer.step()
    assert (w.item() != before) == (first > 0)  # without a gradient it goes on
    average = optimizer.state[w]["exp_avg"].item()
    assert average == pytest.approx(first * (1 - first), abs=1e-6)


@says("errors/training/invalid_learning_rate", "Too large a rate passes.")
@pytest.mark.parametrize("method", METHODS)
def test_too_large_a_rate_passes(method):
    assert method([weight()], lr=1e30).param_groups[0]["lr"] == 1e30


# closure_missing


@says(
    "errors/training/closure_missing",
    "`LBFGS` calls a function of yours several times in a step, which clears the gradients, "
    "computes the loss, calls `backward` and returns the loss.",
    "the loss before the step",
)
@pytest.mark.parametrize("start", [(3.0, -2.0), (0.0, 0.0), (-5.0, 4.5)])
def test_lbfgs_calls_the_closure_several_times(start):
    w = torch.tensor(start, requires_grad=True)
    optimizer = optim.LBFGS([w], lr=0.1)
    losses = []

    def closure():
        optimizer.zero_grad()
        loss = ((w - 9) ** 2).sum()
        loss.backward()
        losses.append(loss.item())
        return loss

    expected = sum((value - 9) ** 2 for value in start)
    assert optimizer.step(closure).item() == pytest.approx(expected, rel=1e-5)
    assert 2 < len(losses) <= 25
    assert losses[-1] < losses[0]


@says(
    "errors/training/closure_missing",
    "Usual causes: another optimizer was replaced by it; a loss is handed over in place of the "
    "function; the function returns nothing.",
    "The function: without arguments, and it returns the loss.",
    "Handed over without parentheses.",
)
@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ([], "missing 1 required positional argument: 'closure'"),
        ([torch.tensor(1.0)], "'Tensor' object is not callable"),
        ([lambda loss: loss], "missing 1 required positional argument: 'loss'"),
        ([lambda: None], r"float\(\) argument must be a string or a real number, not 'NoneType'"),
    ],
)
def test_steps_of_lbfgs_that_fail(arguments, part):
    with pytest.raises(TypeError, match=part):
        optim.LBFGS([weight()]).step(*arguments)
    if not arguments:
        optim.Adam([weight()]).step()


@says("errors/training/closure_missing", "Other optimizers take one too, and do not need it.")
@pytest.mark.parametrize("method", [m for m in METHODS if m not in (optim.LBFGS, optim.SparseAdam)])
def test_other_optimizers_take_a_closure(method):
    w = weight()
    optimizer = method([w], lr=0.1)

    def closure():
        optimizer.zero_grad()
        loss = (w**2).sum()
        loss.backward()
        return loss

    assert optimizer.step(closure).item() == 4.0
    before = w.detach().clone()
    closure()
    assert optimizer.step() is None
    assert (w != before).any()


# unscale_fp16


def step_of(model):
    optimizer = optim.SGD(model.parameters(), lr=0.1)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    dtype = next(p for p in model.parameters() if p.requires_grad).dtype
    scaler.scale(model(torch.ones(4, 2).to(dtype)).sum()).backward()
    scaler.step(optimizer)


def with_a_new_layer(dtype):
    body = nn.Linear(2, 2).half().requires_grad_(False)
    return nn.Sequential(body, nn.Linear(2, 1, dtype=body.weight.dtype)).to(dtype)


@says(
    "errors/training/unscale_fp16",
    "`GradScaler` works with float32 weights; `autocast` runs the operations in float16.",
    "Usual causes: `model.half()`, or a model loaded in float16, trained with a scaler; layers "
    "added to such a model in its dtype.",
)
@pytest.mark.parametrize("made", [nn.Linear(2, 1).to, with_a_new_layer])
def test_the_scaler_refuses_float16_weights(made):
    with pytest.raises(ValueError, match="Attempting to unscale FP16 gradients"):
        step_of(made(torch.float16))
    step_of(made(torch.float32))
    with torch.autocast("cpu", dtype=torch.float16):
        assert nn.Linear(2, 1)(torch.ones(4, 2)).dtype is torch.float16


@says(
    "errors/training/unscale_fp16",
    "Keep the weights that learn in float32; or train in bfloat16, which needs no scaler.",
)
@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_small_gradients_survive_in_bfloat16(dtype):
    model = nn.Linear(2, 1)
    with torch.autocast("cpu", dtype=dtype):
        (model(torch.ones(1, 2)) * 1e-12).sum().backward()
    assert bool((model.weight.grad != 0).all()) == (dtype is torch.bfloat16)


@says(
    "errors/training/unscale_fp16",
    "Frozen weights may stay in float16: those that learn go to float32.",
)
@pytest.mark.parametrize("frozen", [True, False])
def test_frozen_weights_may_stay_in_float16(frozen):
    body, head = nn.Linear(2, 2).half().requires_grad_(not frozen), nn.Linear(2, 1)
    optimizer = optim.SGD([*body.parameters(), *head.parameters()], lr=0.1)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    with torch.autocast("cpu", dtype=torch.float16):
        loss = head(body(torch.ones(4, 2))).sum()
    scaler.scale(loss).backward()
    before = head.weight.detach().clone()
    failing = pytest.raises(ValueError, match="Attempting to unscale FP16 gradients")
    with contextlib.nullcontext() if frozen else failing:
        scaler.step(optimizer)
    assert bool((head.weight != before).any()) == frozen


# no_inf_checks


def no_backward(model, optimizer, scaler):
    scaler.scale(model(torch.ones(4, 2)).sum())


def cleared_between(model, optimizer, scaler):
    scaler.scale(model(torch.ones(4, 2)).sum()).backward()
    optimizer.zero_grad()


def another_model(model, optimizer, scaler):
    scaler.scale(nn.Linear(2, 1)(torch.ones(4, 2)).sum()).backward()


def frozen(model, optimizer, scaler):
    model.requires_grad_(False)
    scaler.scale(nn.Linear(1, 1)(model(torch.ones(4, 2))).sum()).backward()


def not_in_the_loss(model, optimizer, scaler):
    model(torch.ones(4, 2))
    scaler.scale(weight().sum()).backward()


def as_it_should_be(model, optimizer, scaler):
    scaler.scale(model(torch.ones(4, 2)).sum()).backward()


@says("errors/training/no_inf_checks", "it has no gradients.")
@says(
    "errors/training/no_inf_checks",
    "`GradScaler.step` looks at the gradients of the optimizer's parameters and finds none.",
    "Usual causes: `backward` was not called, or `zero_grad()` stands between it and `step`; the "
    "optimizer holds the parameters of another model, or of one made again since; all of its "
    "parameters are frozen, or not part of the loss.",
)
@pytest.mark.parametrize(
    "cause",
    [no_backward, cleared_between, another_model, frozen, not_in_the_loss, as_it_should_be],
)
@pytest.mark.parametrize("method", [optim.SGD, optim.Adam])
def test_a_scaler_finds_no_gradients(cause, method):
    model = nn.Linear(2, 1)
    optimizer = method(model.parameters(), lr=0.1)
    scaler = torch.amp.GradScaler("cpu")
    cause(model, optimizer, scaler)
    right = cause is as_it_should_be
    assert all(p.grad is None for p in model.parameters()) != right
    failing = pytest.raises(AssertionError, match="No inf checks were recorded for this optimizer")
    with contextlib.nullcontext() if right else failing:
        scaler.step(optimizer)


# unscale_already_called


def run(model, actions):
    """Call the methods of a scaler in this order; `backward` is a scaled one."""
    optimizer = optim.SGD(model.parameters(), lr=0.1)
    scaler = torch.amp.GradScaler("cpu", init_scale=4.0)
    for action in actions.split():
        if action == "backward":
            scaler.scale(model(torch.ones(4, 2)).sum()).backward()
        elif action == "update":
            scaler.update()
        else:
            getattr(scaler, action)(optimizer)


@says("errors/training/unscale_already_called", "once for each update.")
@says(
    "errors/training/unscale_already_called",
    "With `GradScaler` the order is scale, `backward`, `unscale_` (only where gradients are "
    "clipped or read), `step`, `update`.",
    "Usual causes: with accumulated gradients, `unscale_` is called for each part, not for each "
    "step; a bad batch is skipped after `unscale_`, without `update()`.",
    "Where only `update()` is missing, the message is one of those below.",
)
@pytest.mark.parametrize(
    ("actions", "part"),
    [
        ("backward unscale_ backward unscale_", "unscale_() has already been called"),
        ("backward unscale_ unscale_ step update", "unscale_() has already been called"),
        ("backward unscale_ step backward unscale_", "unscale_() is being called after step()"),
        ("backward step backward step", "step() has already been called since the last update()"),
        ("backward step unscale_", "unscale_() is being called after step()"),
        ("backward unscale_ update backward unscale_ step update", None),
        ("backward backward unscale_ step update", None),
        ("backward unscale_ step update backward step update", None),
    ],
)
def test_orders_of_a_scaler(actions, part):
    failing = pytest.raises(RuntimeError)
    with failing if part else contextlib.nullcontext() as error:
        run(nn.Linear(2, 1), actions)
    assert part is None or part in str(error.value)


@says(
    "errors/training/unscale_already_called",
    "`step` divides by the scale itself if `unscale_` was not called.",
)
@pytest.mark.parametrize("actions", ["backward step update", "backward unscale_ step update"])
def test_step_divides_by_the_scale(actions):
    model, plain = nn.Linear(2, 1), nn.Linear(2, 1)
    plain.load_state_dict(model.state_dict())
    plain(torch.ones(4, 2)).sum().backward()
    optim.SGD(plain.parameters(), lr=0.1).step()
    run(model, actions)
    assert torch.allclose(model.weight, plain.weight)


# grad_scaler_deprecated


@says(
    "errors/training/grad_scaler_deprecated",
    "A warning since torch 2.4; what it does stays.",
    "The scaler and `autocast` are in `torch.amp` now, and the device is the first argument.",
)
@pytest.mark.parametrize("old", [torch.cuda.amp, torch.cpu.amp])
@pytest.mark.parametrize("name", ["GradScaler", "autocast"])
def test_the_old_names_are_of_torch_amp(old, name):
    kind = getattr(torch.amp, name)
    assert next(iter(inspect.signature(kind).parameters)) in ("device", "device_type")
    made = []
    messages = warned(lambda: made.append(getattr(old, name)(enabled=False)))
    assert f"{old.__name__}.{name}(args...)` is deprecated" in messages[0]
    assert isinstance(made[0], kind)


@says("errors/training/grad_scaler_deprecated", "float16 on CUDA, bfloat16 on the CPU")
@pytest.mark.parametrize(("device", "dtype"), [("cuda", torch.float16), ("cpu", torch.bfloat16)])
def test_default_dtypes_of_autocast(device, dtype):
    assert torch.get_autocast_dtype(device) is dtype


@says(
    "errors/training/grad_scaler_deprecated",
    "The scaler and autocast: the device first; enabled=False where there is no GPU.",
)
def test_a_disabled_scaler_is_silent_without_a_gpu():
    assert warned(lambda: torch.amp.GradScaler("cuda", enabled=False)) == []
    if not torch.cuda.is_available():
        assert "CUDA is not available" in warned(lambda: torch.amp.GradScaler("cuda"))[0]


# non_finite_norm


def clipped(gradient, **options):
    p = nn.Parameter(torch.ones_like(gradient))
    p.grad = gradient.clone()
    nn.utils.clip_grad_norm_([p], 1.0, **options)
    return p.grad


HUGE = [
    torch.full((100,), 1e20),
    torch.full((1000,), 1e4, dtype=torch.float16),
    torch.full((3,), 1e200, dtype=torch.float64),
]


@says("errors/training/non_finite_norm", "NaN, infinite or huge ones.")
@says(
    "errors/training/non_finite_norm",
    "`clip_grad_norm_` with `error_if_nonfinite=True` found a gradient that is NaN or infinite, or "
    "finite ones whose norm overflows.",
)
@pytest.mark.parametrize(
    "gradient",
    [torch.tensor([1.0, float("nan")]), torch.tensor([1.0, float("-inf")]), *HUGE],
)
def test_norms_that_are_not_finite(gradient):
    with pytest.raises(RuntimeError, match="for gradients from `parameters` is non-finite"):
        clipped(gradient, error_if_nonfinite=True)
    clipped(gradient.nan_to_num(1.0, 1.0, -1.0).clamp(max=2.0), error_if_nonfinite=True)


def scaler_that_skips(v):
    scaler = torch.amp.GradScaler("cpu")
    optimizer = optim.SGD([v], lr=0.1)
    scaler.scale((v * 3e38).sum()).backward()
    scaler.unscale_(optimizer)
    before = v.detach().clone()
    scaler.step(optimizer)
    assert (v == before).all()


@says(
    "errors/training/non_finite_norm",
    "Usual causes: the loss is NaN already; a root or logarithm of 0 in `backward`; with "
    "`GradScaler`, a step that the scaler would leave out by itself.",
)
@pytest.mark.parametrize(
    "cause",
    [
        lambda v: (v * float("nan")).sum().backward(),
        lambda v: v.sqrt().sum().backward(),
        lambda v: v.log().sum().backward(),
        scaler_that_skips,
    ],
)
def test_causes_of_a_norm_that_is_not_finite(cause):
    v = torch.zeros(2, requires_grad=True)
    cause(v)
    with pytest.raises(RuntimeError, match="non-finite"):
        nn.utils.clip_grad_norm_([v], 1.0, error_if_nonfinite=True)


@says(
    "errors/training/non_finite_norm",
    "Without the flag the clip goes on: one NaN makes every gradient NaN.",
)
@pytest.mark.parametrize("norm_type", [1, 2, float("inf")])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
@pytest.mark.parametrize("foreach", [True, False])
def test_one_nan_makes_every_gradient_nan(norm_type, dtype, foreach):
    ps = [nn.Parameter(torch.ones(3, dtype=dtype)) for _ in range(3)]
    for p in ps:
        p.grad = torch.ones_like(p)
    ps[1].grad[2] = float("nan")
    nn.utils.clip_grad_norm_(ps, 1.0, norm_type=norm_type, foreach=foreach)
    assert all(p.grad.isnan().all() for p in ps)
