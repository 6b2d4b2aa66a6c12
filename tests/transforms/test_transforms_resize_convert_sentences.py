"""What the sentences of transforms/resize_convert say."""

import inspect
import warnings

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from recipes import names_of
from sklearn.datasets import load_sample_image
from support import says
from torchvision import transforms as v1
from torchvision import tv_tensors
from torchvision.transforms import v2
from torchvision.utils import make_grid, save_image

ARRAY = np.arange(60, dtype=np.uint8).reshape(4, 5, 3) * 4
UNIT = v2.ToDtype(torch.float32, scale=True)


@says(
    "transforms/resize_convert",
    "PIL or NumPy (H, W, C) | tv_tensors.Image (C, H, W), same values | `ToImage`",
)
@says(
    "transforms/resize_convert/to_tensor",
    "`ToImage` turns PIL or NumPy (H, W, C) into (C, H, W) and keeps the values; `ToDtype` with "
    "`scale=True` makes 0 to 1 of uint8. v1's `ToTensor` does both, but scales no other type, and "
    "takes no tensors; `v2.ToTensor` warns.",
)
@pytest.mark.parametrize("picture", [ARRAY, Image.fromarray(ARRAY)], ids=["NumPy", "PIL"])
def test_to_image_keeps_the_values(picture):
    image = v2.ToImage()(picture)
    assert type(image) is tv_tensors.Image
    np.testing.assert_array_equal(image, ARRAY.transpose(2, 0, 1))
    np.testing.assert_allclose(UNIT(image), ARRAY.transpose(2, 0, 1) / 255, rtol=1e-6)
    np.testing.assert_allclose(v1.ToTensor()(picture), UNIT(image), rtol=1e-6)
    for dtype in (np.int32, np.int64, np.float32, np.float64):
        plain = v1.ToTensor()(ARRAY.astype(dtype))
        np.testing.assert_array_equal(plain, ARRAY.transpose(2, 0, 1).astype(dtype))
    floats = v2.ToImage()(ARRAY.astype(np.float32))
    assert UNIT(floats).equal(floats)
    with pytest.raises(TypeError, match="PIL Image or ndarray"):
        v1.ToTensor()(image)
    with pytest.warns(UserWarning, match="deprecated"):
        v2.ToTensor()


@says("transforms/resize_convert/to_tensor", "it is read-only")
@pytest.mark.parametrize("name", ["flower.jpg", "china.jpg"])
def test_the_sample_image_is_read_only(name):
    assert not load_sample_image(name).flags.writeable
    assert names_of("transforms/resize_convert/to_tensor")["array"].flags.writeable


@says(
    "transforms/resize_convert",
    "uint8 0 to 255 | float32 0 to 1 | `ToDtype(torch.float32, scale=True)`",
)
@says(
    "transforms/resize_convert/to_dtype",
    "`scale=True` maps the 0..255 of uint8 to the 0..1 of floats, and back: values outside wrap "
    "around, and in float16 and bfloat16 1 becomes 0.",
    "Without it only the type changes: a float image of 0 to 255, which Normalize makes nonsense "
    "of.",
    "`ConvertImageDtype` is the older transform with scaling.",
)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.float16, torch.bfloat16])
def test_to_dtype_with_and_without_scale(dtype):
    image = torch.arange(256, dtype=torch.uint8).view(1, 16, 16)
    unit = v2.ToDtype(dtype, scale=True)(image)
    assert unit.dtype is dtype
    torch.testing.assert_close(unit.double(), image.double() / 255, atol=2e-3, rtol=0)
    back = v2.ToDtype(torch.uint8, scale=True)(unit)
    if dtype in (torch.float16, torch.bfloat16):
        assert back[unit == 1].eq(0).all()
    else:
        assert back.equal(image)
    above = v2.ToDtype(torch.uint8, scale=True)(torch.tensor([[[1.2]]], dtype=dtype))
    assert above.item() < 100
    assert v2.ConvertImageDtype(dtype)(image).equal(unit)
    plain = v2.ToDtype(dtype)(image)
    assert plain.dtype is dtype
    assert plain.equal(image)
    assert v2.Normalize([0.5], [0.5])(plain).max() == 509  # not 1


