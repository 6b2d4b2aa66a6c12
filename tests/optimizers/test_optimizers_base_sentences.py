"""What the sentences of optimizers/base say."""

import inspect

import pytest
import torch
from recipes import names_of
from support import says
from test_optimizers_base import METHODS, Task, weight_of
from torch import nn, optim
from torch.optim import lr_scheduler

NAMES = {"ids": lambda method: method.__name__}
PLAIN = [m for m in METHODS if m not in (optim.SparseAdam, optim.LBFGS)]


@says("optimizers/base", "All methods share it.")
@says(
    "optimizers/base",
    "It holds references to the parameters, their settings in `param_groups`, and what "
    "the method remembers in `state`.",
)
@says(
    "optimizers/base/param_groups", "A list of dictionaries, each with `params` and every option."
)
@pytest.mark.parametrize("method", METHODS, **NAMES)
def test_the_object_holds_parameters_settings_and_state(method):
    task = Task(method)
    (group,) = task.optimizer.param_groups
    assert isinstance(task.optimizer, optim.Optimizer)
    assert group["params"][0] is task.model.weight
    options = inspect.signature(method).parameters.keys() - {"params"}
    assert options | {"params"} <= group.keys()
    task.train(1)
    assert set(task.optimizer.state) == ({task.model.weight} if method is not optim.SGD else set())


@says("optimizers/base", "`step` computes no gradient; `backward` does.")
@says("optimizers/base/training_step", "`step` only moves weights: it computes no gradient.")
@pytest.mark.parametrize("method", [*PLAIN, optim.SparseAdam], **NAMES)
def test_step_leaves_the_gradient(method):
    task = Task(method)
    assert task.model.weight.grad is None
    task.closure()
    weight, grad = task.model.weight.detach().clone(), task.model.weight.grad.clone()
    task.optimizer.step()
    assert task.model.weight.grad.to_dense().equal(grad.to_dense())
    assert not task.model.weight.equal(weight)


@says(
    "optimizers/base/training_step",
    "`zero_grad` may come first as well; it must not come between `backward` and `step`.",
)
def test_where_zero_grad_may_stand():
    def train(order):
        torch.manual_seed(0)
        model, x = nn.Linear(3, 1), torch.ones(4, 3)
        optimizer = optim.SGD(model.parameters(), lr=0.1)
        loss = None
        for _ in range(3):
            for part in order:
                if part == "forward":
                    loss = (model(x) ** 2).mean()
                elif part == "clear":
                    optimizer.zero_grad()
                elif part == "backward":
                    loss.backward()
                else:
                    optimizer.step()
        return model.weight.detach()

    first = train(["clear", "forward", "backward", "step"])
    between = train(["forward", "backward", "clear", "step"])
    assert first.equal(train(["forward", "clear", "backward", "step"]))
    assert between.equal(train([]))  # the weights did not move
    assert not first.equal(between)


@says(
    "optimizers/base/param_groups",
    "Change a value, and the next step uses it (but for `lr` in Rprop and ASGD): schedulers do so.",
)
@pytest.mark.parametrize("method", METHODS, **NAMES)
def test_the_next_step_uses_a_changed_rate(method):
    def last_step(rate):
        task = Task(method)
        task.train(2)
        before = task.model.weight.detach().clone()
        task.optimizer.param_groups[0]["lr"] = rate
        return task.train(1) - before

    slow, fast = last_step(1e-5), last_step(0.01)
    used = not slow.equal(fast)
    assert used == (method not in (optim.Rprop, optim.ASGD))
    if used:
        assert slow.norm() < 0.1 * fast.norm()


@says("optimizers/base/param_groups", "what a group added later would get")
def test_a_group_added_later_gets_the_defaults():
    optimizer = names_of("optimizers/base/param_groups")["optimizer"]
    optimizer.add_param_group({"params": [weight_of(1.0)]})
    assert [group["lr"] for group in optimizer.param_groups] == [0.01, 0.1]
    assert optimizer.defaults["lr"] == 0.1


SCHEDULERS = {
    "StepLR": lambda o: lr_scheduler.StepLR(o, 1),
    "CosineAnnealingLR": lambda o: lr_scheduler.CosineAnnealingLR(o, 50),
    "LambdaLR": lambda o: lr_scheduler.LambdaLR(o, lambda t: 0.5**t),
    "OneCycleLR": lambda o: lr_scheduler.OneCycleLR(o, 0.1, 50),
    "CyclicLR": lambda o: lr_scheduler.CyclicLR(o, 0.01, 0.1),
}


@says(
    "optimizers/base/param_groups",
    "Change a value, and the next step uses it (but for `lr` in Rprop and ASGD): schedulers do so.",
)
@pytest.mark.parametrize("name", SCHEDULERS)
def test_schedulers_change_values_of_groups(name):
    w = weight_of(1.0)
    optimizer = optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = SCHEDULERS[name](optimizer)
    w.sum().backward()
    optimizer.step()
    weight, velocity = w.detach().clone(), optimizer.state[w]["momentum_buffer"].clone()
    before = {k: v for k, v in optimizer.param_groups[0].items() if k != "params"}
    scheduler.step()
    changed = {k for k, v in before.items() if optimizer.param_groups[0][k] != v}
    assert "lr" in changed
    assert changed <= {"lr", "momentum"}
    assert w.equal(weight)
    assert optimizer.state[w]["momentum_buffer"].equal(velocity)


