"""What the sentences of vision/pictures say."""

import io
import math
from functools import cache

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from recipes import names_of
from scipy.ndimage import gaussian_filter
from support import says
from torchvision import tv_tensors
from torchvision.transforms import v2
from torchvision.transforms.v2.functional import pil_to_tensor

entry = cache(lambda stem, until=None: names_of(f"vision/pictures/{stem}", until))
seeds = st.integers(0, 2**20)


@says(
    "vision/pictures/read_pictures",
    "PIL with `pil_to_tensor` gives the bytes of a PNG as they are, without another package.",
    "Say the mode: grey, palette and transparent files have other numbers of channels.",
)
@pytest.mark.parametrize(("mode", "channels"), [("RGB", 3), ("L", 1), ("P", 1), ("RGBA", 4)])
def test_bytes_of_a_png(mode, channels):
    torch.manual_seed(0)
    file, bands = io.BytesIO(), {"P": 1}.get(mode, channels)
    image = torch.randint(256, (bands, 5, 7), dtype=torch.uint8)
    array = image.movedim(0, -1).squeeze(-1).numpy()
    picture = Image.fromarray(array)
    if mode == "P":
        picture.putpalette([n // 3 for n in range(768)])
    assert picture.mode == mode
    picture.save(file, "PNG")
    loaded = Image.open(file)
    assert pil_to_tensor(loaded).equal(image)
    assert pil_to_tensor(loaded).shape[0] == channels
    assert pil_to_tensor(loaded.convert("RGB")).shape[0] == 3


@says(
    "vision/pictures/paired_crop",
    "What keeps the size, such as flips, goes through one call for both; two calls would draw "
    "twice.",
)
@pytest.mark.parametrize("flip", [v2.RandomHorizontalFlip(), v2.RandomVerticalFlip()])
def test_one_call_or_two(flip):
    torch.manual_seed(0)
    high = torch.rand(1, 8, 8)
    low = F.avg_pool2d(high, 2)
    low, high = tv_tensors.Image(low), tv_tensors.Image(high)
    apart = 0
    for _ in range(30):
        one, other = flip(low, high)
        torch.testing.assert_close(one.data, F.avg_pool2d(other.data, 2))
        apart += not flip(low).data.allclose(F.avg_pool2d(flip(high).data, 2))
    assert apart > 5


@given(seed=seeds, scale=st.integers(1, 4), size=st.integers(1, 6))
def test_a_paired_crop_shows_one_place(seed, scale, size):
    torch.manual_seed(seed)
    low = torch.rand(2, 6, 9)
    high = low.repeat_interleave(scale, dim=1).repeat_interleave(scale, dim=2)
    one, other = entry("paired_crop")["paired_crop"](low, high, size, scale)
    assert one.shape == (2, size, size)
    assert other.equal(one.repeat_interleave(scale, dim=1).repeat_interleave(scale, dim=2))


@says(
    "vision/pictures/shrink",
    "Without `antialias` each pixel of the small picture looks at a few neighbours of its place "
    "and skips the rest: fine stripes become wrong, coarse ones.",
)
@pytest.mark.parametrize(("mode", "most"), [("bilinear", 2), ("bicubic", 4)])
def test_which_pixels_a_small_picture_looks_at(mode, most):
    for antialias in (False, True):
        image = torch.rand(1, 1, 1, 80, requires_grad=True)
        small = F.interpolate(image, size=(1, 10), mode=mode, antialias=antialias)
        small[0, 0, 0, 5].backward()
        looked = (image.grad != 0).sum()
        assert (looked <= most) == (not antialias)
    used = entry("shrink")
    line = used["wrong"][0, 0, 0] - used["wrong"].mean()
    crossings = (line[1:] * line[:-1] < 0).sum()
    true = used["stripes"][0, 0, 0] - 0.5
    assert 3 <= crossings < (true[1:] * true[:-1] < 0).sum() / 2


@says(
    "vision/pictures/shrink",
    "Bicubic overshoots at edges, below 0 and above 1.",
    "`v2.Resize` takes antialias by itself, but for the nearest pixel, `F.interpolate` does not.",
)
@pytest.mark.parametrize("size", [7, 16, 40])
def test_bicubic_overshoots(size):
    edge = torch.cat([torch.zeros(1, 1, 20, 10), torch.ones(1, 1, 20, 10)], dim=3)
    large = F.interpolate(edge, size=(size, size), mode="bicubic", antialias=True)
    assert large.min() < 0
    assert large.max() > 1
    smooth = F.interpolate(edge, size=(7, 7), mode="bicubic", antialias=True)
    resize = v2.Resize((7, 7), interpolation=v2.InterpolationMode.BICUBIC)
    torch.testing.assert_close(resize(edge), smooth)
    stripes = entry("shrink")["stripes"]
    for mode, steady in (("BILINEAR", True), ("BICUBIC", True), ("NEAREST", False)):
        small = v2.Resize((15, 15), interpolation=v2.InterpolationMode[mode])(stripes)
        assert (small.std() < 0.05) == steady
    assert not F.interpolate(edge, size=(7, 7), mode="bicubic").allclose(smooth)


@says(
    "vision/pictures/psnr",
    "Ten times the logarithm of the largest square error that is possible over the mean one: "
    "ten times less error is 10 dB more.",
    "Take the mean of the PSNR of pictures: the PSNR of their mean error is never higher.",
)
@given(seed=seeds, peak=st.sampled_from([1.0, 2.0, 255.0]))
def test_psnr(seed, peak):
    psnr = entry("psnr")["psnr"]
    torch.manual_seed(seed)
    image, target = peak * torch.rand(2, 4, 3, 5, 6, dtype=torch.float64)
    values, errors = psnr(image, target, peak), []
    for one, other, value in zip(image.numpy(), target.numpy(), values, strict=True):
        errors.append(float(np.mean((one - other) ** 2)))
        assert value.item() == pytest.approx(10 * math.log10(peak**2 / errors[-1]))
    closer = target + (image - target) / 10**0.5
    torch.testing.assert_close(psnr(closer, target, peak), values + 10)
    assert 10 * math.log10(peak**2 / np.mean(errors)) <= values.mean() + 1e-9


@says(
    "vision/pictures/psnr",
    "`peak` is the range of the values: 1 for floats, 255 for bytes, which must be float first.",
)
def test_bytes_wrap_round():
    psnr = entry("psnr")["psnr"]
    target = torch.full((1, 1, 4, 4), 100, dtype=torch.uint8)
    image = target - 10
    right = psnr(image.float(), target.float(), peak=255)
    torch.testing.assert_close(right, psnr(image / 255, target / 255))
    assert (image - target).min() == 246  # 90 - 100


def plain_ssim(x, y, peak):
    """By SciPy's filter, which has its own window; where it does not reach over the border."""

    def mean(z):
        return gaussian_filter(z, 1.5, truncate=3.5)[5:-5, 5:-5]

    mx, my = mean(x), mean(y)
    xx, yy, xy = mean(x * x) - mx**2, mean(y * y) - my**2, mean(x * y) - mx * my
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    above = (2 * mx * my + c1) * (2 * xy + c2)
    return (above / ((mx**2 + my**2 + c1) * (xx + yy + c2))).mean()


@says(
    "vision/pictures/ssim",
    "Compares mean, contrast and pattern in small windows: 1 for equal pictures, less for any "
    "other.",
)
@given(seed=seeds, peak=st.sampled_from([1.0, 255.0]))
def test_ssim(seed, peak):
    ssim = entry("ssim")["ssim"]
    torch.manual_seed(seed)
    x, y = peak * torch.rand(2, 2, 1, 16, 18, dtype=torch.float64)
    expected = [plain_ssim(a[0].numpy(), b[0].numpy(), peak) for a, b in zip(x, y, strict=True)]
    torch.testing.assert_close(ssim(x, y, peak), torch.tensor(expected))
    torch.testing.assert_close(ssim(x, x, peak), torch.ones(2, dtype=torch.float64))
    for other in (y, 0.9 * x, x + 0.1 * peak, x.roll(1, dims=3)):
        assert (ssim(x, other, peak) < 1 - 1e-4).all()


@says(
    "vision/pictures/ssim",
    "Except in dark places a shift in brightness costs little, where noise of the same square "
    "error costs much.",
)
@pytest.mark.parametrize("seed", range(5))
def test_brightness_and_noise(seed):
    used = entry("ssim")
    torch.manual_seed(seed)
    image, noise = used["image"], torch.randn(1, 1, 32, 32)
    noise = noise / noise.square().mean().sqrt()
    brighter, noisy = (used["ssim"](image, image + 0.1 * x) for x in (1, noise))
    assert brighter > 0.9 > 0.6 > noisy
    dark = 0.1 * image
    assert used["ssim"](dark, dark + 0.1) < 0.6


@says(
    "vision/pictures/super_resolution",
    "Its last layer gives four channels for each one, and pixel_shuffle makes the four pixels of "
    "them.",
    "It learns what bicubic lacks: the sum of both is the result.",
)
@pytest.mark.parametrize("size", [(16, 16), (5, 9)])
def test_what_the_net_adds(size):
    used = names_of("vision/pictures/super_resolution", "Training")
    model, low = used["Upscale"](), torch.rand(2, 1, *size)
    assert model.layers(low).shape == (2, 4, *size)
    assert model(low).shape == (2, 1, 2 * size[0], 2 * size[1])
    nn_last = model.layers[-1]
    torch.nn.init.zeros_(nn_last.weight)
    with torch.no_grad():
        nn_last.bias.copy_(torch.tensor([0.0, 0.1, 0.2, 0.3]))
    added = model(low) - F.interpolate(low, scale_factor=2, mode="bicubic")
    for number, value in enumerate([0.0, 0.1, 0.2, 0.3]):
        corner = added[..., number // 2 :: 2, number % 2 :: 2]
        torch.testing.assert_close(corner, torch.full_like(corner, value), atol=1e-5, rtol=0)


@says(
    "vision/pictures/picture_autoencoder",
    "The encoder halves the size until a linear layer makes the code of what is left.",
)
def test_sizes_in_the_encoder():
    used = names_of("vision/pictures/picture_autoencoder", "Training")
    x, sizes = used["draw"](3), []
    for layer in used["encoder"]:
        x = layer(x)
        sizes.append(tuple(x.shape[2:]))
    assert [size for size in dict.fromkeys(sizes) if size] == [(16, 16), (8, 8)]
    assert x.shape == (3, 16)
    assert isinstance(used["encoder"][-1], torch.nn.Linear)


@says(
    "vision/pictures/defects",
    "Trained on pictures without a defect, it has no code for one: the error is large where the "
    "defect is.",
)
@pytest.mark.slow
def test_defects_are_found():
    used = names_of("vision/pictures/defects")
    good = used["draw"](300)
    damaged = used["damage"](good)
    spot = good != damaged
    errors = used["errors"](damaged)
    assert errors[spot].mean() > 10 * errors[~spot].mean()
    assert (used["score"](damaged)[:, None] > used["score"](good)).float().mean() > 0.95
