"""Invariants and formulas of the transforms, on drawn images."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from torchvision import transforms as v1
from torchvision import tv_tensors
from torchvision.transforms import v2

images = hnp.arrays(
    np.uint8, st.tuples(st.integers(1, 3), st.integers(1, 9), st.integers(1, 9))
).map(torch.from_numpy)
many = settings(max_examples=100, deadline=None, derandomize=True)


def share(outcomes):
    """Share of true outcomes, and five standard errors of it at the most."""
    outcomes = list(outcomes)
    return sum(outcomes) / len(outcomes), 5 * 0.5 / math.sqrt(len(outcomes))


@many
@given(images)
def test_two_flips_give_the_original(image):
    for flip in (v2.RandomHorizontalFlip(p=1.0), v2.RandomVerticalFlip(p=1.0)):
        assert flip(flip(image)).equal(image)
    assert v2.RandomHorizontalFlip(p=1.0)(image).equal(image.flip(-1))
    assert v2.RandomVerticalFlip(p=1.0)(image).equal(image.flip(-2))


@pytest.mark.parametrize("p", [0.0, 0.3, 1.0])
@pytest.mark.parametrize(
    "transform", [v2.RandomHorizontalFlip, v2.RandomVerticalFlip, v2.RandomInvert]
)
def test_probabilities_by_counting(transform, p):
    torch.manual_seed(0)
    image = torch.arange(12, dtype=torch.uint8).reshape(1, 3, 4)
    found, error = share(not transform(p=p)(image).equal(image) for _ in range(2000))
    assert abs(found - p) <= (error if 0 < p < 1 else 0)


def test_random_grayscale_by_counting():
    torch.manual_seed(0)
    image = torch.tensor([200, 100, 0], dtype=torch.uint8).view(3, 1, 1)
    transform = v2.RandomGrayscale(p=0.1)
    found, error = share(not transform(image).equal(image) for _ in range(4000))
    assert abs(found - 0.1) < error


@many
@given(images, st.data())
def test_five_crop_cuts_the_corners(image, data):
    height, width = image.shape[1:]
    h, w = data.draw(st.integers(1, height)), data.draw(st.integers(1, width))
    top_left, top_right, bottom_left, bottom_right, centre = v2.FiveCrop((h, w))(image)
    assert top_left.equal(image[:, :h, :w])
    assert top_right.equal(image[:, :h, width - w :])
    assert bottom_left.equal(image[:, height - h :, :w])
    assert bottom_right.equal(image[:, height - h :, width - w :])
    assert centre.equal(v2.CenterCrop((h, w))(image))
    ten = v2.TenCrop((h, w))(image)
    assert all(
        a.equal(b) for a, b in zip(ten[5:], v2.FiveCrop((h, w))(image.flip(-1)), strict=True)
    )


@many
@given(images, st.integers(0, 3), st.data())
def test_random_crop_is_a_window_of_the_padded_image(image, padding, data):
    padded = np.pad(image.numpy(), [(0, 0), (padding, padding), (padding, padding)])
    size = data.draw(st.integers(1, min(padded.shape[1:])))
    crop = v2.RandomCrop(size, padding=padding)(image).numpy()
    windows = np.lib.stride_tricks.sliding_window_view(padded, crop.shape)
    assert (windows == crop).all(axis=(-1, -2, -3)).any()


@many
@given(st.integers(2, 60), st.integers(2, 60), st.integers(1, 40))
def test_resize_of_one_number_is_the_shorter_side(height, width, size):
    found = v2.Resize(size)(torch.zeros(3, height, width)).shape[1:]
    long = int(size * max(height, width) / min(height, width))
    assert found == ((size, long) if height <= width else (long, size))


@pytest.mark.parametrize(
    ("mode", "numpy_mode"),
    [
        ("constant", "constant"),
        ("edge", "edge"),
        ("reflect", "reflect"),
        ("symmetric", "symmetric"),
    ],
)
def test_pad_is_that_of_numpy(mode, numpy_mode):
    x = np.arange(24).reshape(2, 3, 4)
    found = v2.Pad((1, 2, 0, 1), padding_mode=mode)(torch.tensor(x))  # left, top, right, bottom
    np.testing.assert_array_equal(found, np.pad(x, [(0, 0), (2, 1), (1, 0)], mode=numpy_mode))


def test_normalize():
    x = np.random.default_rng(0).random((4, 3, 5, 6))
    mean, std = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])
    found = v2.Normalize(mean.tolist(), std.tolist())(torch.tensor(x))
    expected = (x - mean[:, None, None]) / std[:, None, None]
    np.testing.assert_allclose(found, expected, rtol=1e-12)
    back = v2.Normalize((-mean / std).tolist(), (1 / std).tolist())(found)
    np.testing.assert_allclose(back, x, rtol=1e-10, atol=1e-12)


@many
@given(images)
def test_to_dtype_with_scale_divides_by_255(image):
    found = v2.ToDtype(torch.float32, scale=True)(image)
    np.testing.assert_allclose(found, image.numpy() / 255, rtol=1e-6)
    assert v2.ToDtype(torch.uint8, scale=True)(found).equal(image)
    assert v2.ToDtype(torch.float32)(image).equal(image.float())


def test_linear_transformation():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(400, 12)) @ rng.normal(size=(12, 12)) + 5
    values, vectors = np.linalg.eigh(np.cov(x.T))
    W = vectors @ np.diag(values**-0.5) @ vectors.T
    transform = v2.LinearTransformation(torch.tensor(W), torch.tensor(x.mean(0)))
    white = transform(torch.tensor(x).reshape(400, 3, 2, 2)).reshape(400, 12).numpy()
    np.testing.assert_allclose(white, (x - x.mean(0)) @ W, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(np.cov(white.T), np.eye(12), atol=1e-9)


def test_grayscale():
    x = np.random.default_rng(0).random((3, 5, 6))
    expected = 0.2989 * x[0] + 0.587 * x[1] + 0.114 * x[2]
    np.testing.assert_allclose(v2.Grayscale()(torch.tensor(x))[0], expected, rtol=1e-9)


def test_random_apply_is_all_or_nothing():
    torch.manual_seed(0)
    parts = [v2.Lambda(lambda x: x + 1), v2.Lambda(lambda x: x * 2)]
    x = torch.tensor(10)
    assert v2.RandomApply(parts, p=0.0)(x) == 10
    assert v2.RandomApply(parts, p=1.0)(x) == 22
    apply = v2.RandomApply(parts, p=0.3)
    drawn = [int(apply(x)) for _ in range(2000)]
    assert set(drawn) == {10, 22}
    found, error = share(value == 22 for value in drawn)
    assert abs(found - 0.3) < error


def test_random_order_is_a_permutation():
    torch.manual_seed(0)
    called = []
    parts = [v2.Lambda(lambda x, n=n: called.append(n) or x) for n in range(4)]
    orders = set()
    for _ in range(600):
        called.clear()
        v2.RandomOrder(parts)(torch.zeros(1))
        assert sorted(called) == [0, 1, 2, 3]
        orders.add(tuple(called))
    assert len(orders) == 24  # each is missed with a probability of 24 * (23/24)**600 < 1e-9


def test_random_choice_by_counting():
    torch.manual_seed(0)
    choose = v2.RandomChoice([v2.Lambda(lambda x: 0), v2.Lambda(lambda x: 1)], p=[3, 1])
    found, error = share(choose(torch.zeros(1)) for _ in range(4000))
    assert abs(found - 0.25) < error


def test_random_erasing_stays_in_its_range():
    torch.manual_seed(0)
    transform = v2.RandomErasing(p=1.0, scale=(0.05, 0.2), ratio=(0.5, 2.0))
    for _ in range(200):
        erased = transform(torch.ones(1, 64, 64))[0] == 0
        h, w = erased.any(1).sum().item(), erased.any(0).sum().item()
        assert erased.sum() == h * w  # one rectangle
        assert 0.05 - 0.04 < h * w / 64**2 < 0.2 + 0.04  # sides are rounded to pixels
        assert 0.5 * 0.85 < h / w < 2.0 / 0.85


def test_random_resized_crop_covers_the_stated_share():
    torch.manual_seed(0)
    for _ in range(200):
        _, _, height, width = (
            v2.RandomResizedCrop(8).make_params([torch.zeros(3, 100, 120)]).values()
        )
        assert 0.08 - 0.02 < height * width / 12_000 <= 1
        assert 3 / 4 * 0.9 < width / height < 4 / 3 / 0.9


@given(st.integers(10, 80), st.integers(10, 80), st.data())
@many
def test_boxes_and_masks_follow_a_flip(height, width, data):
    x0 = data.draw(st.integers(0, width - 2))
    x1 = data.draw(st.integers(x0 + 1, width))
    boxes = tv_tensors.BoundingBoxes([[x0, 1, x1, 5]], format="XYXY", canvas_size=(height, width))
    mask = tv_tensors.Mask(torch.zeros(height, width, dtype=torch.bool))
    mask[1:5, x0:x1] = True
    moved, moved_mask = v2.RandomHorizontalFlip(p=1.0)(boxes, mask)
    assert moved.tolist() == [[width - x1, 1, width - x0, 5]]
    left, top, right, bottom = moved[0].tolist()
    assert moved_mask[top:bottom, left:right].all()
    assert moved_mask.sum() == mask.sum()


@pytest.mark.parametrize("seed", range(5))
def test_mix_up(seed):
    torch.manual_seed(seed)
    images, labels = torch.rand(4, 3, 6, 7, dtype=torch.float64), torch.arange(4)
    mixed, soft = v2.MixUp(num_classes=4)(images, labels)
    share = soft[0, 0]
    torch.testing.assert_close(soft.sum(1), torch.ones(4))
    others = images.roll(1, 0)
    torch.testing.assert_close(mixed, share * images + (1 - share) * others, rtol=1e-5, atol=1e-6)
    expected = share * torch.eye(4) + (1 - share) * torch.eye(4).roll(1, 0)
    torch.testing.assert_close(soft, expected)


@pytest.mark.parametrize("seed", range(5))
def test_cut_mix_labels_are_the_areas(seed):
    torch.manual_seed(seed)
    images, labels = torch.rand(4, 3, 30, 40), torch.arange(4)
    mixed, soft = v2.CutMix(num_classes=4)(images, labels)
    kept = (mixed == images).all(1).flatten(1).float().mean(1)
    torch.testing.assert_close(soft.diagonal(), kept)


def test_five_outcomes_differ_from_draw_to_draw():
    torch.manual_seed(0)
    image = torch.randint(256, (3, 32, 32), dtype=torch.uint8)
    for transform in (v2.RandomCrop(20), v2.RandomRotation(45), v2.ColorJitter(0.5), v2.AugMix()):
        assert len({transform(image).numpy().tobytes() for _ in range(5)}) > 1


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_rotation_by_quarter_turns(turns):
    image = torch.arange(50).reshape(2, 5, 5)
    angle = 90 * turns
    assert v2.RandomRotation((angle, angle))(image).equal(torch.rot90(image, turns, (1, 2)))


@many
@given(images)
def test_values_turned_over_and_cut(image):
    x = image.numpy()
    np.testing.assert_array_equal(v2.RandomInvert(p=1.0)(image), 255 - x)
    np.testing.assert_array_equal(v2.RandomPosterize(3, p=1.0)(image), x & 0b11100000)
    expected = np.where(x >= 100, 255 - x, x)
    np.testing.assert_array_equal(v2.RandomSolarize(100, p=1.0)(image), expected)


def test_autocontrast_stretches_each_channel():
    x = np.random.default_rng(0).random((3, 5, 6)) * 0.3 + 0.2
    low, high = x.min((1, 2), keepdims=True), x.max((1, 2), keepdims=True)
    found = v2.RandomAutocontrast(p=1.0)(torch.tensor(x))
    np.testing.assert_allclose(found, (x - low) / (high - low), rtol=1e-9, atol=1e-12)


def test_a_sharpness_factor_of_one_changes_nothing():
    image = torch.randint(256, (3, 9, 9), generator=torch.Generator().manual_seed(0))
    image = image.to(torch.uint8)
    assert v2.RandomAdjustSharpness(1, p=1.0)(image).equal(image)


@pytest.mark.parametrize("factor", [0.0, 0.5, 1.0, 3.0])
def test_brightness_multiplies_and_clips(factor):
    x = np.random.default_rng(0).random((3, 5, 6))
    found = v2.ColorJitter(brightness=(factor, factor))(torch.tensor(x))
    np.testing.assert_allclose(found, np.clip(x * factor, 0, 1), rtol=1e-9)


def test_corners_of_random_perspective_move_inwards_by_the_stated_share():
    torch.manual_seed(0)
    height, width, scale = 101, 201, 0.4
    inside = torch.zeros(1, height, width)
    h, w = int(scale * height / 2) + 2, int(scale * width / 2) + 2
    for _ in range(50):
        seen = v2.RandomPerspective(scale, p=1.0)(torch.ones_like(inside))
        assert (seen[:, h:-h, w:-w] > 0.99).all()


def test_a_box_whose_centre_is_cut_off_becomes_empty():
    torch.manual_seed(0)
    image = tv_tensors.Image(torch.zeros(3, 80, 90))
    corners = [[0, 0, 40, 40], [50, 50, 90, 80], [5, 50, 20, 75]]
    boxes = tv_tensors.BoundingBoxes(corners, format="XYXY", canvas_size=(80, 90))
    emptied = 0
    for _ in range(100):
        transform = v2.RandomIoUCrop()
        _, moved = transform(image, boxes)
        empty = (moved == 0).all(1)
        emptied += int(empty.sum())
        assert len(moved) == 3
        assert not empty.all()
    assert emptied > 0


def test_seeds_of_v2_and_v1():
    def draw(module):
        torch.manual_seed(0)
        parts = [module.Lambda(lambda x, n=n: n) for n in range(1000)]
        return module.RandomChoice(parts)(torch.zeros(1))

    assert len({draw(v2) for _ in range(5)}) == 1
    assert len({draw(v1) for _ in range(5)}) > 1  # all equal by chance: 1e-12


@pytest.mark.parametrize(
    "policy", [v2.TrivialAugmentWide(), v2.RandAugment(), v2.AutoAugment(), v2.AugMix()]
)
def test_policies_take_no_boxes(policy):
    image = tv_tensors.Image(torch.zeros(3, 8, 8, dtype=torch.uint8))
    boxes = tv_tensors.BoundingBoxes([[1, 1, 4, 4]], format="XYXY", canvas_size=(8, 8))
    with pytest.raises(TypeError, match="BoundingBoxes"):
        policy(image, boxes)


@pytest.mark.parametrize("mixing", [v2.MixUp, v2.CutMix])
def test_mixing_takes_no_boxes(mixing):
    boxes = tv_tensors.BoundingBoxes([[1, 1, 4, 4]], format="XYXY", canvas_size=(8, 8))
    with pytest.raises(ValueError, match=r"does not support .* bounding boxes"):
        mixing(num_classes=2)(torch.rand(2, 3, 8, 8), torch.tensor([0, 1]), boxes)


def test_of_plain_tensors_the_first_is_the_image():
    flip = v2.RandomHorizontalFlip(p=1.0)
    image, other = torch.arange(12).reshape(1, 3, 4), torch.tensor([[1, 2, 3, 4]])
    moved, kept = flip(image, other)
    assert moved.equal(image.flip(-1))
    assert kept.equal(other)
    moved, kept = flip(image, tv_tensors.Image(image))
    assert moved.equal(image)
    assert kept.equal(image.flip(-1))


def test_one_channel_of_normalize_is_broadcast_in_v2_alone():
    mean, std, image = [0.5] * 3, [0.5] * 3, torch.zeros(1, 2, 2)
    assert v2.Normalize(mean, std)(image).shape == (3, 2, 2)
    with pytest.raises(RuntimeError, match="broadcast shape"):
        v1.Normalize(mean, std)(image)
