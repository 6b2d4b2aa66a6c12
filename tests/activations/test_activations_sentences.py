"""What the introduction of activations says."""

import pytest
import torch
import torch.nn.functional as F
import torchvision
from hypothesis import given
from hypothesis import strategies as st
from support import ENTRIES, says
from torch import nn


def modules_of(name):
    """The types of the layers of a torchvision model, built without memory."""
    with torch.device("meta"):
        return {type(m) for m in torchvision.models.get_model(name, weights=None).modules()}


@says("activations", "Without one, two linear layers are a single linear layer.")
@given(st.lists(st.floats(-10, 10), min_size=3, max_size=3))
def test_two_linear_layers_are_one(row):
    first, second = nn.Linear(3, 5).double(), nn.Linear(5, 2).double()
    x = torch.tensor(row, dtype=torch.float64)
    weight = second.weight @ first.weight
    bias = second.weight @ first.bias + second.bias
    torch.testing.assert_close(second(first(x)), F.linear(x, weight, bias))


@says(
    "activations",
    "Most have a module (`nn.ReLU()`, a part of the model) and a function (`F.relu(x)`).",
)
def test_most_have_a_module_and_a_function():
    titles = {e.name.split("/")[-1]: e for e in ENTRIES if e.name.startswith("activations/")}
    without_module = {n for n, e in titles.items() if "= nn." not in e.source}
    assert without_module == {"gumbel_softmax"}
    assert not hasattr(nn, "GumbelSoftmax")
    assert not hasattr(F, "softmax2d")
    others = titles.keys() - {"gumbel_softmax", "softmax2d", "log_sigmoid", "softmax_layer"}
    assert all(hasattr(F, n) for n in others | {"logsigmoid", "softmax"})


@says(
    "activations",
    "between layers, units that die | `LeakyReLU`, `PReLU`, `ELU`",
)
@pytest.mark.parametrize("alive", [nn.LeakyReLU(), nn.PReLU(), nn.ELU()])
def test_a_negative_unit_keeps_a_gradient(alive):
    x = torch.tensor([-3.0], requires_grad=True)
    assert torch.autograd.grad(alive(x).sum(), x)[0] > 0
    assert torch.autograd.grad(F.relu(x).sum(), x)[0] == 0


@says("activations", "transformers | `GELU`, `SiLU`, `GLU`")
@says(
    "activations/smooth",
    "`GELU` and `SiLU` dip a little below zero before they rise: they are the usual choice in "
    "transformers and in recent convolutional nets.",
)
@says("activations/smooth/gelu", "The usual choice in transformers.")
@pytest.mark.parametrize(
    ("model", "activation"),
    [
        ("vit_b_16", nn.GELU),
        ("swin_t", nn.GELU),
        ("convnext_tiny", nn.GELU),
        ("efficientnet_b0", nn.SiLU),
    ],
)
def test_gelu_and_silu_are_the_usual_choice(model, activation):
    assert activation in modules_of(model)
    assert nn.ReLU not in modules_of(model)
    x = torch.linspace(-20, 0, 401)[:-1]
    assert ((activation()(x) <= 0) & (activation()(x) > -0.3)).all()
    assert activation()(x).diff().sign().unique().tolist()[0] == -1  # it falls, then rises
    assert activation()(x)[-1] > activation()(x).min()


@says(
    "activations",
    "output: a positive number | `Softplus`",
    "output: a number in -1 to 1 | `Tanh`",
)
@given(st.floats(-50, 50))
def test_outputs_are_positive_or_in_minus_1_to_1(x):
    assert F.softplus(torch.tensor(x)) > 0
    assert -1 <= torch.tanh(torch.tensor(x)) <= 1


@says(
    "activations",
    "The last layer of a classifier has no activation in training: `CrossEntropyLoss` and "
    "`BCEWithLogitsLoss` apply their own.",
)
@says(
    "activations/softmax/softmax_layer",
    "For predictions, not in front of `CrossEntropyLoss`, which applies its own.",
)
@says(
    "activations/bounded/sigmoid",
    "In training leave it out and use `BCEWithLogitsLoss`, which applies it in a stable way.",
)
@given(st.floats(-300, 300))
def test_the_losses_apply_their_own_activation(score):
    x = torch.tensor([[score, 0.0]])
    own = nn.CrossEntropyLoss()(x, torch.tensor([1]))
    yes_or_no = nn.BCEWithLogitsLoss()(x[0, :1], torch.zeros(1))
    exact = F.softplus(torch.tensor(score, dtype=torch.float64)).float()
    torch.testing.assert_close(own, exact)
    torch.testing.assert_close(yes_or_no, exact)
    if score > 150:
        assert -(1 - torch.sigmoid(x[0, 0])).log() == torch.inf
