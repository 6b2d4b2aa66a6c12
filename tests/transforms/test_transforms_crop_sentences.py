"""What the sentences of transforms/crop say."""

import inspect
import math
import warnings

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from recipes import names_of
from support import says
from torchvision import tv_tensors
from torchvision.transforms import v2


@says("transforms/crop", "Sizes are (height, width); one number means a square.")
@pytest.mark.parametrize(
    "crop", [v2.RandomCrop, v2.CenterCrop, v2.RandomResizedCrop, v2.FiveCrop, v2.TenCrop]
)
def test_sizes_are_height_and_width(crop):
    for size, expected in (((4, 7), (3, 4, 7)), (5, (3, 5, 5))):
        found = crop(size)(torch.zeros(3, 9, 11))
        found = found if isinstance(found, tuple) else (found,)
        assert {tuple(image.shape) for image in found} == {expected}


@says(
    "transforms/crop/random_crop",
    "`padding` comes first: 32 with `padding=4` becomes 40, cropped to 32.",
)
def test_padding_comes_before_the_crop():
    torch.manual_seed(0)
    image, crop = torch.ones(1, 32, 32), v2.RandomCrop(32, padding=4)
    seen = [crop(image) for _ in range(300)]
    assert {tuple(found.shape) for found in seen} == {(1, 32, 32)}
    rows = [int((found[0].amax(1) == 0).sum()) for found in seen]
    assert (min(rows), max(rows)) == (0, 4)  # of the padding


@says(
    "transforms/crop/random_crop",
    "An image smaller than the window is an error unless `pad_if_needed=True`.",
)
@given(st.integers(1, 9), st.integers(1, 9))
def test_an_image_smaller_than_the_window(height, width):
    image = torch.ones(1, height, width)
    assert v2.RandomCrop(8, pad_if_needed=True)(image).shape == (1, 8, 8)
    if min(height, width) < 8:
        with pytest.raises(ValueError, match="larger than"):
            v2.RandomCrop(8)(image)
    else:
        assert v2.RandomCrop(8)(image).shape == (1, 8, 8)


@says(
    "transforms/crop/center_crop",
    "An image smaller than the window is padded with zeros, without a word.",
)
@given(st.integers(1, 9), st.integers(1, 9))
def test_center_crop_pads_with_zeros(height, width):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = v2.CenterCrop(10)(torch.ones(2, height, width))
    assert found.shape == (2, 10, 10)
    assert found.sum() == 2 * height * width


@says(
    "transforms/crop/random_resized_crop",
    "It covers `scale` of the area (0.08 to 1) at an aspect ratio in `ratio` (3/4 to 4/3); of an "
    "image too narrow for both it takes the middle, always the same.",
)
@pytest.mark.parametrize("shape", [(200, 200), (150, 300), (400, 100)])
@pytest.mark.parametrize("scale", [(0.08, 1.0), (0.2, 0.3)])
def test_share_of_a_random_resized_crop(shape, scale):
    torch.manual_seed(0)
    default = inspect.signature(v2.RandomResizedCrop).parameters
    assert default["scale"].default == (0.08, 1.0)
    assert default["ratio"].default == (3 / 4, 4 / 3)
    transform = v2.RandomResizedCrop(8, scale=scale)
    for _ in range(100):
        found = transform.make_params([torch.zeros(1, *shape)])
        height, width = found["height"], found["width"]
        assert scale[0] * 0.97 < height * width / math.prod(shape) < scale[1] * 1.03
        assert 3 / 4 * 0.97 < width / height < 4 / 3 * 1.03
        narrow = transform.make_params([torch.zeros(1, 10, 1000)])
        assert narrow == {"top": 0, "left": 493, "height": 10, "width": 13}