@says(
    "transforms/resize_convert",
    "float32 0 to 1 | mean 0, standard deviation 1 | `Normalize(mean, std)`",
)
@says("transforms/resize_convert/normalize", "To undo it, multiply by std and add the mean.")
@given(st.integers(0, 99), st.integers(1, 4))
def test_normalize_and_undo(seed, channels):
    x = torch.rand(5, channels, 8, 9, generator=torch.Generator().manual_seed(seed))
    mean, std = x.mean((0, 2, 3)), x.std((0, 2, 3))
    y = v2.Normalize(mean.tolist(), std.tolist())(x)
    assert y.mean((0, 2, 3)).abs().max() < 1e-5
    torch.testing.assert_close(y.std((0, 2, 3)), torch.ones(channels))
    back = y * std.view(-1, 1, 1) + mean.view(-1, 1, 1)
    torch.testing.assert_close(back, x)


@says("transforms/resize_convert", "tensor | PIL | `ToPILImage`")
@says(
    "transforms/resize_convert/to_pil_image",
    "From (C, H, W) or (H, W), uint8 or float (no bfloat16) in 0 to 1.",
)
@pytest.mark.parametrize("shape", [(3, 4, 5), (1, 4, 5), (4, 5)])
@pytest.mark.parametrize("dtype", [torch.uint8, torch.float16, torch.float32, torch.float64])
def test_to_pil_image_takes(shape, dtype):
    pixels = torch.arange(60, dtype=torch.uint8).repeat(4)[: 20 * (3 if shape[0] == 3 else 1)]
    image = pixels.view(shape)
    picture = v2.ToPILImage()(v2.ToDtype(dtype, scale=True)(image))
    expected = image.view(-1, 4, 5).permute(1, 2, 0).squeeze(-1).numpy()
    np.testing.assert_allclose(np.asarray(picture), expected, atol=1)
    with pytest.raises(TypeError, match="BFloat16"):
        v2.ToPILImage()(image.bfloat16())


@says(
    "transforms/resize_convert/to_pil_image",
    "Values outside do not raise, their colours are wrong: undo Normalize and clamp first.",
)
@given(st.floats(-1.9, 1.9))
def test_values_outside_have_other_colours(value):
    x = torch.full((1, 2, 2), value)
    found = np.asarray(v2.ToPILImage()(x))[0, 0]
    clamped = np.asarray(v2.ToPILImage()(x.clamp(0, 1)))[0, 0]
    if value < -0.01 or value > 1.01:
        assert abs(int(found) - int(clamped)) > 0 or value > 1.99
    elif 0 <= value <= 1:
        assert found == clamped


@says("transforms/resize_convert/to_pil_image", "NumPy arrays are (H, W, C).")
@says("transforms/resize_convert/to_pil_image", "size is (width, height)")
def test_to_pil_image_of_an_array():
    picture = v2.ToPILImage()(ARRAY)
    assert (picture.width, picture.height) == picture.size == (5, 4)
    np.testing.assert_array_equal(np.asarray(picture), ARRAY)


@says(
    "transforms/resize_convert/to_pil_image",
    "`save_image` of `torchvision.utils` writes batches, `make_grid` joins them.",
)
@pytest.mark.parametrize("count", [1, 3, 8])
def test_save_image_writes_batches(tmp_path, count):
    batch = torch.rand(count, 3, 4, 5)
    save_image(batch, tmp_path / "batch.png")
    width, height = Image.open(tmp_path / "batch.png").size
    assert make_grid(batch).shape == (3, height, width)
    assert width * height >= count * 20


@says("transforms/resize_convert/normalize", "in [0, 1]")
@says("transforms/resize_convert/to_tensor", "in [0, 1]")
@says("transforms/resize_convert/to_pil_image", "in [0, 1]")
@says("transforms/colour/gaussian_noise", "in [0, 1]")
@says("transforms/compose/own_mean_std", "in [0, 1]")
@says("transforms/policies/random_erasing", "in [0, 1]")
@pytest.mark.parametrize(
    ("name", "variable"),
    [
        ("resize_convert/normalize", "x"),
        ("resize_convert/to_tensor", "x"),
        ("resize_convert/to_pil_image", "x"),
        ("colour/gaussian_noise", "x"),
        ("compose/own_mean_std", "images"),
        ("policies/random_erasing", "image"),
    ],
)
def test_images_in_the_unit_range(name, variable):
    x = names_of(f"transforms/{name}")[variable]
    assert 0 <= x.min() < 0.01 < 0.99 < x.max() <= 1


