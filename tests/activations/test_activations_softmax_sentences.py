"""What the sentences of activations/softmax say."""

import math

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torch import nn

rows = st.lists(st.floats(-30, 30), min_size=2, max_size=5)


def double(row):
    return torch.tensor([row], dtype=torch.float64)


@says(
    "activations/softmax",
    "They act on a whole dimension, not on one number: say which, with `dim`.",
)
@pytest.mark.parametrize("dim", [0, 1])
@pytest.mark.parametrize("function", [F.softmax, F.log_softmax, F.softmin])
def test_they_act_on_a_whole_dimension(function, dim):
    x, moved = torch.randn(3, 4), torch.zeros(3, 4)
    moved[0, 0] = 1.0
    changed = function(x + moved, dim=dim) != function(x, dim=dim)
    assert changed.select(1 - dim, 0).all()
    assert not changed.narrow(1 - dim, 1, 2).any()


@says(
    "activations/softmax/softmax_layer",
    "scores to probabilities that sum to 1.",
    "Name `dim`: the dimension that sums to 1, the classes.",
    "A constant added to all scores changes nothing; a temperature divides the scores first.",
    "in (0, 1)",
)
@given(row=rows, constant=st.floats(-100, 100), temperature=st.floats(0.1, 10))
def test_a_constant_changes_nothing(row, constant, temperature):
    x, softmax = double(row), nn.Softmax(dim=1)
    probs = softmax(x)
    assert ((probs > 0) & (probs < 1 + 1e-9)).all()
    torch.testing.assert_close(probs.sum(dim=1), torch.ones(1).double())
    torch.testing.assert_close(softmax(x + constant), probs)
    sharpened = probs ** (1 / temperature)
    torch.testing.assert_close(softmax(x / temperature), sharpened / sharpened.sum())


@says("activations/softmax/log_softmax", "log-probabilities, for NLLLoss and KLDivLoss.")
@says(
    "activations/softmax/log_softmax",
    "`LogSoftmax` and `NLLLoss` together are `CrossEntropyLoss`.",
    "0 or less",
)
@given(rows)
def test_log_softmax_and_nll_are_cross_entropy(row):
    x, target = double(row), torch.tensor([1])
    log_probs = nn.LogSoftmax(dim=1)(x)
    assert (log_probs <= 0).all()
    torch.testing.assert_close(nn.NLLLoss()(log_probs, target), nn.CrossEntropyLoss()(x, target))
    q = F.one_hot(target, len(row)).double()
    divergence = nn.KLDivLoss(reduction="batchmean")(log_probs, q)  # the entropy of q is 0
    torch.testing.assert_close(divergence, nn.CrossEntropyLoss()(x, target))


@says(
    "activations/softmax/log_softmax",
    "Subtracts the log of the sum of exponentials, which cannot overflow: `softmax(x).log()` gives "
    "-inf where this one gives the number.",
)
@given(st.floats(150, 1e30))
def test_log_softmax_does_not_overflow(lead):
    x = torch.tensor([0.0, lead])
    assert F.log_softmax(x, dim=0).tolist() == [-x[1], 0]
    assert x.softmax(dim=0).log().tolist() == [-math.inf, 0]


@says("activations/softmax/softmin", "probabilities that favour the smallest.")
@says(
    "activations/softmax/softmin",
    "Softmax of the negated input: for distances or costs, where small is good.",
    "in (0, 1)",
)
@given(rows)
def test_softmin_favours_the_smallest(row):
    x = double(row)
    weights = nn.Softmin(dim=1)(x)
    torch.testing.assert_close(weights, (-x).exp() / (-x).exp().sum())
    assert weights[0, x.argmin()] == weights.max()
    assert ((weights > 0) & (weights < 1 + 1e-9)).all()


@says("activations/softmax/softmax2d", "one distribution over the channels at every pixel.")
@says(
    "activations/softmax/softmax2d",
    "`Softmax(dim=-3)`, with a check that the input is an image.",
    "sums to 1 over C",
)
@pytest.mark.parametrize("shape", [(2, 3, 4, 5), (1, 2, 1, 2), (3, 4, 5)])
def test_softmax2d_is_softmax_over_the_channels(shape):
    x = torch.randn(shape)
    probs = nn.Softmax2d()(x)
    assert probs.equal(nn.Softmax(dim=-3)(x))
    torch.testing.assert_close(probs.sum(-3), torch.ones(*shape[:-3], *shape[-2:]))
    with pytest.raises(ValueError, match="expected input to be 3D or 4D"):
        nn.Softmax2d()(x.flatten(0, -2))


@says("activations/softmax/gumbel_softmax", "draw a class and keep the gradient.")
@says(
    "activations/softmax/gumbel_softmax",
    "Adds Gumbel noise to the logits, divides by `tau` and takes the softmax.",
    "With `hard=True` the result is one-hot, and the gradient is that of the soft one "
    "(straight-through).",
    "There is no module.",
    "sums to 1",
    "one-hot",
)
@pytest.mark.parametrize("tau", [0.5, 1.0, 3.0])
@pytest.mark.parametrize("shape", [(5,), (4, 3), (2, 3, 4)])
def test_gumbel_softmax_draws_and_keeps_the_gradient(tau, shape):
    logits, factor = torch.randn(shape, requires_grad=True), torch.randn(shape)
    results = []
    for hard in (False, True):
        torch.manual_seed(0)
        y = F.gumbel_softmax(logits, tau=tau, hard=hard)
        results.append((y, torch.autograd.grad((y * factor).sum(), logits)[0]))
    torch.manual_seed(0)
    noise = -torch.empty(shape).exponential_().log()
    (soft, slope), (hard, hard_slope) = results
    torch.testing.assert_close(soft, ((logits + noise) / tau).softmax(-1))
    torch.testing.assert_close(soft.sum(-1), torch.ones(shape[:-1]))
    assert hard.equal(F.one_hot(soft.argmax(-1), shape[-1]).float())
    torch.testing.assert_close(hard_slope, slope)
    assert slope.abs().sum() > 0
    assert not hasattr(nn, "GumbelSoftmax")
