"""What the sentences of activations/bounded say."""

import inspect
import math

import pytest
import torch
import torch.nn.functional as F
from hypothesis import example, given
from hypothesis import strategies as st
from support import says
from torch import nn

numbers = st.floats(-30, 30)


def slope(activation, x):
    x = torch.tensor([float(x)], dtype=torch.float64, requires_grad=True)
    return torch.autograd.grad(activation(x).sum(), x)[0].item()


def of(function, x):
    """The value at one number."""
    return function(torch.tensor(float(x), dtype=torch.float64)).item()


@says(
    "activations/bounded",
    "Between many layers the small gradients of saturated units multiply to nothing.",
)
@pytest.mark.parametrize(
    "activation", [nn.Sigmoid(), nn.Hardsigmoid(), nn.Tanh(), nn.Hardtanh(), nn.Softsign()]
)
def test_small_gradients_multiply_to_nothing(activation):
    assert slope(activation, 4) < 0.05
    assert slope(activation, 4) ** 30 < 1e-38


@says(
    "activations/bounded/sigmoid",
    "squash to a probability.",
    "Between layers its gradient, at most 0.25, fades with depth.",
    "The usual spelling of the function is `torch.sigmoid`.",
    "the derivative",
)
@given(numbers)
def test_the_gradient_of_sigmoid_is_at_most_a_quarter(x):
    y = of(torch.sigmoid, x)
    assert y == pytest.approx(1 / (1 + math.exp(-x)))
    assert of(F.sigmoid, x) == y
    assert slope(nn.Sigmoid(), x) == pytest.approx(y * (1 - y), abs=1e-12)
    assert slope(nn.Sigmoid(), x) <= 0.25 == slope(nn.Sigmoid(), 0)
    deep = slope(nn.Sequential(*[nn.Sigmoid()] * 10), x)
    assert deep <= 0.25**10


@says(
    "activations/bounded/log_sigmoid",
    "the logarithm of sigmoid, without underflow.",
    "`torch.log(torch.sigmoid(x))` gives -inf where this one gives the number.",
)
@given(st.floats(-1e6, -105))
def test_log_sigmoid_does_not_underflow(x):
    x = torch.tensor(x)
    assert torch.log(torch.sigmoid(x)) == -torch.inf
    torch.testing.assert_close(F.logsigmoid(x), x)  # less than 1e-45 is missing


@says("activations/bounded/hardsigmoid", "sigmoid made of straight pieces.")
@says(
    "activations/bounded/hardsigmoid",
    "Cheap, and exactly 0 and 1 at the ends: below -3 and above 3 the gradient is 0.",
)
@given(numbers)
def test_hardsigmoid_is_made_of_straight_pieces(x):
    assert slope(nn.Hardsigmoid(), x) == pytest.approx(1 / 6 if abs(x) < 3 else 0)
    if abs(x) >= 3:
        assert of(F.hardsigmoid, x) == (x > 0)
    assert of(F.hardsigmoid, x) == pytest.approx(of(torch.sigmoid, x), abs=0.08)


@says(
    "activations/bounded/tanh",
    "squash to -1 to 1, centred on 0.",
    "The gradient is 1 at 0 and below 0.1 beyond 2.",
    "`torch.tanh` is the function.",
)
@given(numbers)
def test_the_gradient_of_tanh(x):
    assert of(torch.tanh, x) == pytest.approx(math.tanh(x))
    assert of(torch.tanh, -x) == -of(torch.tanh, x)
    assert slope(nn.Tanh(), 0) == 1
    assert slope(nn.Tanh(), x) == pytest.approx(1 - math.tanh(x) ** 2, abs=1e-12)
    assert slope(nn.Tanh(), x) < 0.1 or abs(x) < 2


@says("activations/bounded/tanh", "Inside RNN cells, for actions and for images scaled to -1 to 1.")
def test_rnn_cells_use_tanh():
    assert inspect.signature(nn.RNNCell).parameters["nonlinearity"].default == "tanh"
    assert nn.RNN(1, 1).nonlinearity == "tanh"


@says(
    "activations/bounded/hardtanh",
    "clamp to an interval, -1 to 1 by default.",
    "The same as `clamp`, as a layer.",
    "Outside the interval the gradient is 0.",
)
@given(
    st.one_of(numbers, st.sampled_from([-1.0, 1.0, math.inf, -math.inf])),
    st.sampled_from([(-1.0, 1.0), (0.0, 5.0), (-2.0, 0.5)]),
)
def test_hardtanh_is_clamp(x, ends):
    layer = nn.Hardtanh(*ends)
    assert of(layer, x) == min(max(x, ends[0]), ends[1]) == of(lambda t: t.clamp(*ends), x)
    assert slope(layer, x) == slope(lambda t: t.clamp(*ends), x)
    if not ends[0] <= x <= ends[1]:
        assert slope(layer, x) == 0
    assert (nn.Hardtanh().min_val, nn.Hardtanh().max_val) == (-1, 1)


@says(
    "activations/bounded/softsign",
    "like tanh, with slower tails.",
    "It approaches -1 and 1 as 1/x instead of exponentially, so that far inputs keep some "
    "gradient.",
)
@given(st.floats(20, 1e4))
def test_softsign_has_slower_tails(x):
    assert (1 - of(F.softsign, x)) * (1 + x) == pytest.approx(1)
    assert 1 - of(torch.tanh, x) < 1e-15
    assert slope(nn.Softsign(), x) == pytest.approx((1 + x) ** -2)
    assert slope(nn.Tanh(), x) < 1e-15


@says(
    "activations/bounded/tanhshrink",
    "x minus tanh(x).",
    "Flat around 0, a line of slope 1 far from it.",
)
@given(numbers)
def test_tanhshrink_is_flat_around_0(x):
    assert of(F.tanhshrink, x) == pytest.approx(x - math.tanh(x), abs=1e-9)
    assert slope(nn.Tanhshrink(), x / 1000) < 1e-3
    assert slope(nn.Tanhshrink(), 20 + abs(x)) == pytest.approx(1)


@says(
    "activations/bounded/softshrink",
    "pull every value toward zero.",
    "Values within lambda of 0 become 0, others move by lambda.",
)
@says("activations/bounded/hardshrink", "set small values to zero, keep the others.")
@says("activations/bounded/hardshrink", "Unlike Softshrink, what survives is not moved.")
@example(0.5, 0.5)
@example(-0.5, 0.5)
@given(numbers, st.floats(0.1, 5))
def test_shrinking(x, lambd):
    soft, hard = (of(m(lambd), x) for m in (nn.Softshrink, nn.Hardshrink))
    if abs(x) <= lambd:
        assert soft == hard == 0
    else:
        assert soft == pytest.approx(x - math.copysign(lambd, x), abs=1e-6)
        assert hard == x
    assert abs(soft) < abs(x) or x == 0


@says(
    "activations/bounded/softshrink",
    "Soft thresholding: the step of L1-regularised methods (ISTA).",
)
@given(numbers, st.floats(0.1, 5))
def test_soft_thresholding_solves_the_step_of_ista(x, lambd):
    """It is where (z - x)^2 / 2 + lambda |z| is least."""

    def cost(z):
        return (z - x) ** 2 / 2 + lambd * abs(z)

    best = of(nn.Softshrink(lambd), x)
    assert all(cost(best) <= cost(best + step) + 1e-9 for step in (-1, -1e-2, 1e-2, 1))