@says(
    "transforms/resize_convert/resize",
    "A pair (height, width) is the exact size; one number is the shorter side, and the aspect "
    "ratio is kept; `max_size` bounds the longer side.",
)
@given(st.integers(10, 90), st.integers(10, 90), st.integers(10, 60))
def test_sizes_of_resize(height, width, size):
    image = torch.zeros(1, height, width)
    assert v2.Resize((size, 7))(image).shape == (1, size, 7)
    shape = v2.Resize(size)(image).shape[1:]
    assert min(shape) == size
    assert abs(shape[0] * width - shape[1] * height) < max(height, width)  # a pixel at the most
    bounded = v2.Resize(size, max_size=size + 20)(image).shape[1:]
    assert max(bounded) == min(size + 20, max(shape))
    assert max(v2.Resize(None, max_size=size)(image).shape[1:]) == size


@says("transforms/resize_convert/resize", "`antialias` is on.")
@says(
    "transforms/resize_convert/interpolation",
    "Without antialias a strong reduction leaves jagged edges.",
)
@pytest.mark.parametrize("mode", [v2.InterpolationMode.BILINEAR, v2.InterpolationMode.BICUBIC])
def test_antialias(mode):
    assert inspect.signature(v2.Resize).parameters["antialias"].default is True
    y, x = torch.meshgrid(torch.arange(400), torch.arange(400), indexing="ij")
    edge = (x * 3 > y * 7).float()[None]  # slanted
    smooth = v2.Resize(20, mode)(edge)
    jagged = v2.Resize(20, mode, antialias=False)(edge)
    between = [int(((z > 0.05) & (z < 0.95)).sum()) for z in (smooth, jagged)]
    assert between[0] > 15 > 5 > between[1]  # greys along the edge


@says(
    "transforms/resize_convert/interpolation",
    "Nearest for masks, which `tv_tensors.Mask` takes by itself; bilinear for images, bicubic "
    "where sharpness counts.",
)
@pytest.mark.parametrize(
    "transform", [v2.Resize(17), v2.RandomResizedCrop(11), v2.RandomPerspective(p=1.0)]
)
def test_wrapped_masks_take_nearest(transform):
    classes = torch.arange(1, 3, dtype=torch.uint8).mul(100)[torch.eye(40, dtype=torch.int64)]
    found = transform(tv_tensors.Mask(classes[None])).unique().tolist()
    assert set(found) <= {0, 100, 200}  # 0 is outside
    assert len(transform(classes[None]).unique()) > 4  # as an image
    step = torch.zeros(1, 1, 8)
    step[..., 4:] = 1.0
    bilinear = v2.Resize((1, 32))(step)
    bicubic = v2.Resize((1, 32), v2.InterpolationMode.BICUBIC)(step)
    assert bicubic.diff().max() > bilinear.diff().max()  # steeper


@says(
    "transforms/resize_convert/interpolation",
    "PIL's integers, 2 for bilinear, are accepted without a warning.",
)
@pytest.mark.parametrize(
    ("number", "mode"),
    [
        (Image.Resampling.NEAREST.value, v2.InterpolationMode.NEAREST),
        (2, v2.InterpolationMode.BILINEAR),
        (Image.Resampling.BICUBIC.value, v2.InterpolationMode.BICUBIC),
    ],
)
def test_integers_of_pil(number, mode):
    image = torch.rand(1, 20, 30)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = v2.Resize(9, interpolation=number)(image)
    assert found.equal(v2.Resize(9, interpolation=mode)(image))
    assert Image.Resampling.BILINEAR == 2


