"""What the sentences of activations/relu_family say."""

import inspect
from itertools import combinations

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import pyplot
from support import says
from torch import nn

from cheatsheet.figures import activations as figures

FLAT = [nn.ReLU(), nn.ReLU6(), nn.Threshold(0.5, -1.0)]
SLOPED = [nn.LeakyReLU(), nn.PReLU(), nn.RReLU(), nn.ELU(), nn.SELU(), nn.CELU(2.0)]
positive, negative = st.floats(0.01, 100), st.floats(-50, -0.01)


def slope(activation, x):
    x = torch.tensor([float(x)], dtype=torch.float64, requires_grad=True)
    return torch.autograd.grad(activation(x).sum(), x)[0].item()


def default(owner, name):
    return inspect.signature(owner).parameters[name].default


@says(
    "activations/relu_family",
    "a line for positive inputs.",
    "They differ below zero, `ReLU6` above 6.",
    "Start with `ReLU`; the others, but for `ReLU6` and `Threshold`, keep a gradient just below "
    "zero.",
)
@given(below=st.floats(-30, -0.1), above=st.floats(1, 5.9))
def test_the_family_differs_below_zero(below, above):
    family = [activation.double().eval() for activation in (*FLAT, *SLOPED)]
    for activation in family:
        line = activation(torch.tensor([above, 2 * above / 3 + 1 / 3, 1]).double())
        torch.testing.assert_close(line[1], (2 * line[0] + line[2]) / 3)
        assert (slope(activation, below) == 0) == (activation in FLAT)
    for activation in (nn.ELU(), nn.SELU(), nn.CELU()):
        assert slope(activation, -1000) == 0
    assert slope(nn.ReLU6(), 7) == 0 != slope(nn.ReLU(), 7)
    outputs = [activation(torch.tensor([below]).double()).item() for activation in family]
    assert outputs.pop(1) == outputs[0] == 0  # ReLU6 as ReLU
    assert all(a != b for a, b in combinations(outputs, 2))


@says("activations/relu_family", "In each picture: the function, and its derivative dashed.")
@pytest.mark.parametrize("activation", [*FLAT, *SLOPED], ids=str)
def test_each_picture_has_the_function_and_its_derivative(activation):
    activation = activation.float()
    ((figure, _),) = figures.draw(type(activation).__name__.lower(), {"activation": activation})
    function, derivative = figure.axes[0].lines[-2:]
    assert (function.get_linestyle(), derivative.get_linestyle()) == ("-", "--")
    assert derivative.get_label() == "derivative"
    x = torch.tensor([-3.0, 3.0])
    assert function.get_ydata()[[0, -1]].tolist()[1] >= activation(x)[1].item()
    pyplot.close(figure)


@says(
    "activations/relu_family/relu",
    "max(0, x), the default between layers.",
    "The gradient is 1 for positive inputs and 0 for negative ones, so a unit that is negative for "
    "every sample stops learning.",
)
@given(positive, st.lists(negative, min_size=1))
def test_relu_stops_a_unit_that_is_always_negative(above, below):
    assert nn.ReLU()(torch.tensor(above)) == torch.tensor(above)
    assert slope(nn.ReLU(), above) == 1
    unit = nn.Linear(1, 1)
    nn.init.constant_(unit.weight, 1.0)
    nn.init.zeros_(unit.bias)
    F.relu(unit(torch.tensor(below)[:, None])).sum().backward()
    assert unit.weight.grad == unit.bias.grad == 0


@says("activations/relu_family/relu", "`inplace=True` saves memory and overwrites its input.")
def test_inplace_overwrites_its_input():
    x = torch.tensor([-1.0, 1.0])
    assert nn.ReLU(inplace=True)(x).data_ptr() == x.data_ptr()
    assert x.tolist() == [0, 1]
    assert nn.ReLU()(x).data_ptr() != x.data_ptr()


