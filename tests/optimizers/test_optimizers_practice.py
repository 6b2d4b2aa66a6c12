"""Clipping, averaging, decay and accumulation by formula; every optimizer resumes exactly."""

import io
import math

import numpy as np
import pytest
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


@pytest.mark.parametrize("limit", [0.1, 1.0, 5.0, 1e3])
def test_clip_grad_norm(limit):
    parameters = [torch.zeros(n, 3, dtype=torch.float64, requires_grad=True) for n in (1, 4)]
    grads = [np.random.default_rng(n).normal(size=(n, 3)) for n in (1, 4)]
    for parameter, grad in zip(parameters, grads, strict=True):
        parameter.grad = torch.tensor(grad)
    found = nn.utils.clip_grad_norm_(parameters, limit)
    norm = math.sqrt(sum((g**2).sum() for g in grads))
    assert math.isclose(found, norm)
    for parameter, grad in zip(parameters, grads, strict=True):
        expected = grad * min(1, limit / (norm + 1e-6))
        np.testing.assert_allclose(parameter.grad, expected, rtol=1e-12)


@pytest.mark.parametrize("decay", [0.5, 0.99])
def test_exponential_average(decay):
    model = nn.Linear(3, 2)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(decay))
    expected = None
    for _ in range(10):
        nn.init.normal_(model.weight)
        now = model.weight.detach().double().numpy()
        expected = now if expected is None else decay * expected + (1 - decay) * now
        average.update_parameters(model)
    np.testing.assert_allclose(average.module.weight.detach(), expected, rtol=1e-4, atol=1e-6)


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
    x, y = torch.randn(16, 3, dtype=torch.float64), torch.randn(16, 1, dtype=torch.float64)
    model = nn.Linear(3, 1).double()
    by_hand = 2 / 16 * (model(x) - y).T @ x
    for inputs, targets in zip(x.chunk(parts), y.chunk(parts), strict=True):
        (nn.functional.mse_loss(model(inputs), targets) / parts).backward()
    torch.testing.assert_close(model.weight.grad, by_hand.detach(), rtol=1e-12, atol=1e-14)


METHODS = [
    getattr(torch.optim, name)
    for name in torch.optim.__all__
    if isinstance(getattr(torch.optim, name), type) and name not in ("Optimizer", "SparseAdam")
]


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.__name__)
def test_a_restored_optimizer_goes_on_bit_for_bit(method):
    x = torch.randn(8, 3, generator=torch.Generator().manual_seed(0))

    def make():
        torch.manual_seed(1)
        model = nn.Linear(3, 4, bias=False)
        return model, method(model.parameters(), lr=0.01)

    def train(model, optimizer, steps):
        def closure():
            optimizer.zero_grad()
            loss = (model(x) ** 4).mean()
            loss.backward()
            return loss

        for _ in range(steps):
            optimizer.step(closure)
        return model.weight.detach().clone()

    whole = train(*make(), 10)
    model, optimizer = make()
    train(model, optimizer, 5)
    file = io.BytesIO()
    torch.save([model.state_dict(), optimizer.state_dict()], file)
    file.seek(0)
    model, optimizer = make()
    for part, state in zip((model, optimizer), torch.load(file), strict=True):
        part.load_state_dict(state)
    assert train(model, optimizer, 5).equal(whole)
