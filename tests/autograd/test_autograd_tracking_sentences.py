"""What the sentences of autograd/tracking say."""

import pytest
import torch
from support import says
from torch import nn


def leaf(*values):
    """Return a leaf that requires a gradient."""
    return torch.tensor(values, requires_grad=True)


@says(
    "autograd/tracking/no_grad",
    "Results do not require a gradient, and nothing is kept for `backward`.",
    "It is also a decorator.",
    "later, y is an ordinary constant",
)
def test_no_grad():
    w, saved = leaf(1.0, 2.0), []
    with torch.autograd.graph.saved_tensors_hooks(saved.append, lambda t: t):
        with torch.no_grad():
            y = (w * w).exp()
        assert saved == []
        assert not y.requires_grad
        assert not torch.no_grad()(lambda x: x * w)(w).requires_grad
        w.exp()
        assert len(saved) == 1
    (y * w).sum().backward()
    assert torch.equal(w.grad, y)


@says("autograd/tracking/no_grad", "For validation and for updating weights by hand.")
def test_update_by_hand():
    w = leaf(1.0, 2.0)
    (w**2).sum().backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
    torch.testing.assert_close(w, leaf(0.8, 1.6))
    assert w.is_leaf


@says(
    "autograd/tracking/inference_mode",
    "Tracks less than `no_grad`: no version counters and no views.",
    "an inference tensor",
)
def test_what_inference_mode_does_not_track():
    with torch.inference_mode():
        y = torch.ones(4) * 2
        view = y.view(2, 2)
    assert y.is_inference()
    assert not view._is_view()
    with pytest.raises(RuntimeError, match="do not track version counter"):
        y._version  # noqa: B018
    with torch.no_grad():
        z = torch.ones(4) * 2
        view = z.view(2, 2)
    assert view._is_view()
    z += 1
    assert z._version == view._version == 1


@says(
    "autograd/tracking/inference_mode",
    "An operation that saves a result for `backward` raises; `clone()` it outside first.",
)
def test_results_of_inference_mode():
    w = leaf(1.0, 2.0)
    with torch.inference_mode():
        y = w * 2
        clone_inside = y.clone()
    (y + w).sum().backward()  # saves nothing
    assert w.grad.tolist() == [1, 1]
    for inference in (y, clone_inside):
        with pytest.raises(RuntimeError, match="cannot be saved for backward"):
            inference * w
    with pytest.raises(RuntimeError, match="cannot be saved for backward"):
        nn.Linear(2, 1)(y)
    assert (y.clone() * w).requires_grad
    assert nn.Linear(2, 1)(y.clone()).requires_grad


@says("autograd/tracking/set_grad_enabled", "One function for training and validation.")
@pytest.mark.parametrize("training", [True, False])
def test_tracking_by_a_flag(training):
    model, x = nn.Linear(2, 1), torch.ones(3, 2)
    with torch.set_grad_enabled(training):
        loss = model(x).sum()
    assert loss.requires_grad is training
    assert torch.is_grad_enabled()


@says(
    "autograd/tracking/set_grad_enabled",
    "`torch.enable_grad()` switches tracking on again inside a `no_grad` block.",
)
def test_enable_grad():
    x = leaf(1.0)
    with torch.no_grad():
        with torch.enable_grad():
            assert (x * 2).requires_grad
        assert not (x * 2).requires_grad


@says(
    "autograd/tracking/detach",
    "The result shares memory with the original and is a constant for autograd: gradients stop"
    " there.",
    "For targets computed by a network; to log a tensor, `.detach().clone()`.",
)
def test_detach():
    x = leaf(1.0, 2.0)
    h = x * 3
    target, logged = h.detach(), h.detach().clone()
    (h * target).sum().backward()
    torch.testing.assert_close(x.grad, 3 * target)
    assert target.grad_fn is None
    target[0] = 50
    assert h[0] == 50
    assert logged.tolist() == [3, 6]


@says(
    "autograd/tracking/data_attribute",
    "It gives the values without history, as `detach()` does, but changes through it are not"
    " counted: `backward` then computes a wrong gradient and says nothing.",
    "not noticed",
)
@pytest.mark.parametrize("f", [torch.exp, torch.sigmoid, torch.tanh])
def test_data_is_not_counted(f):
    x = leaf(0.5)
    f(x).backward()
    right, x.grad = x.grad, None
    y = f(x)
    assert torch.equal(y.data, y.detach())
    assert not y.data.requires_grad
    y.data.zero_()
    assert y._version == 0
    y.backward()
    assert not torch.isclose(x.grad, right)
    y = f(x)
    y.detach().zero_()
    assert y._version == 1
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        y.backward()


@says(
    "autograd/tracking/keep_the_number",
    "Keep `loss.item()`, a Python float, or `loss.detach()`, which does not wait for the GPU.",
)
def test_numbers_of_a_loss():
    loss = (leaf(1.0, 2.0) ** 2).sum()
    assert type(loss.item()) is float
    assert loss.item() == 5
    assert loss.detach().grad_fn is None
    assert torch.empty((), device="meta").detach().shape == ()  # needs no value
    with pytest.raises(RuntimeError):
        torch.empty((), device="meta").item()
