"""What all optimizers share: groups, gradients, state; and that the topic names them all."""

import ast
import io

import numpy as np
import pytest
import torch
from support import ENTRIES, says
from torch import nn

METHODS = [
    method
    for name in torch.optim.__all__
    if isinstance(method := getattr(torch.optim, name), type) and name != "Optimizer"
]
by_method = pytest.mark.parametrize("method", METHODS, ids=lambda m: m.__name__)
OTHERS = """Optimizer AveragedModel SWALR update_bn get_ema_multi_avg_fn clip_grad_norm_
    clip_grad_value_ get_total_norm param_groups zero_grad state_dict load_state_dict
    add_param_group register_step_pre_hook register_step_post_hook"""


def test_every_optimizer_of_torch_is_in_code_that_runs():
    spelled = {
        name
        for entry in ENTRIES
        if entry.name.startswith("optimizers/")
        for node in ast.walk(entry.tree)
        for name in (getattr(node, "attr", None), getattr(node, "id", None))
    }
    assert {method.__name__ for method in METHODS} - spelled == set()
    assert set(OTHERS.split()) - spelled == set()


class Task:
    """A small model with a dense or a sparse gradient, and an optimizer for it."""

    def __init__(self, method):
        torch.manual_seed(1)
        self.sparse = method is torch.optim.SparseAdam
        self.model = nn.Embedding(3, 4, sparse=True) if self.sparse else nn.Linear(3, 4, bias=False)
        self.optimizer = method(self.model.parameters(), lr=0.01)
        self.x = torch.randn(8, 3, generator=torch.Generator().manual_seed(0))

    def closure(self):
        self.optimizer.zero_grad()
        outputs = self.model(torch.tensor([0, 2]) if self.sparse else self.x)
        loss = (outputs**4).mean()
        loss.backward()
        return loss

    def train(self, steps):
        for _ in range(steps):
            self.optimizer.step(self.closure)
        return self.model.weight.detach().clone()


@by_method
def test_resume_goes_on_bit_for_bit(method):
    whole = Task(method).train(10)
    first, file = Task(method), io.BytesIO()
    first.train(5)
    torch.save([first.model.state_dict(), first.optimizer.state_dict()], file)
    file.seek(0)
    second = Task(method)
    for part, state in zip((second.model, second.optimizer), torch.load(file), strict=True):
        part.load_state_dict(state)
    assert second.train(5).equal(whole)


@says(
    "optimizers/base/closure",
    "The closure clears the gradients, computes the loss, calls `backward` and returns "
    "the loss; `step` returns the first, that before the step.",
)
@by_method
def test_closure_gives_the_loss_before_the_step(method):
    task = Task(method)
    before = task.closure().item()
    assert task.optimizer.step(task.closure).item() == before


@says("optimizers/base/optimizer_state", "averages and settings, not the weights.")
@says("optimizers/base", "Its `state_dict` has no weights: save the model's beside it.")
@says(
    "optimizers/base/optimizer_state",
    "`state` holds what the method remembers, by the number of the parameter; "
    "`param_groups` the settings.",
    "The model's weights are in the model's own `state_dict`: save both.",
)
@by_method
def test_state_dict_holds_numbers_of_parameters_and_no_weights(method):
    task = Task(method)
    if method is not torch.optim.Adagrad:  # it makes its sums at once
        assert task.optimizer.state_dict()["state"] == {}
    task.train(2)
    saved = task.optimizer.state_dict()
    assert list(saved) == ["state", "param_groups"]
    assert [group["params"] for group in saved["param_groups"]] == [[0]]
    weight = task.model.weight.detach()
    kept = [v for v in saved["state"].get(0, {}).values() if isinstance(v, torch.Tensor)]
    # ASGD starts its average as a copy of the weights: the one exception.
    assert method is torch.optim.ASGD or not any(
        v.shape == weight.shape and v.equal(weight) for v in kept
    )


def weight_of(value):
    return torch.full((2,), value, dtype=torch.float64, requires_grad=True)


def test_zero_grad_leaves_none_or_zeros():
    w = weight_of(2.0)
    optimizer = torch.optim.SGD([w], lr=0.1, weight_decay=0.5)
    w.sum().backward()
    optimizer.zero_grad(set_to_none=False)
    assert w.grad.tolist() == [0, 0]
    optimizer.step()
    np.testing.assert_allclose(w.detach(), 2.0 * (1 - 0.1 * 0.5), rtol=1e-12)
    before = w.detach().clone()
    optimizer.zero_grad()
    assert w.grad is None
    optimizer.step()
    assert w.detach().equal(before)


@says("optimizers/base/param_groups", "Several groups give different learning rates.")
def test_every_group_moves_at_its_own_rate():
    slow, fast = weight_of(0.0), weight_of(0.0)
    optimizer = torch.optim.SGD([{"params": [slow], "lr": 0.01}, {"params": [fast]}], lr=0.5)
    (slow.sum() + fast.sum()).backward()
    optimizer.step()
    np.testing.assert_allclose(slow.detach(), -0.01)
    np.testing.assert_allclose(fast.detach(), -0.5)
    optimizer.param_groups[1]["lr"] = 0.25
    optimizer.step()
    np.testing.assert_allclose(fast.detach(), -0.75)


@says(
    "optimizers/base/add_param_group",
    "Momentum of the old group is kept, the new one starts without.",
)
def test_add_param_group_keeps_the_momentum_of_the_old():
    old, new = weight_of(0.0), weight_of(0.0)
    optimizer = torch.optim.SGD([old], lr=0.1, momentum=0.9)
    old.sum().backward()
    optimizer.step()
    optimizer.add_param_group({"params": [new], "lr": 1.0})
    new.sum().backward()
    optimizer.step()
    np.testing.assert_allclose(old.detach(), -0.1 - 0.1 * 1.9)
    np.testing.assert_allclose(new.detach(), -1.0)  # v starts as g
    assert optimizer.param_groups[1]["momentum"] == 0.9


@says("optimizers/base/parameter_order", "what load_state_dict goes by.")
@says("optimizers/base/resume", "Parameters are matched by order, not by name.")
@says("optimizers/base/parameter_order", "States are numbered by position.", "no error")
def test_parameter_order_is_all_that_loading_goes_by():
    a, b = weight_of(0.0), weight_of(0.0)
    optimizer = torch.optim.Adam([a, b])
    (a.sum() + 5 * b.sum()).backward()
    optimizer.step()
    for order in ([a, b], [b, a]):
        loaded = torch.optim.Adam(order)
        loaded.load_state_dict(optimizer.state_dict())
        for p, source in zip(order, (a, b), strict=True):
            assert loaded.state[p]["exp_avg"].equal(optimizer.state[source]["exp_avg"])


@says(
    "optimizers/base/step_hooks",
    "`register_step_pre_hook` sees the gradients before they are used, "
    "`register_step_post_hook` the new weights.",
)
def test_step_hooks_run_around_the_step():
    w, seen = weight_of(1.0), []
    optimizer = torch.optim.SGD([w], lr=0.5)
    optimizer.register_step_pre_hook(lambda *_: seen.append(w[0].item()))
    handle = optimizer.register_step_post_hook(lambda *_: seen.append(w[0].item()))
    w.sum().backward()
    optimizer.step()
    handle.remove()
    optimizer.step()
    assert seen == [1.0, 0.5, 0.5]
