"""What the sentences of transforms/colour say."""

import inspect

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from support import says
from torchvision import transforms as v1
from torchvision import tv_tensors
from torchvision.transforms import v2

COLOUR = [
    v2.ColorJitter((2, 2), (0.5, 0.5), (0.5, 0.5), (0.2, 0.2)),
    v2.Grayscale(3),
    v2.RandomGrayscale(p=1.0),
    v2.GaussianBlur(3, sigma=1.0),
    v2.GaussianNoise(),
    v2.RandomPhotometricDistort(p=1.0),
    v2.RandomInvert(p=1.0),
    v2.RandomPosterize(2, p=1.0),
    v2.RandomSolarize(0.5, p=1.0),
    v2.RandomAdjustSharpness(4, p=1.0),
    v2.RandomAutocontrast(p=1.0),
    v2.RandomEqualize(p=1.0),
    v2.RandomChannelPermutation(),
]
transforms = pytest.mark.parametrize("transform", COLOUR, ids=lambda t: type(t).__name__)
UNIT = v2.ToDtype(torch.float32, scale=True)


def dull(*shape):
    generator = torch.Generator().manual_seed(0)
    return torch.randint(40, 160, shape, generator=generator).to(torch.uint8)


@says("transforms/colour", "On uint8 (0 to 255) or float (0 to 1) images, before Normalize.")
@says("transforms/colour", "Boxes and masks stay as they are.")
@says("transforms/colour/photometric", "Boxes stay as they are.")
@says("transforms/policies/boxes_and_masks", "Colour transforms change the image alone.")
@transforms
def test_colour_changes_the_image_alone(transform):
    image = dull(3, 30, 30)
    boxes = tv_tensors.BoundingBoxes([[1, 1, 4, 4]], format="XYXY", canvas_size=(30, 30))
    mask = tv_tensors.Mask(torch.eye(30, dtype=torch.uint8))
    torch.manual_seed(3)
    for x in (tv_tensors.Image(image), tv_tensors.Image(UNIT(image))):
        changed, kept_boxes, kept_mask = transform(x, boxes, mask)
        assert kept_boxes.equal(boxes)
        assert kept_mask.equal(mask)
        assert not changed.equal(x)
        assert changed.dtype is x.dtype
        assert changed.min() >= 0
        assert changed.max() <= (255 if x.dtype is torch.uint8 else 1)


@says(
    "transforms/colour/color_jitter",
    "A number b draws the factor from max(0, 1 - b) to 1 + b; a pair is the range itself.",
)
@given(st.floats(0.1, 2.0))
def test_range_of_the_factor(b):
    for name in ("brightness", "contrast", "saturation"):
        assert getattr(v2.ColorJitter(**{name: b}), name) == (max(0, 1 - b), 1 + b)
        assert getattr(v2.ColorJitter(**{name: (b, b + 1)}), name) == (b, b + 1)
    pixel = torch.tensor(0.3).view(1, 1, 1)
    factors = torch.stack([v2.ColorJitter(b)(pixel) / 0.3 for _ in range(100)])
    assert max(0, 1 - b) - 1e-5 <= factors.min() < max(0, 1 - b) + 0.4 * b
    assert 1 + 0.6 * b < factors.max() <= 1 + b + 1e-5


@says(
    "transforms/colour/color_jitter",
    "Hue moves by up to h of the circle, h at most 0.5.",
)
@pytest.mark.parametrize("h", [0.1, 0.5])
def test_hue_moves_on_the_circle(h):
    drawn = [v2.ColorJitter(hue=h).make_params([])["hue_factor"] for _ in range(200)]
    assert -h <= min(drawn) < -0.9 * h < 0.9 * h < max(drawn) <= h
    red = torch.tensor([1.0, 0.0, 0.0]).view(3, 1, 1)
    third = v2.ColorJitter(hue=(1 / 3, 1 / 3))(red)  # a third of the circle further is green
    torch.testing.assert_close(third.flatten(), torch.tensor([0.0, 1.0, 0.0]))
    with pytest.raises(ValueError, match="hue"):
        v2.ColorJitter(hue=0.51)


@says(
    "transforms/colour/color_jitter",
    "Values beyond the range of the type are clipped, 0 to 1 for float images: jitter before "
    "Normalize.",
)
@pytest.mark.parametrize("setting", ["brightness", "contrast", "saturation"])
def test_values_beyond_the_range_are_clipped(setting):
    jitter = v2.ColorJitter(**{setting: (3, 3)})
    image = torch.arange(0, 255, 5, dtype=torch.uint8).repeat(3)[torch.randperm(153)].view(3, 3, 17)
    assert jitter(image).aminmax() == (0, 255)
    assert jitter(UNIT(image)).aminmax() == (0, 1)
    assert jitter(UNIT(image) * 4 - 2).min() == 0  # of normalised values half are lost


