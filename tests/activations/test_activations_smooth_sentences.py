"""What the sentences of activations/smooth say."""

import inspect
import math

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torch import nn

X = torch.linspace(-20, 20, 40_001, dtype=torch.float64)
numbers = st.floats(-30, 30)


def minimum(function):
    y = function(X)
    return y.min().item(), X[y.argmin()].item()


@says("activations/smooth/gelu", "x times the probability that a normal draw is below x.")
@given(numbers)
def test_gelu_is_x_times_a_probability(x):
    below = 0.5 * math.erfc(-x / math.sqrt(2))
    assert F.gelu(torch.tensor(x).double()).item() == pytest.approx(x * below, abs=1e-6)


@says(
    "activations/smooth/gelu",
    '`approximate="tanh"` is the formula of GPT-2: take it to run such weights.',
)
@given(numbers)
def test_gelu_of_gpt_2(x):
    exact = x / 2 * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
    found = F.gelu(torch.tensor(x).double(), approximate="tanh").item()
    assert found == pytest.approx(exact, abs=1e-5)


@says("activations/smooth/gelu", "Minimum -0.17 near x = -0.75.")
@says("activations/smooth/silu", "Minimum -0.278 near x = -1.28.")
@says("activations/smooth/mish", "Minimum -0.309 near x = -1.19.")
@says("activations/smooth/hardswish", "Minimum -0.375 at x = -1.5.")
@pytest.mark.parametrize(
    ("function", "least", "where"),
    [
        (F.gelu, -0.17, -0.75),
        (F.silu, -0.278, -1.28),
        (F.mish, -0.309, -1.19),
        (F.hardswish, -0.375, -1.5),
    ],
)
def test_the_minimum(function, least, where):
    assert minimum(function) == (pytest.approx(least, abs=5e-4), pytest.approx(where, abs=5e-3))


@says("activations/smooth/silu", "x times sigmoid(x), also called swish.")
@says("activations/smooth/mish", "x times tanh of softplus.")
@given(numbers)
def test_silu_and_mish_by_hand(x):
    t = torch.tensor(x).double()
    assert F.silu(t).item() == pytest.approx(x / (1 + math.exp(-x)), abs=1e-6)
    assert F.mish(t).item() == pytest.approx(x * math.tanh(math.log1p(math.exp(x))), abs=1e-5)


@says(
    "activations/smooth/silu",
    "Used in EfficientNet, YOLO and, with a gate, in LLaMA-style models (SwiGLU).",
)
def test_efficientnet_uses_silu():
    from torchvision.models import efficientnet

    assert "nn.SiLU" in inspect.getsource(efficientnet)


@says("activations/smooth/mish", "Close to SiLU; used in YOLOv4.")
def test_mish_is_close_to_silu():
    assert (F.mish(X) - F.silu(X)).abs().max() < 0.2
    assert (F.mish(X) - F.silu(X)).abs().max() < (F.relu(X) - F.silu(X)).abs().max()


@says(
    "activations/smooth/softplus",
    "a smooth ReLU, always positive but for rounding.",
    "Where `beta * x` is above `threshold` (20) it returns x itself.",
    "`beta` makes the bend sharper.",
)
@given(x=st.floats(-80, 80), beta=st.floats(0.5, 10))
def test_softplus_is_a_smooth_relu(x, beta):
    x, activation = torch.tensor(x), nn.Softplus(beta=beta)
    assert inspect.signature(nn.Softplus).parameters["threshold"].default == 20
    if x.item() * beta > 20.001:
        assert activation(x.double()) == x
    elif x.item() * beta < 19.999:
        assert activation(x.double()) > x
    assert activation(x.double()) > 0
    assert 0 <= activation(x.double()) - F.relu(x) <= math.log(2) / beta + 1e-9


@says("activations/smooth/softplus", "Below -104 float32 gives 0.")
@given(st.floats(104.1, 1e6))
def test_softplus_of_float32_reaches_0(x):
    assert F.softplus(torch.tensor(-x)) == 0
    assert F.softplus(torch.tensor(-103.0)) > 0


@says(
    "activations/smooth/hardswish",
    "SiLU without the exponential.",
    "x · ReLU6(x + 3) / 6, for phones and microcontrollers.",
    "It is 0 below -3 and x above 3.",
)
@given(numbers)
def test_hardswish_is_x_times_relu6(x):
    x = torch.tensor(x, dtype=torch.float64)
    found = F.hardswish(x)
    torch.testing.assert_close(found, x * F.relu6(x + 3) / 6)
    if abs(x) > 3:
        torch.testing.assert_close(found, F.relu(x))
    assert (found - F.silu(x)).abs() < 0.2


@says(
    "activations/smooth/glu",
    "one half of the channels gates the other.",
    "The input is split in two along `dim`: the first half is kept, weighted by the sigmoid of the "
    "second.",
    "The layer before it must give twice the channels.",
)
@pytest.mark.parametrize("dim", [0, 1, -1])
def test_glu_gates_one_half_by_the_other(dim):
    torch.manual_seed(0)
    x = torch.randn(4, 6, 2)
    kept, gate = x.chunk(2, dim=dim)
    out = nn.GLU(dim=dim)(x)
    torch.testing.assert_close(out, kept * torch.sigmoid(gate))
    assert out.shape[dim] * 2 == x.shape[dim]


@says(
    "activations/smooth/glu",
    "Language models use SwiGLU, with SiLU and a linear layer for each half.",
    "It has no module.",
)
@pytest.mark.parametrize("shape", [(8,), (3, 8), (2, 5, 8)])
def test_swiglu_is_two_layers_and_a_gate(shape):
    assert not hasattr(nn, "SwiGLU")
    entry = names_of("activations/smooth/glu", tokens=torch.randn(shape))
    both = torch.cat([entry["up"].weight, entry["gate"].weight])
    kept, gate = F.linear(entry["tokens"], both).chunk(2, dim=-1)
    expected = entry["down"](kept * gate * torch.sigmoid(gate))
    torch.testing.assert_close(entry["out"], expected)
    assert entry["out"].shape == shape
