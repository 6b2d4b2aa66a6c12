"""What the sentences on pictures made of tensors say."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from support import says
from torchvision.utils import draw_keypoints, flow_to_image, save_image


def saved(x, folder, **options):
    path = folder / "x.png"
    save_image(x, path, padding=0, **options)
    return torch.from_numpy(np.array(Image.open(path))).permute(2, 0, 1)


@says(
    "watching/pictures/save_image",
    "Values are clipped to [0, 1], which is 0 to 255 in the file; `normalize=True` stretches the "
    "smallest and the largest to these ends.",
)
@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-2.0, 3.0), (0.2, 0.4)])
def test_values_in_the_file(tmp_path, low, high):
    torch.manual_seed(0)
    x = torch.rand(3, 8, 8) * (high - low) + low
    x[0, 0, 0], x[2, 7, 7] = low, high
    expected = (x.clamp(0, 1) * 255).round()
    assert (saved(x, tmp_path) - expected).abs().max() <= 1
    stretched = (x - low) / (high - low) * 255
    assert (saved(x, tmp_path, normalize=True) - stretched).abs().max() <= 1


@says("watching/pictures/save_image", "The suffix of the name is the format.")
@pytest.mark.parametrize(("suffix", "kind"), [("png", "PNG"), ("jpg", "JPEG"), ("bmp", "BMP")])
def test_suffixes(tmp_path, suffix, kind):
    path = tmp_path / f"x.{suffix}"
    save_image(torch.rand(3, 8, 8), path)
    assert Image.open(path).format == kind


@says(
    "watching/pictures/draw_on_images",
    "`draw_keypoints` takes places as (x, y), and paints on a copy.",
)
@given(x=st.integers(2, 17), y=st.integers(2, 9))
def test_places_of_points(x, y):
    image = torch.zeros(3, 12, 20, dtype=torch.uint8)
    drawn = draw_keypoints(image, torch.tensor([[[float(x), float(y)]]]), colors="red", radius=1)
    rows, columns = (drawn > 0).any(dim=0).nonzero().unbind(1)
    assert (int(columns.float().mean().round()), int(rows.float().mean().round())) == (x, y)
    assert image.sum() == 0


@says(
    "watching/pictures/draw_on_images",
    "`flow_to_image` shows the direction as a hue; no motion is white.",
)
@given(angle=st.floats(0.1, 6.2))
def test_colours_of_motion(angle):
    direction = torch.tensor([np.cos(angle), np.sin(angle)], dtype=torch.float32)
    flow = torch.stack([direction, direction, torch.zeros(2), -direction], dim=1).reshape(2, 1, 4)
    colours = flow_to_image(flow)[:, 0].T.tolist()
    assert colours[0] == colours[1] != colours[3]
    assert colours[2] == [255, 255, 255]