@says("transforms/colour/grayscale", "Weights of the eye for red, green and blue.")
@says(
    "transforms/colour/grayscale",
    "One channel, or three equal ones with `num_output_channels=3`, for networks that want three.",
)
@pytest.mark.parametrize("batch", [(), (4,)])
def test_channels_of_grayscale(batch):
    x = torch.rand(*batch, 3, 4, 5, dtype=torch.float64)
    weights = torch.tensor([0.299, 0.587, 0.114], dtype=torch.float64)  # of ITU-R BT.601
    grey = torch.einsum("c,...chw->...hw", weights, x)
    one, three = v2.Grayscale()(x), v2.Grayscale(num_output_channels=3)(x)
    torch.testing.assert_close(one, grey.unsqueeze(-3), atol=2e-4, rtol=0)
    assert three.equal(torch.cat([one] * 3, dim=-3))


@says("transforms/colour/random_grayscale", "grey with probability p.")
@says(
    "transforms/colour/random_grayscale",
    "Keeps the three channels, equal when grey. p is 0.1 unless said otherwise.",
)
@pytest.mark.parametrize("dtype", [torch.uint8, torch.float32])
def test_random_grayscale_keeps_three_channels(dtype):
    torch.manual_seed(0)
    image = v2.ToDtype(dtype, scale=True)(dull(3, 2, 2))
    grey = v2.RandomGrayscale(p=1.0)(image)
    assert grey.shape == image.shape
    assert grey[0].equal(grey[1])
    assert grey[0].equal(grey[2])
    share = sum(not v2.RandomGrayscale()(image).equal(image) for _ in range(1000)) / 1000
    assert abs(share - 0.1) < 0.05