@says(
    "optimizers/base/add_param_group",
    "Of schedulers made before, some step it too (`StepLR`), some raise (`LambdaLR`).",
)
@says("optimizers/base/add_param_group", "For layers that were frozen and now learn.")
@pytest.mark.parametrize("name", [*SCHEDULERS, "ExponentialLR", "SequentialLR"])
def test_a_scheduler_made_before_the_group(name):
    more = {
        "ExponentialLR": lambda o: lr_scheduler.ExponentialLR(o, 0.5),
        "SequentialLR": lambda o: lr_scheduler.SequentialLR(
            o, [lr_scheduler.LinearLR(o), lr_scheduler.ExponentialLR(o, 0.5)], [3]
        ),
    }
    old, new = weight_of(1.0), weight_of(1.0).requires_grad_(False)
    optimizer = optim.SGD([old], lr=0.1, momentum=0.9)
    scheduler = (SCHEDULERS | more)[name](optimizer)
    optimizer.step()
    scheduler.step()
    optimizer.add_param_group({"params": [new.requires_grad_()], "lr": 0.01})
    (old.sum() + new.sum()).backward()
    optimizer.step()
    assert new[0] == 0.99
    if name in ("StepLR", "CosineAnnealingLR", "ExponentialLR"):
        scheduler.step()
        assert optimizer.param_groups[1]["lr"] < 0.01
    else:
        with pytest.raises((ValueError, KeyError)):  # a sequence, when its first part ends
            any(scheduler.step() for _ in range(3))


@says(
    "optimizers/base/resume",
    "Without the optimizer's state the averages start at zero and the run differs.",
)
def test_without_the_state_the_averages_start_at_zero():
    names = names_of("optimizers/base/resume")
    model = names["forgetful"]
    assert names["fresh"].state[model.weight]["step"] == 5
    assert names["restored"].state[names["other"].weight]["step"] == 10
    assert not model.weight.equal(names["expected"])
    fresh = optim.Adam(model.parameters())
    assert fresh.state_dict()["state"] == {}


@says(
    "optimizers/base/parameter_order",
    "With the same shapes in another order nothing raises, and a weight gets the momentum"
    " of another.",
)
@pytest.mark.parametrize("method", PLAIN, **NAMES)
def test_in_another_order_nothing_raises(method):
    a, b = (torch.ones(2, 2, requires_grad=True) for _ in range(2))
    options = {"momentum": 0.9} if method is optim.SGD else {}
    optimizer = method([a, b], **options)
    (a.sum() + 5 * (b**2).sum()).backward()
    optimizer.step()
    swapped = method([b, a], **options)
    swapped.load_state_dict(optimizer.state_dict())
    for key, value in optimizer.state[b].items():
        assert torch.as_tensor(swapped.state[a][key]).equal(torch.as_tensor(value))
    swapped.step()


@says(
    "optimizers/base/parameter_order",
    "`named_parameters()` records the names in `param_names`; loading still goes by position.",
)
def test_names_are_recorded_and_loading_goes_by_position():
    model = nn.Linear(2, 2)
    optimizer = optim.SGD(model.named_parameters(), momentum=0.9)
    assert optimizer.param_groups[0]["param_names"] == ["weight", "bias"]
    names = names_of("optimizers/base/parameter_order")
    a, b = names["a"], names["b"]
    velocity = names["optimizer"].state[b]["momentum_buffer"]
    assert names["swapped"].state[a]["momentum_buffer"].equal(velocity)
    assert names["swapped"].state[b]["momentum_buffer"].equal(torch.ones(2))


@says(
    "optimizers/base/closure",
    "LBFGS needs it because it evaluates several times in a step; the others accept it "
    "and call it once.",
)
@pytest.mark.parametrize("method", METHODS, **NAMES)
def test_the_others_call_the_closure_once(method):
    task, calls = Task(method), []

    def closure():
        calls.append(1)
        return task.closure()

    task.optimizer.step(closure)
    assert (len(calls) > 1) == (method is optim.LBFGS)
    if method is not optim.LBFGS:
        task.optimizer.step()
    else:
        with pytest.raises(TypeError):
            task.optimizer.step()


@says("optimizers/base/step_hooks", "For logging, and for clipping in one place.")
@pytest.mark.parametrize("method", PLAIN, **NAMES)
def test_a_hook_clips_in_one_place(method):
    task, seen = Task(method), []

    def clip(optimizer, args, kwargs):
        seen.append(nn.utils.clip_grad_norm_(task.model.parameters(), 0.01).item())

    task.optimizer.register_step_pre_hook(clip)
    for _ in range(2):
        task.closure()
        task.optimizer.step()
        assert task.model.weight.grad.norm() < 0.0101
    assert len(seen) == 2
    assert min(seen) > 0.01


def test_all_methods_are_here():
    assert len(METHODS) == 15
