"""What the sentences of losses/regression say."""

import inspect
import math

import pytest
import torch
from hypothesis import example, given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn
from torchvision.models.detection import roi_heads


def loss_and_slope(loss_fn, error):
    x = torch.tensor([float(error)], dtype=torch.float64, requires_grad=True)
    loss = loss_fn(x, torch.zeros(1, dtype=torch.float64))
    loss.backward()
    return loss.item(), x.grad.item()


def default(loss, name):
    return inspect.signature(loss).parameters[name].default


@says(
    "losses/regression",
    "With outliers in the targets take `HuberLoss` or `L1Loss`, whose gradient is bounded.",
)
@given(st.floats(1, 1e9))
def test_the_gradient_of_huber_and_l1_is_bounded(error):
    for loss_fn in (nn.HuberLoss(), nn.L1Loss()):
        assert loss_and_slope(loss_fn, error)[1] == pytest.approx(1)
    assert loss_and_slope(nn.MSELoss(), error)[1] == pytest.approx(2 * error)


@says(
    "losses/regression/l1",
    "An error of 10 counts ten times an error of 1, so outliers pull less than with `MSELoss`.",
    "The gradient does not shrink with the error; at 0 it is 0.",
)
@given(st.floats(-1e6, 1e6))
def test_l1_is_in_proportion_to_the_error(error):
    loss, slope = loss_and_slope(nn.L1Loss(), error)
    assert loss_and_slope(nn.L1Loss(), 10 * error)[0] == pytest.approx(10 * loss)
    assert loss_and_slope(nn.MSELoss(), 10)[0] == 100 * loss_and_slope(nn.MSELoss(), 1)[0]
    assert abs(slope) == (error != 0)


@says("losses/regression/l1", "the same shape as pred")
@says("losses/regression/mse", "the same shape as pred")
@says("losses/regression/smooth_l1", "the same shape as pred")
@says("losses/regression/huber", "the same shape as pred")
@pytest.mark.parametrize("name", ["l1", "mse", "smooth_l1", "huber"])
def test_prediction_and_target_have_one_shape(name):
    entry = names_of(f"losses/regression/{name}")
    assert entry["pred"].shape == entry["target"].shape


@says("losses/regression/smooth_l1", "The loss of box regression in Faster R-CNN.")
def test_faster_rcnn_takes_smooth_l1():
    assert "smooth_l1_loss" in inspect.getsource(roi_heads.fastrcnn_loss)


@says(
    "losses/regression/smooth_l1",
    "squared near zero, absolute beyond beta.",
    "`beta` (default 1) is where the parabola meets the straight line.",
    "It equals `HuberLoss` divided by `beta`.",
)
@example(error=2.0, beta=2.0)
@example(error=0.0, beta=2.0)
@given(error=st.floats(0, 100), beta=st.floats(0.1, 10))
def test_smooth_l1_is_a_parabola_up_to_beta(error, beta):
    assert default(nn.SmoothL1Loss, "beta") == 1
    loss, slope = loss_and_slope(nn.SmoothL1Loss(beta=beta), error)
    assert slope == pytest.approx(min(error / beta, 1))
    assert loss == pytest.approx(error**2 / (2 * beta) if error < beta else error - beta / 2)
    assert loss == pytest.approx(loss_and_slope(nn.HuberLoss(delta=beta), error)[0] / beta)


@says(
    "losses/regression/huber",
    "squared near zero, absolute beyond delta.",
    "Half of `MSELoss` for small errors, linear for large ones: an outlier pulls with a gradient "
    "of `delta` at most.",
    "never steeper than delta",
)
@example(error=2.0, delta=2.0)
@given(error=st.floats(-1e6, 1e6), delta=st.floats(0.1, 10))
def test_huber_pulls_with_delta_at_most(error, delta):
    loss, slope = loss_and_slope(nn.HuberLoss(delta=delta), error)
    assert slope == pytest.approx(max(-delta, min(error, delta)))
    if abs(error) <= delta:
        assert loss == pytest.approx(loss_and_slope(nn.MSELoss(), error)[0] / 2)
    else:
        assert loss == pytest.approx(delta * (abs(error) - delta / 2))


