"""What the sentences of the functional forms in transforms/compose say."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torchvision.transforms.v2 import functional

SIDES = st.integers(2, 9)


@says(
    "transforms/compose/functional_geometry",
    "Sizes are (height, width), shifts (right, down).",
)
@given(height=SIDES, width=SIDES, right=st.integers(0, 3), down=st.integers(0, 3))
def test_sizes_and_shifts(height, width, right, down):
    x = torch.arange(1, 1 + 8 * 9, dtype=torch.uint8).reshape(1, 8, 9)
    assert functional.resize(x, [height, width]).shape == (1, height, width)
    assert functional.center_crop(x, [height, width]).shape == (1, height, width)
    resized = functional.resized_crop(x, 0, 0, 4, 4, size=[height, width])
    assert resized.shape == (1, height, width)
    moved = functional.affine(x, 0.0, [right, down], 1.0, [0.0, 0.0])
    assert moved[:, down:, right:].equal(x[:, : 8 - down, : 9 - right])
    assert (moved[:, :down] == 0).all()
    assert (moved[:, :, :right] == 0).all()


@says(
    "transforms/compose/functional_colour",
    "A factor of 1 leaves the picture as it is; `adjust_hue` turns by a share of the circle, where "
    "0 leaves it.",
)
@pytest.mark.parametrize("seed", range(3))
def test_factors_that_change_nothing(seed):
    torch.manual_seed(seed)
    x = torch.rand(3, 5, 6)
    for name in ("brightness", "contrast", "saturation", "sharpness", "gamma"):
        adjust = getattr(functional, f"adjust_{name}")
        torch.testing.assert_close(adjust(x, 1.0), x)
        assert not adjust(x, 1.7).allclose(x, atol=1e-3), name
    torch.testing.assert_close(functional.adjust_hue(x, 0.0), x)
    pure = torch.tensor([1.0, 0.0, 0.0]).reshape(3, 1, 1)  # red, then green, then blue
    for turns, colour in ((1 / 3, [0.0, 1.0, 0.0]), (-1 / 3, [0.0, 0.0, 1.0])):
        turned = functional.adjust_hue(pure, turns).flatten()
        torch.testing.assert_close(turned, torch.tensor(colour), atol=1e-4, rtol=0)


@says(
    "transforms/compose/functional_convert",
    "`to_image` leaves the values and the dtype, `to_dtype` scales only with `scale=True`.",
)
@pytest.mark.parametrize("dtype", [torch.uint8, torch.float32, torch.int32])
def test_conversions(dtype):
    torch.manual_seed(0)
    array = torch.randint(0, 255, (4, 5, 3)).to(dtype).numpy()
    image = functional.to_image(array)
    assert image.dtype == dtype
    assert torch.Tensor.equal(image.permute(1, 2, 0), torch.from_numpy(array))
    for kind in (torch.uint8, torch.float32, torch.float64):
        plain = functional.to_dtype(image, kind)
        assert torch.Tensor.equal(plain, image.to(kind))
    whole = functional.to_image(torch.randint(0, 255, (4, 5, 3), dtype=torch.uint8).numpy())
    scaled = functional.to_dtype(whole, torch.float32, scale=True)
    torch.testing.assert_close(torch.Tensor(scaled), torch.Tensor(whole.float() / 255))
