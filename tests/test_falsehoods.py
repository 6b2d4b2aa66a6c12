"""A test that looks at nothing is told from one that holds its sentence."""

import inspect
from types import SimpleNamespace

import falsehoods
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from torch import nn


def holds_a_value():
    assert F.relu(torch.tensor([-1.0, 2.0])).tolist() == [0, 2]


@given(st.floats(-10, 10))
def holds_for_drawn_inputs(x):
    assert F.softplus(torch.tensor(x)).item() == pytest.approx(torch.tensor(x).exp().log1p())


def holds_a_shape():
    assert torch.ones(2, 3).sum(dim=1).shape == (2,)


def holds_that_calls_agree():
    x = torch.tensor([1.0, 2.0])
    assert torch.equal(F.gelu(x), F.gelu(x))


def holds_that_calls_differ():
    x = torch.ones(50)
    assert not torch.equal(F.dropout(x), F.dropout(x))


def holds_an_error():
    with pytest.raises(RuntimeError):
        F.linear(torch.ones(4), torch.ones(2, 3))


def holds_a_default():
    assert inspect.signature(nn.HuberLoss).parameters["delta"].default == 1.0


def holds_what_autograd_does():
    assert torch.ones(2, requires_grad=True).is_leaf


def looks_at_nothing():
    F.relu(torch.ones(2))


def looks_past_it():
    assert F.relu(torch.tensor([-1.0])).item() > -5


def calls_nothing_of_torch():
    assert "a" < "b"


def turn_round(test):
    item = SimpleNamespace(obj=test, funcargs={}, _fixtureinfo=SimpleNamespace(argnames=()))
    return falsehoods.turn_round(item)


@pytest.mark.parametrize(
    "test",
    [
        holds_a_value, holds_for_drawn_inputs, holds_a_shape, holds_that_calls_agree,
        holds_that_calls_differ, holds_an_error, holds_a_default, holds_what_autograd_does,
    ],
)  # fmt: skip
def test_a_falsehood_is_noticed(test):
    test()
    assert turn_round(test)[1] is not None
    test()  # and all is as it was


def test_a_vacuous_test_is_named():
    tried, noticed = turn_round(looks_at_nothing)
    assert tried > 0
    assert noticed is None
    told = [
        (test.__name__, turn_round(test)) for test in (looks_at_nothing, calls_nothing_of_torch)
    ]
    lines = list(falsehoods.summary([*told, ("holds_a_value", turn_round(holds_a_value))]))
    assert "looks_at_nothing: NOT NOTICED" in lines
    assert "calls_nothing_of_torch: nothing of torch to turn round" in lines
    assert lines[-1].startswith("3 tests of sentences: 1 of the 2 that call torch notice")
    assert turn_round(looks_past_it)[1] is None
