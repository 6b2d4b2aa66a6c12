"""What the sentences of transforms/flip_rotate say."""

import inspect
import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from support import says
from torchvision import tv_tensors
from torchvision.transforms import InterpolationMode, v2


@says(
    "transforms/flip_rotate",
    "Boxes, masks and key points given along with the image move with it.",
)
@says(
    "transforms/policies/boxes_and_masks",
    "Wrap them, and geometric transforms move them along; `FiveCrop` and `TenCrop` refuse them.",
)
@pytest.mark.parametrize("crops", [v2.FiveCrop(5), v2.TenCrop(5)])
def test_five_and_ten_crop_refuse_targets(crops):
    image = tv_tensors.Image(torch.zeros(1, 10, 12))
    box = tv_tensors.BoundingBoxes([[1.0, 1, 4, 4]], format="XYXY", canvas_size=(10, 12))
    for target in (box, tv_tensors.Mask(torch.zeros(10, 12))):
        with pytest.raises(TypeError, match="are not supported by"):
            crops(image, target)


@says(
    "transforms/policies/boxes_and_masks",
    "Wrap them, and geometric transforms move them along; `FiveCrop` and `TenCrop` refuse them.",
)
@pytest.mark.parametrize(
    "transform",
    [
        v2.RandomHorizontalFlip(p=1.0),
        v2.RandomVerticalFlip(p=1.0),
        v2.RandomRotation((30, 30)),
        v2.RandomAffine(20, (0.1, 0.1), (0.8, 1.2), 10),
        v2.RandomPerspective(0.3, p=1.0),
        v2.ElasticTransform(100.0),
        v2.Resize(57),
        v2.CenterCrop(70),
        v2.RandomZoomOut(p=1.0),
    ],
    ids=lambda transform: type(transform).__name__,
)
def test_targets_move_with_the_image(transform):
    torch.manual_seed(1)
    image = tv_tensors.Image(torch.zeros(1, 100, 120))
    image[:, 40:50, 60:74] = 1.0
    mask = tv_tensors.Mask((image[0] > 0).to(torch.uint8))
    boxes = tv_tensors.BoundingBoxes([[60, 40, 74, 50]], format="XYXY", canvas_size=(100, 120))
    points = tv_tensors.KeyPoints([[66.5, 44.5]], canvas_size=(100, 120))
    moved, moved_mask, moved_boxes, moved_points = transform(image, mask, boxes, points)
    y, x = torch.nonzero(moved[0] > 0.5, as_tuple=True)
    edges = torch.stack([x.min(), y.min(), x.max() + 1, y.max() + 1])
    centre = torch.stack([x, y]).float().mean(1)
    assert ((moved_mask > 0) ^ (moved[0] > 0.5)).sum() < 40
    assert (moved_boxes[0] - edges).abs().max() < 5
    assert (moved_points[0] - centre).abs().max() < 3
    assert not moved.equal(image)


@says(
    "transforms/flip_rotate",
    "Angles are in degrees: counter-clockwise in `RandomRotation`, clockwise in `RandomAffine`.",
)
@pytest.mark.parametrize("turns", [1, 2, 3])
def test_directions_of_the_angles(turns):
    image = torch.arange(25.0).view(1, 5, 5)
    angle = 90 * turns
    assert v2.RandomRotation((angle, angle))(image).equal(torch.rot90(image, turns, (1, 2)))
    assert v2.RandomAffine((angle, angle))(image).equal(torch.rot90(image, -turns, (1, 2)))


@says("transforms/flip_rotate/random_rotation", "A number d means -d to d.")
@given(st.integers(1, 180))
def test_a_number_of_degrees(d):
    transform = v2.RandomRotation(d)
    assert transform.degrees == [-d, d]
    angles = [transform.make_params([])["angle"] for _ in range(100)]
    assert -d <= min(angles) < -0.5 * d
    assert 0.5 * d < max(angles) <= d


@says(
    "transforms/flip_rotate/random_rotation",
    "`expand=True` keeps the corners and enlarges the image; `fill` is the colour outside.",
)
@given(st.integers(10, 80))
def test_expand_keeps_all_of_the_image(angle):
    image = torch.ones(1, 20, 30)
    found = v2.RandomRotation((angle, angle), expand=True, fill=5.0)(image)
    height, width = found.shape[1:]
    radians = math.radians(angle)
    s, c = math.sin(radians), math.cos(radians)
    assert abs(height - (20 * c + 30 * s)) < 3
    assert abs(width - (30 * c + 20 * s)) < 3
    assert abs((found == 1).sum() - 600) < 60
    assert (found == 5).sum() == found.numel() - (found == 1).sum() > 0
    clipped = v2.RandomRotation((angle, angle), fill=5.0)(image)
    assert clipped.shape == image.shape
    assert (clipped == 1).sum() < 600


@says(
    "transforms/flip_rotate/random_rotation",
    "Say `InterpolationMode.BILINEAR`: nearest is the default.",
)
def test_nearest_is_the_default_of_rotation():
    default = inspect.signature(v2.RandomRotation).parameters["interpolation"].default
    assert InterpolationMode(default) is InterpolationMode.NEAREST
    image = (torch.arange(100).view(1, 10, 10) % 2).float()
    assert v2.RandomRotation((30, 30))(image).unique().tolist() == [0, 1]
    smooth = v2.RandomRotation((30, 30), interpolation=InterpolationMode.BILINEAR)
    assert len(smooth(image).unique()) > 10


