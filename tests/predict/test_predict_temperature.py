"""Temperature scaling, in NumPy and with SciPy's minimum."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from scipy.optimize import minimize_scalar
from sklearn import metrics
from support import says

OWNER = "predict/temperature_scaling"


@says(
    OWNER,
    "One number T that divides the logits, fitted on validation data to the cross-entropy; the "
    "network stays as it is.",
    "of a model that is three times too sure",
)
@pytest.mark.parametrize("scale", [0.5, 1.0, 3.0])
def test_temperature_scaling(scale):
    left = names_of(OWNER)
    torch.manual_seed(0)
    logits = scale * left["true_logits"]
    target = left["target"].numpy()

    def softmax(T):
        e = np.exp(logits.double().numpy() / T)
        return e / e.sum(1, keepdims=True)

    best = minimize_scalar(lambda T: metrics.log_loss(target, softmax(T)), (0.2, 9), tol=1e-9).x
    found = names_of(OWNER, true_logits=left["true_logits"], target=left["target"], logits=logits)
    assert found["T"].item() == pytest.approx(best, rel=2e-3)
    assert best == pytest.approx(scale, rel=0.1)
    np.testing.assert_allclose((logits / found["T"]).softmax(1), softmax(best), atol=2e-3)


@says(
    OWNER,
    "T above 1 makes over-confident predictions milder.",
    "The order of the classes does not change, so the accuracy does not either.",
    "Fit the logarithm of T, and T stays positive.",
)
@given(log_T=st.floats(-2, 2), logits=st.lists(st.integers(-9, 9), min_size=3, max_size=3))
def test_the_order_stays(log_T, logits):
    x, T = torch.tensor(logits, dtype=torch.float64), torch.tensor(log_T).exp()
    assert T > 0
    before, after = x.softmax(0), (x / T).softmax(0)
    assert before.argsort(stable=True).tolist() == after.argsort(stable=True).tolist()
    if T > 1.001 and before.amax() > before.amin():
        assert after.amax() < before.amax()
    if T < 0.999 and before.amax() > before.amin():
        assert after.amax() >= before.amax()
