"""Clipping, averaging, decay, accumulation and fused steps, by formula."""

import inspect
import math

import numpy as np
import pytest
import torch
from support import says
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn, update_bn


@says(
    "optimizers/practice/clip_grad_norm",
    "All gradients together are one vector; when it is longer than `max_norm` it is scaled.",
    "It returns the norm before clipping: log it, as in the loop.",
)
@pytest.mark.parametrize("limit", [0.1, 1.0, 5.0, 1e3])
def test_clip_grad_norm(limit):
    parameters = [torch.zeros(n, 3, dtype=torch.float64, requires_grad=True) for n in (1, 4)]
    grads = [np.random.default_rng(n).normal(size=(n, 3)) for n in (1, 4)]
    for parameter, grad in zip(parameters, grads, strict=True):
        parameter.grad = torch.tensor(grad)
    found = nn.utils.clip_grad_norm_(parameters, limit)
    norm = math.sqrt(sum((g**2).sum() for g in grads))
    assert math.isclose(found, norm)  # the norm before clipping
    grads_now = [p.grad for p in parameters]
    assert nn.utils.get_total_norm(grads_now) <= limit or norm <= limit
    for parameter, grad in zip(parameters, grads, strict=True):
        expected = grad * min(1, limit / (norm + 1e-6))
        np.testing.assert_allclose(parameter.grad, expected, rtol=1e-12)


@pytest.mark.parametrize("decay", [0.5, 0.99])
def test_exponential_average(decay):
    torch.manual_seed(0)
    model = nn.Linear(3, 2).double()
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(decay))
    expected = None
    for _ in range(10):
        nn.init.normal_(model.weight)
        now = model.weight.detach().numpy().copy()
        expected = now if expected is None else decay * expected + (1 - decay) * now
        average.update_parameters(model)
    np.testing.assert_allclose(average.module.weight.detach(), expected, rtol=1e-9)


def test_weight_decay():
    lr, decay, w0 = 0.1, 0.01, 1.0
    after = {}
    for method in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW):
        w = torch.tensor(w0, dtype=torch.float64, requires_grad=True)
        w.grad = torch.tensor(0.0, dtype=torch.float64)
        method([w], lr=lr, weight_decay=decay).step()
        after[method.__name__] = w.item()
    assert math.isclose(after["SGD"], w0 - lr * decay * w0)
    assert math.isclose(after["Adam"], w0 - lr * decay * w0 / (decay * w0 + 1e-8))
    assert math.isclose(after["AdamW"], (1 - lr * decay) * w0)


@pytest.mark.parametrize("parts", [1, 2, 4, 8])
def test_accumulated_parts_give_the_gradient_of_the_whole(parts):
    torch.manual_seed(0)
    x, y = torch.randn(16, 3, dtype=torch.float64), torch.randn(16, 1, dtype=torch.float64)
    model = nn.Linear(3, 1).double()
    by_hand = 2 / 16 * (model(x) - y).T @ x
    for inputs, targets in zip(x.chunk(parts), y.chunk(parts), strict=True):
        (nn.functional.mse_loss(model(inputs), targets) / parts).backward()
    torch.testing.assert_close(model.weight.grad, by_hand.detach(), rtol=1e-12, atol=1e-14)


def test_clip_grad_value():
    w = torch.zeros(5, dtype=torch.float64, requires_grad=True)
    grad = np.array([-3.0, -0.5, 0.0, 0.7, 9.0])
    w.grad = torch.tensor(grad)
    nn.utils.clip_grad_value_([w], 0.6)
    np.testing.assert_array_equal(w.grad, np.clip(grad, -0.6, 0.6))


def test_decay_groups_shrink_matrices_alone():
    matrix, bias = (torch.ones(s, dtype=torch.float64, requires_grad=True) for s in ((2, 3), (2,)))
    optimizer = torch.optim.AdamW(
        [{"params": [matrix], "weight_decay": 0.05}, {"params": [bias], "weight_decay": 0.0}],
        lr=0.1,
    )
    for p in (matrix, bias):
        p.grad = torch.zeros_like(p)
    for _ in range(7):
        optimizer.step()
    np.testing.assert_allclose(matrix.detach(), np.full((2, 3), (1 - 0.1 * 0.05) ** 7), rtol=1e-12)
    np.testing.assert_array_equal(bias.detach(), np.ones(2))


METHODS = [
    method
    for name in torch.optim.__all__
    if isinstance(method := getattr(torch.optim, name), type) and name != "Optimizer"
]


@says("optimizers/practice/foreach_and_fused", "the same step, in fewer kernels.")
@says(
    "optimizers/practice/foreach_and_fused",
    "LBFGS, SparseAdam and Muon have none of them, Adafactor `foreach` alone.",
)
@says(
    "optimizers/practice/foreach_and_fused",
    "`capturable` lets a CUDA graph record the step: Adadelta, Adam and its relatives "
    "(Adamax, AdamW, NAdam, RAdam), ASGD, RMSprop, Rprop.",
)
@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.__name__)
def test_foreach_and_fused_step_like_the_loop(method):
    """And who has which flag, as the entry lists them."""
    name, has = method.__name__, inspect.signature(method).parameters
    assert ("foreach" in has) == (name not in ("LBFGS", "SparseAdam", "Muon"))
    assert ("fused" in has) == (name in ("SGD", "Adam", "AdamW", "Adagrad"))
    graphs = "Adadelta Adam Adamax AdamW NAdam RAdam ASGD RMSprop Rprop".split()
    assert ("capturable" in has) == (name in graphs)
    if "foreach" not in has:
        return
    grads = np.random.default_rng(3).normal(size=(6, 2, 3, 4))
    flags = [{"foreach": False}, {"foreach": True}, *([{"fused": True}] * ("fused" in has))]
    decay = {"weight_decay": 0.1} if "weight_decay" in has else {}
    ends = []
    for flag in flags:
        pair = [torch.ones(3, 4, dtype=torch.float64, requires_grad=True) for _ in range(2)]
        optimizer = method(pair, lr=0.1, **decay, **flag)
        for step in grads:
            for p, g in zip(pair, step, strict=True):
                p.grad = torch.tensor(g)
            optimizer.step()
        ends.append(torch.stack([p.detach() for p in pair]))
    rtol = 1e-6 if name == "ASGD" else 1e-9  # the loop of ASGD rounds its rate to float32
    for end in ends[1:]:
        torch.testing.assert_close(end, ends[0], rtol=rtol, atol=1e-12)


def test_weight_averaging():
    torch.manual_seed(0)
    x = torch.randn(12, 3, dtype=torch.float64)
    model = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2)).double()
    averaged, weights = AveragedModel(model), []
    for _ in range(5):
        nn.init.normal_(model[0].weight)
        averaged.update_parameters(model)
        weights.append(model[0].weight.detach().clone())
    mean = torch.stack(weights).mean(dim=0)
    torch.testing.assert_close(averaged.module[0].weight.detach(), mean, rtol=1e-12, atol=1e-14)
    update_bn([x[:6], x[6:]], averaged)
    hidden = x @ mean.T + model[0].bias.detach()
    # The running statistics are plain means over the batches.
    batches = torch.stack([hidden[:6], hidden[6:]])
    norm = averaged.module[1]
    torch.testing.assert_close(norm.running_mean, batches.mean(dim=(0, 1)))
    torch.testing.assert_close(norm.running_var, batches.var(dim=1).mean(dim=0))
