"""What the sentences of optimizers/methods say; the update rules have tests of their own."""

import inspect
import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import ENTRIES, entry_named, says
from torch import nn, optim
from torch.optim.swa_utils import AveragedModel

METHODS = [entry.name for entry in ENTRIES if entry.name.startswith("optimizers/methods/")]
sizes = st.floats(0.01, 100)


def steps(make, grads, start=None):
    """The weights after each of these gradients, one row a step, the start first."""
    grads = torch.as_tensor(grads, dtype=torch.float64)
    p = torch.ones_like(grads[0]) if start is None else torch.as_tensor(start).double()
    p.requires_grad_()
    optimizer, path = make([p]), [p.detach().clone()]
    for grad in grads:
        p.grad = grad.clone()
        optimizer.step()
        path.append(p.detach().clone())
    return torch.stack(path), optimizer.state[p]


def descend(make, times, start=(-8.0, 3.0)):
    """Down the bowl of the pictures."""
    p = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = make([p])
    for _ in range(times):
        optimizer.zero_grad()
        (p[0] ** 2 / 10 + p[1] ** 2).backward()
        optimizer.step()
    return p.detach()


@says("optimizers/methods", r"Without weight decay, unless the formula has a $\lambda$.")
@pytest.mark.parametrize("name", METHODS)
def test_decay_is_in_the_formula_or_off(name):
    group = names_of(name)["optimizer"].param_groups[0]
    assert r"\lambda" in entry_named(name).text or not group.get("weight_decay", 0)


ELEMENTWISE = [optim.Adadelta, optim.Adagrad, optim.Adam, optim.Adamax, optim.AdamW, optim.ASGD]
ELEMENTWISE += [optim.NAdam, optim.RAdam, optim.RMSprop, optim.Rprop, optim.SGD]


@says(
    "optimizers/methods",
    r"$g_t$ is the gradient at step $t$, $\eta$ the learning rate, $\theta$ the weights; "
    "all operations are element by element but those of LBFGS, Adafactor and Muon.",
)
@pytest.mark.parametrize("method", [*ELEMENTWISE, optim.Adafactor, optim.Muon, optim.LBFGS])
def test_what_is_element_by_element(method):
    weights = torch.tensor([[1.0, 3.0], [-2.0, 0.5]], dtype=torch.float64)

    def moved(parts):
        parts = [part.clone().requires_grad_() for part in parts]
        for part in parts:
            optimizer = method([part], lr=0.1)

            def closure(part=part):
                part.grad = part.detach() ** 3
                return (part.detach() ** 4).sum()

            for _ in range(3):
                optimizer.step(closure)
        return torch.cat([part.detach() for part in parts], dim=1)

    apart = moved(weights.split(1, dim=1))
    assert torch.allclose(moved([weights]), apart) == (method in ELEMENTWISE)


FIRST = {  # what is kept after one step of gradient 1
    ("Adam", "exp_avg"): 0.1,
    ("Adam", "exp_avg_sq"): 0.001,
    ("RMSprop", "square_avg"): 0.01,
    ("Adagrad", "sum"): 1,
    ("Adadelta", "square_avg"): 0.1,
    ("Adamax", "exp_avg"): 0.1,
    ("NAdam", "exp_avg"): 0.1,
    ("RAdam", "exp_avg_sq"): 0.001,
    ("Muon", "momentum_buffer"): 0.05,
}


@says("optimizers/methods", "Averages start at zero.")
@pytest.mark.parametrize(("method", "name"), FIRST)
def test_averages_start_at_zero(method, name):
    _, state = steps(getattr(optim, method), torch.ones(1, 2, 2))
    torch.testing.assert_close(
        state[name].double(), torch.full((2, 2), FIRST[method, name]).double()
    )


