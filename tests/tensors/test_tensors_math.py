"""The formulas of the math and reduce pages, in NumPy and float64."""

import numpy as np
import pytest
import torch
from support import says

X = 3 * np.random.default_rng(0).standard_normal((6, 5))


@says(
    "tensors/math_ops/sigmoid",
    "For the loss, keep the logit and use `BCEWithLogitsLoss`: in float32 the sigmoid is exactly 1"
    " from about 17 on.",
)
def test_sigmoid():
    np.testing.assert_allclose(torch.sigmoid(torch.from_numpy(X)), 1 / (1 + np.exp(-X)), rtol=1e-12)
    # "In float32 the sigmoid is exactly 1 from about 17 on."
    x = torch.linspace(10, 25, 1501)
    assert 16 <= x[torch.sigmoid(x) == 1].min() <= 18


@pytest.mark.parametrize("dim", [0, 1])
def test_softmax(dim):
    expected = np.exp(X) / np.exp(X).sum(dim, keepdims=True)
    found = torch.from_numpy(X).softmax(dim)
    np.testing.assert_allclose(found, expected, rtol=1e-12)
    np.testing.assert_allclose(torch.from_numpy(X + 100).softmax(dim), expected, rtol=1e-10)


@pytest.mark.parametrize("correction", [0, 1, 2])
@pytest.mark.parametrize("axis", [0, 1])
def test_std_var(correction, axis):
    centred = X - X.mean(axis, keepdims=True)
    var = (centred**2).sum(axis) / (X.shape[axis] - correction)
    x = torch.from_numpy(X)
    np.testing.assert_allclose(x.var(axis, correction=correction), var, rtol=1e-12)
    np.testing.assert_allclose(x.std(axis, correction=correction), np.sqrt(var), rtol=1e-12)