@says("losses/regression/huber", "`delta` is in the units of the target.")
@given(error=st.floats(0.1, 100), unit=st.sampled_from([0.01, 1000.0]))
def test_delta_changes_with_the_unit(error, unit):
    loss = loss_and_slope(nn.HuberLoss(delta=2.0), error)[0]
    scaled = loss_and_slope(nn.HuberLoss(delta=2.0 * unit), error * unit)[0]
    assert scaled == pytest.approx(loss * unit**2)


@says(
    "losses/regression/poisson_nll",
    "For targets that count events: 0, 1, 2, … The input is the logarithm of the rate "
    "(`log_input=True`, the default), so the network needs no positive output.",
)
@example(rate=1.0, count=0)
@given(rate=st.floats(1e-3, 1e3), count=st.integers(0, 20))
def test_the_input_is_the_logarithm_of_the_rate(rate, count):
    assert default(nn.PoissonNLLLoss, "log_input") is True
    loss = nn.PoissonNLLLoss()(torch.tensor(math.log(rate)).double(), torch.tensor(float(count)))
    exact = -torch.distributions.Poisson(rate).log_prob(torch.tensor(float(count)))
    assert loss.item() == pytest.approx(exact.item() - math.lgamma(count + 1), rel=1e-4, abs=1e-4)


@says(
    "losses/regression/poisson_nll",
    r"The term $\log y_n!$ does not depend on the input and is left out; `full=True` adds "
    "Stirling's approximation of it for targets above 1.",
)
@given(x=st.floats(-5, 5), count=st.integers(0, 50))
def test_full_adds_stirling_above_1(x, count):
    x, y = torch.tensor(x).double(), torch.tensor(float(count)).double()
    assert default(nn.PoissonNLLLoss, "full") is False
    added = (nn.PoissonNLLLoss(full=True)(x, y) - nn.PoissonNLLLoss()(x, y)).item()
    expected = (
        count * math.log(count) - count + math.log(2 * math.pi * count) / 2 if count > 1 else 0
    )
    assert added == pytest.approx(expected, abs=1e-6)
    assert added == pytest.approx(math.lgamma(count + 1), abs=0.05)


@says(
    "losses/regression/gaussian_nll",
    r"A large variance makes an error cheap and itself costs $\frac{1}{2} \log \sigma^2$.",
    r"The constant $\frac{1}{2} \log 2 \pi$ is left out; `full=True` adds it.",
    "predicted variances, not standard deviations",
)
@given(error=st.floats(-5, 5), var=st.floats(0.01, 100))
def test_gaussian_nll_is_the_density_but_for_its_constant(error, var):
    mean, target, var = (torch.tensor([v], dtype=torch.float64) for v in (error, 0.0, var))
    exact = -torch.distributions.Normal(mean, var.sqrt()).log_prob(target).item()
    assert nn.GaussianNLLLoss(full=True)(mean, target, var).item() == pytest.approx(exact)
    loss = nn.GaussianNLLLoss()(mean, target, var).item()
    assert loss == pytest.approx(exact - math.log(2 * math.pi) / 2, abs=1e-9)
    assert loss - (error**2 / var.item()) / 2 == pytest.approx(math.log(var.item()) / 2, abs=1e-9)


@says("losses/regression/gaussian_nll", "Variances below `eps` (1e-6) are raised to it.")
@given(st.floats(0, 1e-6))
def test_small_variances_are_raised_to_eps(small):
    assert default(nn.GaussianNLLLoss, "eps") == 1e-6
    mean, target = torch.zeros(1).double(), torch.full((1,), 1e-3).double()
    var = torch.tensor([small, 1e-6], dtype=torch.float64)
    low, raised = (nn.GaussianNLLLoss()(mean, target, v[None]) for v in var)
    assert low == raised != nn.GaussianNLLLoss()(mean, target, 2 * var[1:])