@says(
    "activations/relu_family/leaky_relu",
    "a small slope for negative inputs.",
    "Units cannot die: the gradient is never 0.",
    "The slope is 0.01 unless said otherwise; GAN discriminators use 0.2.",
)
@given(st.floats(-1e6, 1e6))
def test_the_gradient_of_leaky_relu_is_never_0(x):
    assert (
        default(nn.LeakyReLU, "negative_slope") == default(F.leaky_relu, "negative_slope") == 0.01
    )
    assert slope(nn.LeakyReLU(), x) == (1 if x > 0 else 0.01)


@says(
    "activations/relu_family/prelu",
    "LeakyReLU whose slope is learned.",
    "One slope for all channels, or one a channel, which is dimension 1, with `num_parameters=C`.",
    "The slope starts at 0.25 and is a parameter of the model: leave it out of weight decay.",
)
@pytest.mark.parametrize("shape", [(2, 3), (2, 3, 4), (2, 3, 4, 5)])
@pytest.mark.parametrize("count", [1, 3])
def test_prelu_learns_one_slope_or_one_a_channel(shape, count):
    activation = nn.PReLU(num_parameters=count)
    assert isinstance(activation.weight, nn.Parameter)
    assert activation.weight.tolist() == [0.25] * count
    with torch.no_grad():
        activation.weight[-1] = 0.5
    out = activation(torch.full(shape, -1.0)).transpose(0, 1)
    for channel, expected in enumerate([0.5] * 3 if count == 1 else [0.25, 0.25, 0.5]):
        assert (out[channel] == -expected).all()
    with pytest.raises(RuntimeError, match="Mismatch of parameter numbers"):
        nn.PReLU(5)(torch.ones(2, 3, 5))


@says(
    "activations/relu_family/rrelu",
    "LeakyReLU with a random slope while training.",
    "Each negative element draws its slope from U(lower, upper).",
    "In eval mode the slope is the middle of the two.",
    "The defaults are 1/8 and 1/3.",
    "functional: not training unless told",
)
@pytest.mark.parametrize(("lower", "upper"), [(1 / 8, 1 / 3), (0.1, 0.3), (0.0, 1.0)])
def test_rrelu_draws_a_slope_for_each_negative_element(lower, upper):
    assert default(nn.RReLU, "lower") == 1 / 8
    assert default(nn.RReLU, "upper") == 1 / 3
    assert default(F.rrelu, "training") is False
    torch.manual_seed(0)
    x = torch.full((10_000,), -1.0, dtype=torch.float64)
    slopes = -nn.RReLU(lower, upper)(x)
    assert slopes.unique().numel() > 9_990
    quarters = torch.histc(slopes, 4, lower, upper) / 10_000
    assert (quarters - 0.25).abs().max() < 5 * (0.25 * 0.75 / 10_000) ** 0.5
    assert slopes.min() >= lower
    assert slopes.max() <= upper
    torch.testing.assert_close(nn.RReLU(lower, upper).eval()(x), x * (lower + upper) / 2)
    assert F.rrelu(x, lower, upper).unique().numel() == 1
    assert (nn.RReLU(lower, upper)(-x) == 1).all()


@says(
    "activations/relu_family/relu6",
    "ReLU clipped at 6.",
    "Used in mobile networks: a bounded output keeps its precision in low-bit arithmetic.",
)
@given(st.floats(0, 6), st.floats(100, 1e4))
def test_a_bounded_output_keeps_its_precision(x, outlier):
    pair = torch.tensor([x, outlier])

    def error_in_8_bits(values):
        step = values.max() / 255
        return ((values / step).round() * step - values).abs().max()

    assert nn.ReLU6()(pair).tolist() == [pair[0].item(), 6]
    assert error_in_8_bits(nn.ReLU6()(pair)) <= 0.5 * 6 / 255 + 1e-5
    coarse = outlier / 255  # half of such a step is lost
    assert error_in_8_bits(torch.tensor([coarse / 2 - coarse / 50, outlier])) > 0.5 * 6 / 255