@says(
    "transforms/crop/ten_crop",
    "A tuple of 10; `vertical_flip=True` turns them upside down instead.",
)
@given(st.integers(1, 5), st.integers(1, 6))
def test_ten_crop_of_both_flips(height, width):
    image = torch.arange(30).view(1, 5, 6)
    for vertical, dim in ((False, -1), (True, -2)):
        ten = v2.TenCrop((height, width), vertical_flip=vertical)(image)
        assert type(ten) is tuple
        expected = [*v2.FiveCrop((height, width))(image)]
        expected += v2.FiveCrop((height, width))(image.flip(dim))
        assert torch.stack(ten).equal(torch.stack(expected))


@says("transforms/crop/ten_crop", "top left there, top right here")
def test_the_sixth_crop_is_the_second_mirrored():
    names = names_of("transforms/crop/ten_crop")
    image, batch = names["image"], names["batch"]
    assert batch[5].flip(-1).equal(image[:, :250, -300:])
    assert batch[5].equal(image.flip(-1)[:, :250, :300])


@says(
    "transforms/crop/ten_crop",
    "A v2 `Lambda` sees each crop alone, of plain tensors only the first: stack outside.",
)
@pytest.mark.parametrize(("crop", "count"), [(v2.FiveCrop(2), 5), (v2.TenCrop(2), 10)])
def test_a_lambda_sees_each_crop(crop, count):
    seen = []
    pipeline = v2.Compose([crop, v2.Lambda(lambda x: seen.append(x.shape))])
    pipeline(tv_tensors.Image(torch.zeros(3, 4, 5)))
    assert seen == [(3, 2, 2)] * count
    pipeline(torch.zeros(3, 4, 5))
    assert seen == [(3, 2, 2)] * (count + 1)


@says("transforms/crop/random_iou_crop", "a crop that keeps at least one box.")
@says(
    "transforms/crop/random_iou_crop",
    "A box whose centre falls outside becomes empty: `SanitizeBoundingBoxes` takes it and its "
    "label out.",
    "Sometimes the whole image is kept.",
)
def test_boxes_of_a_random_iou_crop():
    torch.manual_seed(0)
    corners = [[0, 0, 40, 40], [50, 50, 90, 80], [5, 50, 20, 75]]
    boxes = tv_tensors.BoundingBoxes(corners, format="XYXY", canvas_size=(80, 90))
    canvas = torch.arange(7200).view(1, 80, 90)  # a pixel tells its place
    whole, emptied = 0, 0
    for _ in range(25):
        target = {"boxes": boxes, "labels": torch.arange(3)}
        image, found = v2.RandomIoUCrop()(tv_tensors.Image(canvas), target)
        top, left = divmod(int(image[0, 0, 0]), 90)
        height, width = image.shape[1:]
        centres = (boxes[:, :2] + boxes[:, 2:]) / 2 - torch.tensor([left, top])
        inside = ((centres > 0) & (centres < torch.tensor([width, height]))).all(1)
        assert (found["boxes"] == 0).all(1).equal(~inside)
        kept = v2.SanitizeBoundingBoxes()(found)
        assert kept["labels"].equal(torch.arange(3)[inside])
        assert len(kept["boxes"]) == int(inside.sum()) > 0
        whole += image.shape == canvas.shape
        emptied += int((~inside).sum())
    assert 0 < whole < 25
    assert emptied > 0


@says(
    "transforms/crop/random_zoom_out",
    "Small objects for detectors: with probability p the canvas is 1 to 4 times as large in each "
    "direction, filled with `fill`.",
)
@pytest.mark.parametrize("p", [0.0, 0.5, 1.0])
def test_canvas_of_random_zoom_out(p):
    torch.manual_seed(0)
    image, sides = torch.zeros(1, 20, 30, dtype=torch.uint8), []
    for _ in range(300):
        found = v2.RandomZoomOut(fill=7, p=p)(image)
        assert (found == 7).sum() == found.numel() - 600
        assert abs(found.shape[1] / 20 - found.shape[2] / 30) < 0.06
        sides.append(found.shape[1] / 20)
    assert 1 <= min(sides) <= max(sides) <= 4
    if p:
        assert max(sides) > 3.8
    assert abs(sum(side > 1 for side in sides) / 300 - p) < 0.15