@says(
    "transforms/resize_convert/normalize",
    "One number for each channel, for values of 0 to 1: after `ToDtype` with `scale=True`.",
    "The shape is (C, H, W) or (N, C, H, W); v2 broadcasts one channel to three without a word, "
    "where v1 raises.",
)
@pytest.mark.parametrize("batch", [(), (1,), (4,)])
def test_shapes_of_normalize(batch):
    mean, std = torch.tensor([0.1, 0.2, 0.3]), torch.tensor([0.5, 0.6, 0.7])
    transforms = [module.Normalize(mean.tolist(), std.tolist()) for module in (v2, v1)]
    x = torch.rand(*batch, 3, 4, 5)
    expected = torch.stack([(x[..., c, :, :] - mean[c]) / std[c] for c in range(3)], dim=-3)
    for transform in transforms:
        torch.testing.assert_close(transform(x), expected)
        with pytest.raises(RuntimeError, match="must match"):
            transform(torch.rand(*batch, 2, 4, 5))
        with pytest.raises((TypeError, ValueError), match="float tensor"):
            transform(torch.zeros(*batch, 3, 4, 5, dtype=torch.uint8))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert transforms[0](x[..., :1, :, :]).shape == x.shape
    with pytest.raises(RuntimeError, match="broadcast shape"):
        transforms[1](x[..., :1, :, :])


@says(
    "transforms/resize_convert/to_dtype",
    "A PIL image passes through unchanged, without a word: `ToImage` comes first.",
)
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_pil_passes_through_to_dtype(mode):
    picture = Image.new(mode, (3, 2))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert UNIT(picture) is picture
    assert UNIT(v2.ToImage()(picture)).dtype is torch.float32


@says(
    "transforms/resize_convert/pad",
    "One number, two (left and right, top and bottom), or four (left, top, right, bottom; "
    "`F.pad` of torch takes left, right, top, bottom).",
)
@given(*[st.integers(0, 4)] * 4)
def test_numbers_of_pad(left, top, right, bottom):
    x = torch.ones(1, 2, 3)
    found = v2.Pad((left, top, right, bottom))(x)
    assert found.equal(F.pad(x, (left, right, top, bottom)))
    assert found[0, top : top + 2, left : left + 3].all()
    assert found.shape == (1, 2 + top + bottom, 3 + left + right)
    assert v2.Pad((left, top))(x).equal(F.pad(x, (left, left, top, top)))
    assert v2.Pad(left)(x).equal(F.pad(x, (left, left, left, left)))


@says(
    "transforms/resize_convert/pad",
    "Modes constant, edge, reflect (without the border pixel), symmetric (with it); boxes take "
    "constant alone.",
)
@pytest.mark.parametrize(
    ("mode", "row"),
    [
        ("constant", [0, 0, 1, 2, 3, 0, 0]),
        ("edge", [1, 1, 1, 2, 3, 3, 3]),
        ("reflect", [3, 2, 1, 2, 3, 2, 1]),
        ("symmetric", [2, 1, 1, 2, 3, 3, 2]),
    ],
)
def test_modes_of_pad(mode, row):
    x = torch.tensor([[[1, 2, 3]]])
    assert v2.Pad((2, 0), padding_mode=mode)(x).tolist() == [[row]]
    boxes = tv_tensors.BoundingBoxes([[0.0, 0, 1, 1]], format="XYXY", canvas_size=(1, 3))
    if mode == "constant":
        assert v2.Pad((2, 0), padding_mode=mode)(boxes).tolist() == [[2, 0, 3, 1]]
    else:
        with pytest.raises(ValueError, match="is not supported with bounding boxes"):
            v2.Pad((2, 0), padding_mode=mode)(boxes)


@says(
    "transforms/resize_convert/linear_transformation",
    "The flattened image minus the mean, times a square matrix.",
    "With ZCA whitening the pixels of a data set become uncorrelated with variance 1.",
)
@pytest.mark.parametrize("shape", [(1, 2, 3), (3, 2, 2)])
def test_zca_whitening(shape):
    rng = np.random.default_rng(0)
    size = int(np.prod(shape))
    x = rng.normal(size=(300, size)) @ rng.normal(size=(size, size)) + 5
    values, vectors = np.linalg.eigh(np.cov(x.T))
    W = vectors @ np.diag(values**-0.5) @ vectors.T
    transform = v2.LinearTransformation(torch.tensor(W), torch.tensor(x.mean(0)))
    white = np.stack([transform(torch.tensor(row).view(shape)).flatten() for row in x])
    np.testing.assert_allclose(white, (x - x.mean(0)) @ W, atol=1e-9)
    np.testing.assert_allclose(np.cov(white.T), np.eye(size), atol=1e-9)
    with pytest.raises(ValueError, match="square"):
        v2.LinearTransformation(torch.tensor(W[:, 1:]), torch.tensor(x.mean(0)))


