"""What the sentences on functions without a layer say: F.normalize, F.grid_sample."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage
from support import says


@says("layers/linear/normalize_rows", "Along dim 1 unless said otherwise.")
@given(p=st.sampled_from([1.0, 2.0, 3.0]), dim=st.sampled_from([0, 1, 2]))
def test_normalize_rows(p, dim):
    """The formula, in NumPy."""
    x = torch.randn(3, 4, 5, dtype=torch.float64)
    array = x.numpy()
    length = (np.abs(array) ** p).sum(axis=dim, keepdims=True) ** (1 / p)
    torch.testing.assert_close(F.normalize(x, p=p, dim=dim), torch.from_numpy(array / length))
    if dim == 1:
        assert F.normalize(x, p=p).equal(F.normalize(x, p=p, dim=1))


@says("layers/linear/normalize_rows", "A vector of zeros stays zero: the length is at least `eps`.")
@pytest.mark.parametrize("eps", [1e-12, 1e-3, 0.5])
def test_short_vectors(eps):
    assert F.normalize(torch.zeros(2, 3), eps=eps).equal(torch.zeros(2, 3))
    short = torch.full((1, 4), eps / 8)  # its length is eps / 4
    torch.testing.assert_close(F.normalize(short, eps=eps), short / eps)


@says(
    "layers/linear/normalize_rows",
    "In float16 the default `eps` rounds to 0 and zeros become NaN: pass `eps=1e-4`.",
)
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32, torch.float64])
def test_zeros_in_half_precision(dtype):
    zeros = torch.zeros(2, 3, dtype=dtype)
    half = dtype == torch.float16
    assert bool(torch.tensor(1e-12, dtype=dtype) == 0) == half
    assert bool(F.normalize(zeros).isnan().all()) == half
    assert F.normalize(zeros, eps=1e-4).equal(zeros)


@says(
    "layers/rearrange/grid_sample",
    "The grid holds (x, y) from -1 to 1, left to right and top to bottom, for each pixel of the "
    "output.",
    'Gradients reach the grid, but for `mode="nearest"`.',
)
@pytest.mark.parametrize("seed", range(3))
def test_grid_sample_against_scipy(seed):
    torch.manual_seed(seed)
    x = torch.rand(1, 1, 5, 7, dtype=torch.float64)
    grid = (torch.rand(1, 3, 4, 2, dtype=torch.float64) * 2 - 1).requires_grad_()
    found = F.grid_sample(x, grid, mode="bilinear", align_corners=True)
    columns, rows = ((grid.detach()[0] + 1) / 2 * torch.tensor([6.0, 4.0])).unbind(-1)
    places = torch.stack([rows, columns]).numpy()
    expected = ndimage.map_coordinates(x[0, 0].numpy(), places, order=1)
    torch.testing.assert_close(found.detach()[0, 0], torch.from_numpy(expected))
    for mode in ("nearest", "bilinear", "bicubic"):
        y = F.grid_sample(x, grid, mode=mode, align_corners=True).square().sum()
        (slope,) = torch.autograd.grad(y, grid)
        assert bool((slope == 0).all()) == (mode == "nearest")
    found.sum().backward()
    assert grid.grad.abs().sum() > 0


@says(
    "layers/rearrange/grid_sample", "`affine_grid` makes the grid of a rotation, a shift or a zoom."
)
@pytest.mark.parametrize(
    ("theta", "expected"),
    [
        ([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0]], lambda x: x.rot90(1, (2, 3))),
        ([[1.0, 0.0, 0.5], [0.0, 1.0, 0.0]], lambda x: F.pad(x[..., 1:], (0, 1))),
        (
            [[0.5, 0.0, -0.5], [0.0, 0.5, -0.5]],
            lambda x: F.interpolate(x, scale_factor=2)[..., :4, :4],
        ),
    ],
    ids=["rotation", "shift", "zoom"],
)
def test_affine_grid(theta, expected):
    x = torch.arange(16.0).reshape(1, 1, 4, 4)
    grid = F.affine_grid(torch.tensor([theta]), (1, 1, 4, 4), align_corners=False)
    found = F.grid_sample(x, grid, mode="nearest", align_corners=False)
    torch.testing.assert_close(found, expected(x))
