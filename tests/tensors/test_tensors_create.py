"""The formulas of the create page."""

import numpy as np
import pytest
import torch


@pytest.mark.parametrize("length", [1, 2, 8, 101])
@pytest.mark.parametrize("periodic", [False, True])
def test_hamming_window(length, periodic):
    n = np.arange(length)
    period = length if periodic or length == 1 else length - 1
    expected = 0.54 - 0.46 * np.cos(2 * np.pi * n / period) if length > 1 else np.ones(1)
    found = torch.hamming_window(length, periodic=periodic, dtype=torch.float64)
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)