@says(
    "transforms/flip_rotate/random_affine",
    "`translate` is a share of width and height, `scale` a range of factors, `shear` degrees.",
)
@given(st.floats(0.1, 0.9), st.floats(0.1, 0.9), st.floats(5, 40))
def test_settings_of_random_affine(across, down, shear):
    image = torch.zeros(1, 100, 200)
    transform = v2.RandomAffine(0, (across, down), (0.5, 2.0), shear)
    drawn = [transform.make_params([image]) for _ in range(200)]
    for share, side, values in (
        (across, 200, [p["translate"][0] for p in drawn]),
        (down, 100, [p["translate"][1] for p in drawn]),
        (shear, 1, [p["shear"][0] for p in drawn]),
    ):
        assert 0.8 * share * side - 1 < max(map(abs, values)) <= share * side + 0.5
    scales = [p["scale"] for p in drawn]
    assert 0.5 <= min(scales) < 0.7 < 1.8 < max(scales) <= 2.0
    line = torch.zeros(1, 101, 101)
    line[:, :, 50] = 1
    sheared = v2.RandomAffine(0, shear=(shear, shear))(line)[0]
    ends = sheared[[20, 80]].argmax(1)
    assert abs(abs(ends[0] - ends[1]) - 60 * math.tan(math.radians(shear))) <= 2


@says(
    "transforms/flip_rotate/random_perspective",
    "Each corner moves inwards by up to `distortion_scale`, 0 to 1, times half of the width and "
    "height.",
)
@pytest.mark.parametrize("scale", [0.0, 0.3, 1.0])
def test_corners_move_inwards(scale):
    corners = [[0.0, 0.0], [200.0, 0.0], [200.0, 100.0], [0.0, 100.0]]
    points = tv_tensors.KeyPoints(corners, canvas_size=(101, 201))
    torch.manual_seed(0)
    inwards = torch.tensor([[1.0, 1], [-1, 1], [-1, -1], [1, -1]])
    transform = v2.RandomPerspective(scale, p=1.0)
    drawn = torch.stack([(transform(points) - points) * inwards for _ in range(200)])
    bound = scale * torch.tensor([100.0, 50.0])
    assert (drawn > -0.1).all()
    assert (drawn < bound + 0.1).all()
    assert (drawn.amax(0) >= 0.9 * bound - 0.1).all()  # each corner, in both directions
    with pytest.raises(ValueError, match="between 0 and 1"):
        v2.RandomPerspective(1.1)


@says(
    "transforms/flip_rotate/random_perspective",
    "With probability p, 0.5 unless said otherwise.",
)
@pytest.mark.parametrize("p", [None, 0.0, 0.2, 1.0])
def test_probability_of_random_perspective(p):
    torch.manual_seed(0)
    transform = v2.RandomPerspective() if p is None else v2.RandomPerspective(p=p)
    image = torch.rand(1, 20, 20)
    moved = sum(not transform(image).equal(image) for _ in range(400)) / 400
    assert abs(moved - (0.5 if p is None else p)) < 0.13


def displacement(alpha, sigma, height=300, width=400):
    shares = v2.ElasticTransform(alpha, sigma).make_params([torch.zeros(1, height, width)])
    x, y = shares["displacement"][0].unbind(-1)
    return torch.stack([x * width / 2, y * height / 2])  # from -1 to 1 is the whole width


@says(
    "transforms/flip_rotate/elastic",
    "`alpha` is the strength, not in pixels: 50 with a `sigma` of 5 moves pixels by about one.",
)
@pytest.mark.parametrize(("height", "width"), [(100, 100), (300, 400)])
def test_alpha_is_not_in_pixels(height, width):
    torch.manual_seed(0)
    moved = displacement(50.0, 5.0, height, width).norm(dim=0).mean()
    assert 0.7 < moved < 1.5
    torch.manual_seed(0)
    double = displacement(100.0, 5.0, height, width).norm(dim=0).mean()
    torch.testing.assert_close(double, 2 * moved)


@says(
    "transforms/flip_rotate/elastic",
    "A larger `sigma` is smoother and weaker, and needs sides of more than 4 sigma.",
)
@pytest.mark.parametrize(("small", "large"), [(1.0, 3.0), (3.0, 5.0), (5.0, 10.0)])
def test_sigma_smooths_and_weakens(small, large):
    torch.manual_seed(0)
    rough, smooth = displacement(100.0, small), displacement(100.0, large)
    assert smooth.abs().mean() < 0.8 * rough.abs().mean()
    steps = [(d.diff(dim=-1).abs().mean() / d.abs().mean()) for d in (rough, smooth)]
    assert steps[1] < 0.8 * steps[0]
    limit, transform = int(4 * large), v2.ElasticTransform(sigma=large)
    assert transform(torch.zeros(1, limit + 1, 50)).shape == (1, limit + 1, 50)
    with pytest.raises(RuntimeError, match="Padding size should be less"):
        transform(torch.zeros(1, limit, 50))