DEFAULTS = {
    "SGD": {"lr": 1e-3, "momentum": 0},
    "Adam": {"lr": 1e-3, "betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0},
    "AdamW": {"lr": 1e-3, "betas": (0.9, 0.999), "weight_decay": 0.01},
    "RMSprop": {"lr": 0.01, "alpha": 0.99, "eps": 1e-8, "momentum": 0, "centered": False},
    "Adagrad": {"lr": 0.01, "eps": 1e-10},
    "Adadelta": {"lr": 1, "rho": 0.9, "eps": 1e-6},
    "Adamax": {"lr": 0.002, "betas": (0.9, 0.999)},
    "NAdam": {"lr": 0.002, "betas": (0.9, 0.999), "momentum_decay": 0.004},
    "RAdam": {"lr": 1e-3, "betas": (0.9, 0.999)},
    "ASGD": {"lr": 0.01, "lambd": 1e-4, "alpha": 0.75, "t0": 1e6},
    "Rprop": {"lr": 0.01, "etas": (0.5, 1.2), "step_sizes": (1e-6, 50)},
    "SparseAdam": {"lr": 1e-3, "betas": (0.9, 0.999)},
    "LBFGS": {"lr": 1, "max_iter": 20, "history_size": 100, "line_search_fn": None},
    "Adafactor": {"lr": 0.01, "beta2_decay": -0.8, "eps": (None, 1e-3), "d": 1, "weight_decay": 0},
    "Muon": {"lr": 1e-3, "momentum": 0.95, "weight_decay": 0.1, "ns_steps": 5, "nesterov": True},
}


@says(
    "optimizers/methods/adam",
    "Defaults: `lr=1e-3`, a good start, `betas=(0.9, 0.999)`, `eps=1e-8`.",
)
@says(
    "optimizers/methods/adamw",
    "Defaults: `lr=1e-3`, `betas=(0.9, 0.999)`, `weight_decay=0.01` (Adam has 0).",
)
@says(
    "optimizers/methods/rmsprop",
    "Defaults: `lr=0.01`, `alpha=0.99` (the memory), `eps=1e-8`, added outside the root.",
)
@says("optimizers/methods/adadelta", "Defaults: `lr=1`, `rho=0.9`, `eps=1e-6`.")
@says(
    "optimizers/methods/adamax",
    "Defaults: `lr=0.002`, twice that of Adam, and `betas=(0.9, 0.999)`.",
)
@says(
    "optimizers/methods/nadam",
    "Defaults: `lr=0.002`, twice that of Adam, and `betas=(0.9, 0.999)`.",
)
@says("optimizers/methods/radam", "Defaults: `lr=1e-3`, `betas=(0.9, 0.999)`.")
@says(
    "optimizers/methods/sparse_adam",
    "Adam's defaults, `lr=1e-3` and `betas=(0.9, 0.999)`, without weight decay.",
)
@says(
    "optimizers/methods/muon",
    "Defaults: `lr=1e-3` (0.02 is a usual start), `momentum=0.95`, `weight_decay=0.1`.",
)
@pytest.mark.parametrize("name", DEFAULTS)
def test_defaults(name):
    parameters = inspect.signature(getattr(optim, name)).parameters
    assert {key: parameters[key].default for key in DEFAULTS[name]} == DEFAULTS[name]


@says("optimizers/methods/rprop", "There is no weight decay.")
@says(
    "optimizers/methods/sparse_adam",
    "Adam's defaults, `lr=1e-3` and `betas=(0.9, 0.999)`, without weight decay.",
)
def test_two_have_no_weight_decay():
    for method in (optim.Rprop, optim.SparseAdam):
        assert "weight_decay" not in inspect.signature(method).parameters


@says("optimizers/methods/sgd", "A rate that is too large diverges along the steep direction.")
@pytest.mark.parametrize("rate", [1.05, 2, 5])
def test_a_large_rate_diverges_along_the_steep_direction(rate):
    end = descend(lambda ps: optim.SGD(ps, rate), 60).abs()
    assert end[0] < 8
    assert end[1] > 3


@says(
    "optimizers/methods/sgd",
    "Say `lr`: the default of 0.001 is rarely right; 0.1 is a usual start with momentum "
    "and batch norm.",
)
def test_sgd_has_a_small_default_rate():
    assert inspect.signature(optim.SGD).parameters["lr"].default == 0.001
    # Two hundred steps bring the steep weight down by a third.
    assert 1.9 < descend(optim.SGD, 200)[1] < 2.1


@says(
    "optimizers/methods/sgd",
    "Pass `model.parameters()` or a list, not one tensor, and leaves: nothing that was "
    "computed from a weight.",
)
def test_sgd_takes_a_list_of_leaves():
    model = nn.Linear(2, 1)
    optim.SGD(model.parameters())
    optim.SGD([model.weight])
    assert model.weight.is_leaf
    assert not (model.weight * 2).is_leaf
    with pytest.raises(TypeError):
        optim.SGD(model.weight)
    with pytest.raises(ValueError, match="non-leaf"):
        optim.SGD([model.weight * 2])


@says(
    "optimizers/methods/momentum",
    "The usual optimizer of convolutional nets, with `momentum=0.9` (the default is 0) "
    "and `lr=0.1`.",
)
def test_momentum_is_off_by_default():
    path, state = steps(lambda ps: optim.SGD(ps, 0.1), torch.ones(3, 1))
    assert (
        DEFAULTS["SGD"]["momentum"]
        == 0
        == inspect.signature(optim.SGD).parameters["momentum"].default
    )
    torch.testing.assert_close(path.diff(dim=0), torch.full((3, 1), -0.1).double())
    assert not state.get("momentum_buffer")


@says(
    "optimizers/methods/momentum",
    "PyTorch multiplies the rate by the whole velocity $v$, so lowering the rate acts at "
    "once; others write the rate inside $v$.",
)
@given(grads=st.lists(sizes, min_size=6, max_size=6))
def test_a_lower_rate_acts_at_once(grads):
    p = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer, v = optim.SGD([p], lr=1.0, momentum=0.9), 0.0
    for step, g in enumerate(grads):
        optimizer.param_groups[0]["lr"] = rate = 1.0 if step < 3 else 0.01
        before, v = p.item(), 0.9 * v + g
        p.grad = torch.tensor([g], dtype=torch.float64)
        optimizer.step()
        assert math.isclose(before - p.item(), rate * v, rel_tol=1e-9)


@says(
    "optimizers/methods/momentum",
    r"A constant gradient moves up to $1 / (1 - \mu)$ times as far, ten times for 0.9.",
)
@pytest.mark.parametrize("mu", [0.5, 0.9, 0.95])
def test_a_constant_gradient_moves_ten_times_as_far(mu):
    path, _ = steps(lambda ps: optim.SGD(ps, 0.1, momentum=mu), torch.ones(400, 1))
    lengths = -path.diff(dim=0) / 0.1
    assert lengths.max() <= 1 / (1 - mu) * (1 + 1e-9)
    assert math.isclose(lengths[-1], 1 / (1 - mu), rel_tol=1e-6)


@says("optimizers/methods/adam", "`weight_decay` here is L2: take AdamW instead.")
@given(decay=st.floats(0.01, 1))
def test_the_decay_of_adam_is_part_of_the_gradient(decay):
    w = torch.ones(2, dtype=torch.float64, requires_grad=True)
    u = torch.ones(2, dtype=torch.float64, requires_grad=True)
    l2, by_loss = optim.Adam([w], 0.1, weight_decay=decay), optim.Adam([u], 0.1)
    x = torch.tensor([1.0, -3.0], dtype=torch.float64)
    for _ in range(5):
        l2.zero_grad()
        by_loss.zero_grad()
        (w @ x).sin().backward()
        ((u @ x).sin() + decay / 2 * (u**2).sum()).backward()
        l2.step()
        by_loss.step()
    torch.testing.assert_close(w, u)


@says("optimizers/methods/adam", "A rate copied from SGD, 0.1, moves weights by 0.1 at once.")
@says("optimizers/methods/adam", "Corrected, the first step is the sign of the gradient times lr.")
@given(grads=st.lists(st.floats(0.001, 1000), min_size=2, max_size=2))
def test_the_first_step_of_adam_is_the_sign_times_lr(grads):
    g = torch.tensor([grads], dtype=torch.float64) * torch.tensor([1, -1])
    path, _ = steps(lambda ps: optim.Adam(ps, lr=0.1), g)
    torch.testing.assert_close(path[1] - path[0], -0.1 * g[0].sign(), rtol=1e-4, atol=0)


@says(
    "optimizers/methods/adamw",
    "The weights shrink by `lr * weight_decay` each step, on their own; in Adam the decay"
    r" is divided by $\sqrt{\hat v}$ and so weak where gradients are large.",
)
@pytest.mark.parametrize("size", [100, 1e4])
def test_large_gradients_hide_the_decay_of_adam(size):
    grads = torch.tensor([[1.0], [-1.0]]).repeat(25, 1) * size

    def shrunk(method):
        with_decay = steps(lambda ps: method(ps, lr=0.01, weight_decay=0.1), grads)[0]
        without = steps(lambda ps: method(ps, lr=0.01, weight_decay=0), grads)[0]
        return (without[-1] - with_decay[-1]).item()

    # On their own: the shrinking is (1 - lr * decay) a step, whatever the gradient.
    assert math.isclose(shrunk(optim.AdamW), 1 - (1 - 0.01 * 0.1) ** 50, rel_tol=0.02)
    assert shrunk(optim.Adam) < shrunk(optim.AdamW) / 50
    grads = grads * 0
    assert shrunk(optim.Adam) > shrunk(optim.AdamW)


@says(
    "optimizers/methods/rmsprop",
    "`centered=True` divides by the standard deviation instead; `momentum` may be added.",
)
@given(mean=st.floats(-5, 5), spread=st.floats(0.1, 3))
def test_centered_divides_by_the_standard_deviation(mean, spread):
    grads = mean + spread * torch.randn(40, 1, generator=torch.Generator().manual_seed(0)).double()
    path, _ = steps(lambda ps: optim.RMSprop(ps, 0.01, alpha=0.9, centered=True), grads)
    weights = 0.9 ** torch.arange(39.0, -1, -1).double()[:, None] * 0.1
    variance = (weights * grads**2).sum() - (weights * grads).sum() ** 2
    size = 0.01 * grads[-1] / (variance.sqrt() + 1e-8)
    torch.testing.assert_close(path[-2] - path[-1], size, rtol=1e-5, atol=0)
    optim.RMSprop([torch.ones(1, requires_grad=True)], momentum=0.9)


@says(
    "optimizers/methods/rmsprop",
    "There is no bias correction, so the first step is large: ten times `lr` at 0.99.",
)
@pytest.mark.parametrize("g", [0.01, 1, 100])
def test_the_first_step_of_rmsprop_is_ten_times_lr(g):
    path, _ = steps(lambda ps: optim.RMSprop(ps, lr=0.01), torch.full((300, 1), g))
    lengths = -path.diff(dim=0)[:, 0] / 0.01
    assert math.isclose(lengths[0], 10, rel_tol=1e-4)
    assert lengths.argmax() == 0
    assert lengths[-1] < 1.05


@says("optimizers/methods/adagrad", "a rate for each weight, that only shrinks.")
@says(
    "optimizers/methods/adagrad",
    "Good for rare features (sparse inputs); on long runs the steps shrink toward zero.",
)
@pytest.mark.parametrize("g", [0.01, 1, 100])
def test_the_rate_of_adagrad_shrinks(g):
    path, _ = steps(lambda ps: optim.Adagrad(ps, lr=0.1), torch.full((400, 2), g))
    lengths = -path.diff(dim=0)
    assert (lengths.diff(dim=0) < 0).all()
    assert math.isclose(lengths[-1, 0], 0.1 / math.sqrt(400), rel_tol=1e-6)
    # A weight whose gradient came four times only has kept a large rate.
    rare = torch.full((400, 2), g).double()
    rare[torch.arange(400) % 100 != 99, 1] = 0
    path, _ = steps(lambda ps: optim.Adagrad(ps, lr=0.1), rare)
    often, seldom = (path[-2] - path[-1]).tolist()
    assert math.isclose(seldom, 10 * often, rel_tol=1e-6)


@says("optimizers/methods/adagrad", "It takes sparse gradients, without weight decay.")
def test_adagrad_takes_sparse_gradients():
    ends = []
    for sparse in (True, False):
        table = nn.Embedding.from_pretrained(torch.eye(4), freeze=False, sparse=sparse)
        optimizer = optim.Adagrad(table.parameters())
        for ids in ([0, 2], [2, 3]):
            optimizer.zero_grad()
            (table(torch.tensor(ids)) ** 2).sum().backward()
            assert table.weight.grad.is_sparse == sparse
            optimizer.step()
        ends.append(table.weight.detach())
    torch.testing.assert_close(*ends)
    table = nn.Embedding(4, 2, sparse=True)
    table(torch.tensor([0])).sum().backward()
    with pytest.raises(RuntimeError, match="not compatible with sparse gradients"):
        optim.Adagrad(table.parameters(), weight_decay=0.1).step()


@says(
    "optimizers/methods/adagrad",
    "The default `lr=0.01` is small for a rate that only shrinks; `eps` is 1e-10.",
)
@pytest.mark.parametrize("start", [(-8.0, 3.0), (8.0, -1.0)])
def test_the_default_of_adagrad_is_small(start):
    assert optim.Adagrad([torch.ones(1, requires_grad=True)]).defaults["eps"] == 1e-10
    assert abs(descend(optim.Adagrad, 150, start)[0]) > 7.7
    assert abs(descend(lambda ps: optim.Adagrad(ps, 1.0), 150, start)[0]) < 0.2


@says("optimizers/methods/adadelta", "steps in the units of the weights.")
@given(unit=st.floats(0.01, 100))
def test_adadelta_steps_in_the_units_of_the_weights(unit):
    """Weights in another unit: gradients are divided by it, and steps multiplied."""

    def move(unit):
        p = torch.ones(1, dtype=torch.float64, requires_grad=True)
        optimizer = optim.Adadelta([p], eps=1e-30)
        p.grad = torch.zeros_like(p)
        optimizer.step()
        optimizer.state[p]["acc_delta"].fill_((0.1 * unit) ** 2)  # steps that have been made
        for g in (1.0, 2.0, -0.5):
            p.grad = torch.full_like(p, g / unit)
            optimizer.step()
        return p.item() - 1

    assert math.isclose(move(unit), unit * move(1.0), rel_tol=1e-6)


@says(
    "optimizers/methods/adadelta",
    "It starts slowly, with steps of the order of the root of `eps`, and a rate copied "
    "from SGD or Adam (0.1, 1e-3) makes it crawl.",
)
@given(g=st.floats(0.01, 100), eps=st.floats(1e-10, 1e-6))
def test_adadelta_starts_with_the_root_of_eps(g, eps):
    path, _ = steps(lambda ps: optim.Adadelta(ps, eps=eps), torch.full((1, 1), g))
    assert 1 <= (path[0] - path[1]).item() / math.sqrt(eps) < 3.2
    for rate in (0.1, 1e-3):
        assert descend(lambda ps, rate=rate: optim.Adadelta(ps, rate), 20)[0] < -7.98


@says(
    "optimizers/methods/adamax",
    "The maximum norm in place of the average of squares, so one outlier slows a weight for long.",
)
@pytest.mark.parametrize("outlier", [100, 1000])
def test_an_outlier_slows_adamax_for_long(outlier):
    grads = torch.ones(600, 1)
    grads[50] = outlier

    def last_step(method):
        path, _ = steps(lambda ps: method(ps, lr=1.0), grads)
        return (path[-2] - path[-1]).item()

    assert last_step(optim.Adamax) < 0.03  # 550 steps later
    assert last_step(optim.Adam) > 2 * last_step(optim.Adamax)


@says(
    "optimizers/methods/nadam",
    r"A momentum schedule $\mu_t$, slow to start, is built in (`momentum_decay=0.004`).",
)
def test_the_momentum_of_nadam_starts_slowly():
    p = torch.ones(1, requires_grad=True)
    optimizer, found = optim.NAdam([p]), []
    for before in (0, 3000, 100_000):
        p.grad = torch.ones(1)
        if before:
            optimizer.state[p]["step"].fill_(before)
            optimizer.state[p]["mu_product"].fill_(1)
        optimizer.step()
        found.append(optimizer.state[p]["mu_product"].item())
    assert found == pytest.approx([0.45, 0.9 * (1 - 0.5 * 0.96**12), 0.9], abs=1e-3)


@says(
    "optimizers/methods/radam",
    "For the first five steps, while the size is known too poorly, it moves by the "
    "momentum alone; then a factor $r_t$ grows to 1.",
)
@pytest.mark.parametrize("b2", [0.9, 0.99, 0.999, 0.9999])
def test_radam_moves_by_the_momentum_for_five_steps(b2):
    grads = torch.tensor([3.0, -1.0, 4.0, 1.0, -5.0, 9.0, 2.0])[:, None].repeat(40, 1).double()
    path, _ = steps(lambda ps: optim.RAdam(ps, 0.1, betas=(0.9, b2)), grads)
    m = v = 0.0
    factors = []
    for t, g in enumerate(grads[:, 0].tolist(), start=1):
        m, v = 0.9 * m + 0.1 * g, b2 * v + (1 - b2) * g**2
        by_momentum = 0.1 * m / (1 - 0.9**t)
        moved = (path[t - 1] - path[t]).item()
        assert math.isclose(moved, by_momentum, rel_tol=1e-6) == (t <= 5)
        factors.append(moved / by_momentum * math.sqrt(v / (1 - b2**t)))
    r = torch.tensor(factors[5:])
    assert (r.diff() > -1e-4).all()
    assert r[0] < 0.3 if b2 > 0.9 else 0.5
    assert r[-1] < 1.0001
    if b2 == 0.9:
        assert r[-1] > 0.999


@says(
    "optimizers/methods/radam",
    "In those five steps the rate meets the raw gradient, as in SGD: large gradients make"
    " large steps.",
)
@given(g=sizes)
def test_large_gradients_make_large_first_steps_of_radam(g):
    path, _ = steps(lambda ps: optim.RAdam(ps, 0.1), torch.full((5, 1), g))
    sgd, _ = steps(lambda ps: optim.SGD(ps, 0.1), torch.full((5, 1), g))
    torch.testing.assert_close(path, sgd)


@says(
    "optimizers/methods/asgd",
    'The rate falls slowly, and `state[p]["ax"]` holds the average $a_t$ of the weights '
    "after step `t0`: nothing copies it into the model, do so at the end.",
)
def test_ax_averages_after_t0():
    grads = torch.linspace(-2, 3, 30)[:, None]
    for t0 in (0, 5, 20):
        path, state = steps(lambda ps, t0=t0: optim.ASGD(ps, 0.1, t0=t0), grads)
        torch.testing.assert_close(state["ax"], path[t0 + 2 :].mean(dim=0), rtol=1e-6, atol=1e-8)
        assert not path[-1].equal(state["ax"])  # nothing copied it
    rates = [0.1 / (1 + 1e-4 * 0.1 * t) ** 0.75 for t in (1, 1000, 1_000_000)]
    assert rates[1] > 0.098
    assert rates[2] < 0.02
    _, state = steps(lambda ps: optim.ASGD(ps, 0.1), torch.ones(1000, 1))
    assert float(state["eta"]) == pytest.approx(rates[1], rel=1e-5)


@says(
    "optimizers/methods/asgd",
    r"Defaults: `lr=0.01`, `lambd=1e-4` ($\lambda$), `alpha=0.75`, and `t0=1e6`, a million"
    " steps before any average: lower it.",
)
@pytest.mark.parametrize("times", [1, 10, 100])
def test_by_default_asgd_averages_nothing(times):
    test_defaults("ASGD")
    path, state = steps(optim.ASGD, torch.rand(times, 2))
    assert state["ax"].equal(path[-1])


@says("optimizers/methods/asgd", "`AveragedModel` averages with any optimizer.")
@pytest.mark.parametrize("name", [name for name in DEFAULTS if name not in ("SparseAdam", "LBFGS")])
def test_averaged_model_goes_with_any_optimizer(name):
    model = nn.Linear(3, 2, bias=False)
    optimizer, averaged, seen = getattr(optim, name)(model.parameters()), AveragedModel(model), []
    for _ in range(4):
        model.weight.grad = torch.rand(2, 3)
        optimizer.step()
        averaged.update_parameters(model)
        seen.append(model.weight.detach().clone())
    torch.testing.assert_close(averaged.module.weight.detach(), torch.stack(seen).mean(dim=0))


@says("optimizers/methods/rprop", "only the sign of the gradient.")
@given(factors=st.lists(sizes, min_size=8, max_size=8))
def test_rprop_sees_only_signs(factors):
    signs = torch.tensor([1.0, 1, 1, -1, -1, 1, 1, 1])[:, None].double()
    path, _ = steps(lambda ps: optim.Rprop(ps, 0.1), signs)
    scaled, _ = steps(lambda ps: optim.Rprop(ps, 0.1), signs * torch.tensor(factors)[:, None])
    assert path.equal(scaled)


@says(
    "optimizers/methods/rprop",
    "Each weight has a step size of its own, which grows while the sign stays and shrinks"
    " when it turns; when it turns, that weight waits one step.",
)
@pytest.mark.parametrize(
    "other", [[1, 1, 1, 1, 1, 1], [-1, -1, -1, 1, 1, -1], [1, -1, 1, -1, 1, -1]]
)
def test_the_step_of_rprop_grows_and_shrinks(other):
    signs = torch.tensor([[1.0, 1, 1, -1, -1, -1], other]).T
    path, _ = steps(lambda ps: optim.Rprop(ps, 1.0), signs)
    # Grows twice, shrinks to half where the sign turns and waits, then goes on with that.
    moved = -path.diff(dim=0)[:, 0]
    torch.testing.assert_close(moved, torch.tensor([1, 1.2, 1.44, 0, -0.72, -0.864]).double())


@says(
    "optimizers/methods/rprop",
    "Defaults: `lr=0.01` is the first step size only, `etas=(0.5, 1.2)`, "
    "`step_sizes=(1e-6, 50)` its limits.",
)
@pytest.mark.parametrize("sign", [1, -1])
def test_lr_of_rprop_is_the_first_step_and_the_limits_hold(sign):
    test_defaults("Rprop")
    path, state = steps(optim.Rprop, torch.full((80, 1), float(sign)))
    assert abs(path[1] - path[0]).item() == pytest.approx(0.01)
    assert state["step_size"].item() == 50
    p = torch.ones(1, requires_grad=True)
    optimizer = optim.Rprop([p])
    for step in range(60):
        p.grad = sign * torch.ones(1) * (-1) ** step
        optimizer.step()
        optimizer.param_groups[0]["lr"] = 7.0  # too late
    assert optimizer.state[p]["step_size"].item() == pytest.approx(1e-6)


@says("optimizers/methods/rprop", "For full batches only: the noise of small ones turns signs.")
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_small_batches_turn_signs(seed):
    random = np.random.default_rng(seed)
    x = random.normal(size=512)
    y = 2 * x + random.normal(size=512)
    gradients = 2 * (1.9 * x - y) * x  # near the minimum, at 1.9
    small = np.sign(gradients.reshape(-1, 8).mean(axis=1))
    assert np.mean(np.diff(small) != 0) > 0.2
    repeated = [np.sign(random.permutation(gradients).mean()) for _ in range(20)]
    assert len(set(repeated)) == 1  # the whole set has one sign, however it is shuffled


@says(
    "optimizers/methods/sparse_adam",
    "For `nn.Embedding(sparse=True)`: only rows in the batch have a gradient, and only "
    "they and their averages move.",
)
@pytest.mark.parametrize("ids", [[0], [1, 3], [2, 2]])
def test_the_rows_in_the_batch_move(ids):
    table = nn.Embedding(5, 2, sparse=True)
    optimizer = optim.SparseAdam(table.parameters(), lr=0.1)
    for batch in ([4], ids):
        before = table.weight.detach().clone()
        kept = optimizer.state[table.weight].get("exp_avg", torch.zeros(5, 2)).clone()
        optimizer.zero_grad()
        table(torch.tensor(batch)).sum().backward()
        assert table.weight.grad.coalesce().indices()[0].tolist() == sorted(set(batch))
        optimizer.step()
    moved = (table.weight != before).any(dim=1).nonzero()[:, 0].tolist()
    averages = (
        (optimizer.state[table.weight]["exp_avg"] != kept).any(dim=1).nonzero()[:, 0].tolist()
    )
    assert moved == averages == sorted(set(ids))


def curvature(ps, **options):
    calls = []

    def closure():
        calls.append(1)
        ps[0].grad = None
        loss = torch.log(torch.cosh(ps[0])).sum()
        loss.backward()
        return loss

    optimizer = optim.LBFGS(ps, **options)
    optimizer.step(closure)
    return len(calls), optimizer.state[ps[0]]["n_iter"]


@says("optimizers/methods/lbfgs", "many evaluations a step, for small smooth problems.")
@says(
    "optimizers/methods/lbfgs",
    "`step` needs a closure that clears the gradients, computes the loss and calls "
    "`backward`; one step is up to `max_iter=20` iterations, here 1.",
)
def test_a_step_of_lbfgs_is_up_to_twenty_iterations():
    test_defaults("LBFGS")
    for most in (1, 5, 20):
        p = torch.linspace(-3, 3, 7, dtype=torch.float64).requires_grad_()
        calls, iterations = curvature([p], max_iter=most, lr=0.01)
        assert calls == iterations == most
    p = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    assert curvature([p])[0] == 1  # already there


@says(
    "optimizers/methods/lbfgs",
    "It estimates curvature from the last `history_size=100` gradients and reaches the "
    "minimum of a smooth bowl in few steps, with the full batch.",
)
def test_lbfgs_reaches_the_minimum_of_a_smooth_bowl():
    """And remembers the last pairs of the gradient and the step."""
    p = torch.full((8,), 3.0, dtype=torch.float64, requires_grad=True)
    scale = torch.logspace(0, 3, 8, dtype=torch.float64)
    optimizer = optim.LBFGS([p], max_iter=1, line_search_fn="strong_wolfe", history_size=100)

    def closure():
        optimizer.zero_grad()
        loss = (scale * p**2).sum() + (p**4).sum()
        loss.backward()
        return loss

    for _ in range(60):
        loss = optimizer.step(closure)
    assert loss < 1e-9
    plain = torch.full((8,), 3.0, dtype=torch.float64, requires_grad=True)
    sgd = optim.SGD([plain], lr=4e-4)  # nearly the largest for this curvature
    for _ in range(60):
        sgd.zero_grad()
        ((scale * plain**2).sum() + (plain**4).sum()).backward()
        sgd.step()
    assert (plain.detach() ** 2).sum() > 1
    test_defaults("LBFGS")
    short = optim.LBFGS([p], max_iter=9, history_size=3)
    with torch.no_grad():
        p.fill_(1.0)
    short.step(closure)
    assert len(short.state[p]["old_dirs"]) <= 3


@says(
    "optimizers/methods/lbfgs",
    'The default `lr=1` has no line search and may diverge: say `line_search_fn="strong_wolfe"`.',
)
def test_lbfgs_may_diverge_without_a_line_search():
    ends = []
    for search in (None, "strong_wolfe"):
        p = torch.tensor([3.0, 1.5], dtype=torch.float64, requires_grad=True)
        curvature([p], line_search_fn=search)
        ends.append(p.detach().abs().max().item())
    assert not ends[0] < 10
    assert ends[1] < 1e-4
    test_defaults("LBFGS")


@says("optimizers/methods/adafactor", "the size of a matrix kept as one row and one column.")
@says(
    "optimizers/methods/adafactor",
    "For large matrices: instead of the averages of n x m gradients and squares it keeps "
    "n + m numbers, the means $R$ along rows and $C$ along columns; a vector keeps all "
    "its squares.",
)
@pytest.mark.parametrize(("n", "m"), [(5, 3), (40, 60), (1, 7)])
def test_adafactor_keeps_a_row_and_a_column(n, m):
    def kept(method, shape):
        p = torch.ones(shape, requires_grad=True)
        p.grad = torch.rand(shape)
        optimizer = method([p])
        optimizer.step()
        return sum(v.numel() for k, v in optimizer.state[p].items() if k != "step")

    assert kept(optim.Adafactor, (n, m)) == n + m
    assert kept(optim.Adam, (n, m)) == 2 * n * m
    assert kept(optim.Adafactor, (n,)) == n


@says(
    "optimizers/methods/adafactor",
    "Steps are relative to the size of the weights, so `lr=0.01`, the default, means one "
    "percent at most, or 1e-5 if their size is below 1e-3.",
)
@given(size=st.floats(0.01, 1000), seed=st.integers(0, 99))
def test_a_step_of_adafactor_is_one_percent_at_most(size, seed):
    test_defaults("Adafactor")
    random = torch.Generator().manual_seed(seed)
    start = size * torch.randn(6, 4, generator=random, dtype=torch.float64)
    path, _ = steps(optim.Adafactor, torch.randn(20, 6, 4, generator=random), start)
    ratio = (
        path.diff(dim=0).pow(2).mean(dim=(1, 2)).sqrt() / path[:-1].pow(2).mean(dim=(1, 2)).sqrt()
    )
    assert ratio.max() <= 0.01 * (1 + 1e-6)
    assert ratio.min() > 0.003
    for small in (0.0, 1e-6, 1e-4, 9e-4):
        path, _ = steps(optim.Adafactor, torch.ones(1, 6, 4), torch.full((6, 4), small).double())
        assert path.diff(dim=0).abs().max().item() == pytest.approx(1e-5)


def stepped(singular, shape=(4, 6), **options):
    p = torch.zeros(shape, requires_grad=True)
    p.grad = torch.diag(torch.tensor(singular)) @ torch.eye(*shape)
    optim.Muon([p], lr=1.0, weight_decay=0.0, **options).step()
    return p.detach()


@says("optimizers/methods/muon", "momentum with all directions made equal.")
@says(
    "optimizers/methods/muon",
    r"$\text{NS}$, five Newton-Schulz iterations in bfloat16, brings the singular values "
    "of the momentum matrix near 1, but for tiny ones.",
)
@given(values=st.lists(st.floats(0.02, 1), min_size=4, max_size=4))
def test_newton_schulz_brings_singular_values_near_one(values):
    test_defaults("Muon")
    found = torch.linalg.svdvals(stepped(values))
    assert found.min() > 0.6
    assert found.max() < 1.3
    tiny = torch.linalg.svdvals(stepped([*values[:3], 1e-5 * min(values)]))
    assert tiny[-1] < 0.1


@says(
    "optimizers/methods/muon",
    '`adjust_lr_fn="match_rms_adamw"` lets AdamW\'s rate and decay be used again.',
)
@pytest.mark.parametrize("shape", [(16, 64), (64, 16), (32, 32)])
def test_matched_steps_have_the_size_of_adamw(shape):
    rms = {}
    for name, method, options in (
        ("AdamW", optim.AdamW, {}),
        ("Muon", optim.Muon, {"adjust_lr_fn": "match_rms_adamw"}),
    ):
        grads = torch.randn(60, *shape, generator=torch.Generator().manual_seed(0))
        path, _ = steps(
            lambda ps, method=method, options=options: method(
                ps, 1e-3, weight_decay=0.0, **options
            ),
            grads,
            torch.zeros(shape),
        )
        rms[name] = path.diff(dim=0)[30:].pow(2).mean().sqrt().item()
    assert 0.5 < rms["Muon"] / rms["AdamW"] < 2


@says(
    "optimizers/methods/muon",
    "A single row, as in the path, has one singular value: steps near the minimum are as "
    "long as those far from it, and it does not settle.",
)
def test_a_row_does_not_settle():
    path = names_of("optimizers/methods/muon")["path"]
    assert (path.diff(dim=0).norm(dim=1)[-10:] > 0.3).all()


@says(
    "optimizers/methods/muon",
    "A single row, as in the path, has one singular value: steps near the minimum are as "
    "long as those far from it, and it does not settle.",
)
@given(size=st.floats(1e-5, 1e3))
def test_a_row_moves_as_far_for_a_small_gradient(size):
    p = torch.zeros(1, 2, requires_grad=True)
    p.grad = size * torch.tensor([[3.0, -1.0]])
    optim.Muon([p], lr=1.0, weight_decay=0.0).step()
    assert 0.65 < p.detach().norm() < 0.72