@says(
    "transforms/resize_convert/pil_to_tensor",
    "`PILToTensor` gives (C, H, W) with the values as they are.",
)
@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I", "F", "I;16"])
def test_pil_to_tensor_keeps_the_values(mode):
    picture = Image.new(mode, (5, 4), 1)
    x = v2.PILToTensor()(picture)
    expected = np.asarray(picture).reshape(4, 5, -1).transpose(2, 0, 1)
    np.testing.assert_array_equal(x.numpy(), expected)


@says(
    "transforms/resize_convert/pil_to_tensor",
    "`ToPureTensor` takes the class off a tv_tensor, as a last step.",
)
@pytest.mark.parametrize(
    "wrapped",
    [
        tv_tensors.Image(torch.zeros(3, 2, 2)),
        tv_tensors.Mask(torch.zeros(1, 2, 2)),
        tv_tensors.Video(torch.zeros(1, 3, 2, 2)),
        tv_tensors.BoundingBoxes(torch.zeros(1, 4), format="XYXY", canvas_size=(2, 2)),
        tv_tensors.KeyPoints(torch.zeros(1, 2), canvas_size=(2, 2)),
    ],
    ids=lambda wrapped: type(wrapped).__name__,
)
def test_to_pure_tensor(wrapped):
    assert type(wrapped) is not torch.Tensor
    assert type(v2.ToPureTensor()(wrapped)) is torch.Tensor


@says("transforms/resize_convert/pil_to_tensor", "`RGB` makes three channels of a grey image.")
@pytest.mark.parametrize("shape", [(1, 2, 3), (4, 1, 2, 3)])
def test_rgb_of_grey(shape):
    x = torch.rand(shape)
    assert v2.RGB()(x).equal(torch.cat([x, x, x], dim=-3))
    assert v2.RGB()(Image.new("L", (2, 2))).mode == "RGB"


@says("transforms/resize_convert/scale_jitter", "For detectors: the aspect ratio is kept.")
@says(
    "transforms/resize_convert/scale_jitter",
    "Batches then hold images of several sizes: collate them as a list.",
)
@pytest.mark.parametrize(
    "transform",
    [
        v2.ScaleJitter((300, 300), (0.4, 1.5)),
        v2.RandomShortestSize([90, 200]),
        v2.RandomResize(90, 300),
    ],
    ids=lambda transform: type(transform).__name__,
)
def test_random_sizes_keep_the_aspect_ratio(transform):
    torch.manual_seed(0)
    shapes = [transform(torch.zeros(1, 80, 120)).shape[1:] for _ in range(20)]
    assert len(set(shapes)) > 1
    assert all(abs(width / height - 1.5) < 0.05 for height, width in shapes)


@says(
    "transforms/resize_convert/jpeg",
    "Compresses and decompresses PIL images or uint8 tensors, at a quality of 1 to 100 or in a "
    "range.",
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_quality_of_jpeg():
    torch.manual_seed(0)
    image = v2.Resize(64)(torch.randint(256, (3, 16, 16), dtype=torch.uint8))
    assert isinstance(v2.JPEG(50)(v2.ToPILImage()(image)), Image.Image)
    errors = [(v2.JPEG(q)(image).float() - image).abs().mean() for q in (1, 20, 100)]
    assert errors[0] > errors[1] > errors[2]
    drawn = [v2.JPEG((5, 50)).make_params([])["quality"] for _ in range(200)]
    assert 5 <= min(drawn) < 10 < 45 < max(drawn) <= 50
    for quality in (0, 101):
        with pytest.raises(ValueError, match="from 1 to 100"):
            v2.JPEG(quality)
    with pytest.raises(RuntimeError, match="uint8"):
        v2.JPEG(50)(image / 255)


@says(
    "transforms/resize_convert/jpeg",
    "From torchvision 0.29 on, the encoder underneath gives a `DeprecationWarning`, which Python "
    "hides unless asked.",
)
def test_warning_of_the_encoder():
    image = torch.zeros(3, 8, 8, dtype=torch.uint8)
    with pytest.warns(DeprecationWarning, match=r"decoding and encoding capabilities"):
        v2.JPEG(50)(image)
    with warnings.catch_warnings(record=True) as seen:
        warnings.resetwarnings()
        warnings.simplefilter("ignore", DeprecationWarning)  # Python's own two filters
        warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
        v2.JPEG(50)(image)
    assert not seen