@says(
    "transforms/colour/gaussian_blur",
    "The kernel size is odd, and about six sigma wide to show the whole bell.",
)
@pytest.mark.parametrize("sigma", [1.0, 2.0, 5.0])
def test_width_of_the_bell(sigma):
    point = torch.zeros(1, 101, 101, dtype=torch.float64)
    point[0, 50, 50] = 1
    whole = v2.GaussianBlur(101, sigma)(point)[0].sum(0)
    half = int(3 * sigma)
    assert (
        whole[50 - half : 51 + half].sum()
        > 0.997
        > 0.9
        > whole[51 - half // 2 : 50 + half // 2].sum()
    )
    with pytest.raises(ValueError, match="odd"):
        v2.GaussianBlur(6)


@says("transforms/colour/gaussian_blur", "`sigma` is a number or a range.")
@given(st.floats(0.5, 3.0))
def test_sigma_is_a_number_or_a_range(sigma):
    fixed = [v2.GaussianBlur(5, sigma).make_params([])["sigma"][0] for _ in range(5)]
    assert fixed == pytest.approx([sigma] * 5)
    drawn = [v2.GaussianBlur(5, (sigma, 4.0)).make_params([])["sigma"][0] for _ in range(50)]
    assert sigma <= min(drawn) < max(drawn) <= 4


@says(
    "transforms/colour/gaussian_noise",
    "Adds normal noise of the given mean and sigma, in units of the full range, and clips to 0 to "
    "1, or 0 to 255 for uint8.",
    "Tensors only.",
)
@pytest.mark.parametrize(("dtype", "full"), [(torch.uint8, 255), (torch.float32, 1)])
def test_gaussian_noise(dtype, full):
    torch.manual_seed(0)
    grey = v2.ToDtype(dtype, scale=True)(torch.full((1, 200, 200), 0.5))
    noise = v2.GaussianNoise(mean=0.1, sigma=0.1)(grey).double() / full - grey.double() / full
    assert abs(noise.mean() - 0.1) < 0.005
    assert abs(noise.std() - 0.1) < 0.003
    inside = ((noise - 0.1).abs() < 0.1).double().mean()
    assert abs(inside - 0.683) < 0.03  # as of a normal distribution
    assert v2.GaussianNoise(sigma=1.0)(grey).aminmax() == (0, full)
    with pytest.raises(ValueError, match="PIL"):
        v2.GaussianNoise()(Image.new("RGB", (4, 4)))


@says(
    "transforms/colour/photometric",
    "Brightness, contrast, saturation, hue and swapped channels, each with probability p (0.5 "
    "unless said otherwise); contrast comes early or late.",
)
@pytest.mark.parametrize("p", [None, 0.2, 0.8])
def test_parts_of_photometric_distort(p):
    torch.manual_seed(0)
    settings = {} if p is None else {"p": p}
    transform = v2.RandomPhotometricDistort(**settings)
    drawn = [transform.make_params([torch.zeros(3, 2, 2)]) for _ in range(1000)]
    parts = ["brightness_factor", "contrast_factor", "saturation_factor", "hue_factor"]
    for part in [*parts, "channel_permutation"]:
        share = sum(params[part] is not None for params in drawn) / 1000
        assert abs(share - settings.get("p", 0.5)) < 0.08
    assert 400 < sum(params["contrast_before"] for params in drawn) < 600
    image = UNIT(dull(3, 8, 8))
    none = dict.fromkeys([*parts, "channel_permutation"])
    orders = [
        transform.transform(
            image,
            {**none, "contrast_factor": 1.5, "hue_factor": 0.1, "contrast_before": first},
        )
        for first in (True, False)
    ]
    assert not orders[0].equal(orders[1])


@says(
    "transforms/colour/invert_and_solarize",
    "With probability p, 0.5 unless said otherwise.",
)
@says(
    "transforms/colour/sharpness_and_contrast",
    "With probability p, 0.5 unless said otherwise.",
)
@pytest.mark.parametrize(
    ("transform", "settings"),
    [
        (v2.RandomInvert, {}),
        (v2.RandomPosterize, {"bits": 2}),
        (v2.RandomSolarize, {"threshold": 90}),
        (v2.RandomAdjustSharpness, {"sharpness_factor": 5}),
        (v2.RandomAutocontrast, {}),
        (v2.RandomEqualize, {}),
    ],
)
@pytest.mark.parametrize("p", [None, 0.1])
def test_probability(transform, settings, p):
    torch.manual_seed(0)
    assert inspect.signature(transform).parameters["p"].default == 0.5
    change = transform(**settings) if p is None else transform(**settings, p=p)
    image = dull(3, 32, 32)
    share = sum(not change(image).equal(image) for _ in range(300)) / 300
    assert abs(share - (p or 0.5)) < 0.15


@says(
    "transforms/colour/invert_and_solarize",
    "`RandomPosterize` keeps the first `bits` of a value, `RandomSolarize` inverts values from "
    "the threshold up.",
)
@given(st.integers(0, 8), st.integers(0, 255))
def test_posterize_and_solarize(bits, threshold):
    x = np.arange(256, dtype=np.uint8)
    image = torch.tensor(x).view(1, 16, 16)
    found = v2.RandomPosterize(bits, p=1.0)(image).flatten()
    np.testing.assert_array_equal(found, x >> (8 - bits) << (8 - bits))
    found = v2.RandomSolarize(threshold, p=1.0)(image).flatten()
    np.testing.assert_array_equal(found, np.where(x >= threshold, 255 - x, x))


@says("transforms/colour/invert_and_solarize", "AutoAugment is made of such parts.")
@pytest.mark.parametrize("policy", [v2.AutoAugmentPolicy.IMAGENET, v2.AutoAugmentPolicy.SVHN])
def test_parts_of_auto_augment(policy):
    parts = {part[0] for pair in v2.AutoAugment(policy)._policies for part in pair}
    assert {"Invert", "Solarize"} <= parts
    assert {"Posterize", "AutoContrast"} & parts


@says(
    "transforms/colour/sharpness_and_contrast",
    "A sharpness factor of 0 blurs, 1 changes nothing, above 1 sharpens.",
)
@given(st.floats(1.2, 9))
def test_sharpness_factor(factor):
    image = UNIT(dull(1, 12, 12))
    blurred, same, sharp = (v2.RandomAdjustSharpness(f, p=1.0)(image) for f in (0, 1, factor))
    torch.testing.assert_close(same, image)
    steps = [x.diff(dim=-1).abs().mean() for x in (blurred, image, sharp)]
    assert steps[0] < 0.8 * steps[1] < steps[1] < steps[2]


@says(
    "transforms/colour/sharpness_and_contrast",
    "Autocontrast stretches each channel to the full range; equalizing spreads the values evenly; "
    "v1 does it for uint8 alone.",
)
@pytest.mark.parametrize(("dtype", "full"), [(torch.uint8, 255), (torch.float32, 1.0)])
def test_autocontrast_and_equalize(dtype, full):
    image = v2.ToDtype(dtype, scale=True)(
        (dull(3, 64, 64) // 4 * torch.arange(1, 4).view(3, 1, 1)).byte()
    )
    stretched = v2.RandomAutocontrast(p=1.0)(image)
    assert stretched.amin((1, 2)).tolist() == [0, 0, 0]
    assert (stretched.amax((1, 2)) >= full * 0.995).all()
    even = (
        v2.RandomEqualize(p=1.0)(image)
        .double()
        .flatten(1)
        .quantile(torch.arange(1, 10).double() / 10, dim=1)
    )
    expected = full * torch.arange(1, 10).double()[:, None] / 10
    assert (even - expected).abs().max() < 0.06 * full
    if dtype is torch.uint8:
        assert v1.RandomEqualize(p=1.0)(image).shape == image.shape
    else:
        with pytest.raises(TypeError, match="uint8"):
            v1.RandomEqualize(p=1.0)(image)


@says(
    "transforms/colour/channel_permutation",
    "Also what an image looks like that was read as BGR (OpenCV) and taken for RGB: "
    "`image[[2, 1, 0]]` puts it right.",
)
@given(st.integers(1, 5), st.integers(1, 5))
def test_bgr_to_rgb(height, width):
    rgb = dull(3, height, width)
    bgr = torch.from_numpy(rgb.permute(1, 2, 0).numpy()[..., ::-1].copy()).permute(2, 0, 1)
    assert bgr[[2, 1, 0]].equal(rgb)
    orders = {v2.RandomChannelPermutation()(rgb).numpy().tobytes() for _ in range(60)}
    assert bgr.numpy().tobytes() in orders