@says(
    "activations/relu_family/threshold",
    "keep what is above a threshold, replace the rest.",
    "ReLU is the case of threshold 0 and value 0.",
    "The comparison is strict: an input equal to the threshold is replaced.",
)
@given(x=st.floats(-10, 10), limit=st.floats(-5, 5, width=32))
def test_threshold_replaces_what_is_not_above_it(x, limit):
    activation, x = nn.Threshold(limit, -7.0), torch.tensor(x)
    assert activation(x) == (x if x > limit else -7)
    assert activation(torch.tensor(limit)) == -7
    assert nn.Threshold(0, 0)(x) == F.relu(x)


@says(
    "activations/relu_family/elu",
    "exponential below zero, so that means stay near zero.",
    "Smooth at 0 when alpha is 1.",
    "Negative outputs push the mean activation toward 0.",
)
def test_elu_is_smooth_and_keeps_means_near_zero():
    below, above = slope(nn.ELU(), -1e-9), slope(nn.ELU(), 1e-9)
    assert below == pytest.approx(above, abs=1e-8)
    assert slope(nn.ELU(alpha=2), -1e-9) == pytest.approx(2, abs=1e-6)
    z = torch.distributions.Normal(0, 1).icdf(torch.linspace(0.0005, 0.9995, 1000))
    assert F.elu(z).min() < 0
    assert 0 < F.elu(z).mean() < F.relu(z).mean() / 2


def through(layers, dropout=None, init="linear"):
    """Mean and variance behind layers of SELU."""
    torch.manual_seed(0)
    h = torch.randn(500, 200)
    for _ in range(layers):
        linear = nn.Linear(200, 200, bias=False)
        if init:
            nn.init.kaiming_normal_(linear.weight, nonlinearity=init)
        h = F.selu(linear(h))
        h = dropout(h) if dropout else h
    return h.mean().item(), h.var().item()


@says(
    "activations/relu_family/selu",
    "ELU with constants that keep mean 0 and variance 1.",
    'It needs `lecun_normal` weights (`kaiming_normal_` with `nonlinearity="linear"`) and '
    "`AlphaDropout` in place of `Dropout`.",
)
def test_selu_keeps_mean_0_and_variance_1():
    with torch.inference_mode():
        for kept in (through(20), through(20, nn.AlphaDropout(0.1))):
            assert kept == (pytest.approx(0, abs=0.05), pytest.approx(1, abs=0.15))
        assert through(20, nn.Dropout(0.1))[1] > 1.3
        assert through(20, init=None)[1] < 0.1
    weight = nn.init.kaiming_normal_(torch.empty(1000, 400), nonlinearity="linear")
    assert weight.std().item() == pytest.approx(400**-0.5, rel=0.02)  # as LeCun


@says("activations/relu_family/selu", r"Here $\alpha$ is 1.6733 and $\lambda$ is 1.0507.")
def test_the_constants_of_selu():
    scale = F.selu(torch.tensor(1.0, dtype=torch.float64)).item()
    assert scale == pytest.approx(1.0507, abs=5e-5)
    low = F.selu(torch.tensor(-100.0, dtype=torch.float64)).item()
    assert -low / scale == pytest.approx(1.6733, abs=5e-5)


@says(
    "activations/relu_family/celu",
    "ELU that stays smooth for every alpha.",
    "Equal to ELU at alpha 1.",
    "For other alphas its slope at 0 is still 1.",
)
@given(alpha=st.floats(0.1, 10), x=st.floats(-30, 30))
def test_celu_is_smooth_for_every_alpha(alpha, x):
    assert slope(nn.CELU(alpha), -1e-9) == pytest.approx(1, abs=1e-6)
    assert slope(nn.CELU(alpha), 1e-9) == 1
    x = torch.tensor(x, dtype=torch.float64)
    torch.testing.assert_close(nn.CELU()(x), nn.ELU()(x))
