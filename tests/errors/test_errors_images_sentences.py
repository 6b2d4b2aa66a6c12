"""What the sentences of errors/images say."""

import contextlib
import inspect
import io
import logging
import re
import warnings

import matplotlib
import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, UnidentifiedImageError
from recipes import names_of
from support import says
from torchvision import transforms as v1
from torchvision.datasets import ImageFolder
from torchvision.io import decode_image
from torchvision.transforms import v2

matplotlib.use("agg")
import matplotlib.pyplot as plt

to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])


def picture(mode="RGB", size=(6, 4)):
    return Image.effect_noise(size, 60).convert(mode)


def encoded(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def bands(tensor, n):
    return tensor.expand(n, -1, -1)


@says(
    "errors/images/pic_should_be_pil",
    "`ToTensor` of torchvision.transforms (v1) makes a tensor of a PIL image or an array, and "
    "refuses a tensor.",
    "Usual causes: it stands twice, in the dataset and in the list of transforms; the picture "
    "comes from `decode_image`, which gives a tensor.",
    "`ToImage` of v2 takes all three.",
    "With `<class 'str'>` or `<class 'NoneType'>` the file was not opened, or not found.",
)
@pytest.mark.parametrize(
    ("make", "refused"),
    [
        (lambda png: picture(), None),
        (lambda png: np.array(picture()), None),
        (lambda png: v1.ToTensor()(picture()), "torch.Tensor"),
        (lambda png: decode_image(str(png)), "torch.Tensor"),
        (str, "str"),
        (lambda png: None, "NoneType"),
    ],
)
def test_what_to_tensor_takes(make, refused, tmp_path):
    png = tmp_path / "1.png"
    picture().save(png)
    image = make(png)
    if refused is None:
        assert v1.ToTensor()(image).shape == (3, 4, 6)
    else:
        with pytest.raises(TypeError, match=f"PIL Image or ndarray. Got <class '{refused}'>"):
            v1.ToTensor()(image)
    if refused in (None, "torch.Tensor"):
        assert v2.ToImage()(image).shape == (3, 4, 6)


@says("errors/images/pic_should_be_pil", "`ToPILImage` of v1 refuses a PIL image.")
@says("errors/images/cannot_handle_data_type", "Class numbers: as bytes.")
@says(
    "errors/images/cannot_handle_data_type",
    "A tensor: (3, H, W) of floats of 0 to 1, or of bytes.",
)
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "1"])
def test_what_to_pil_image_takes(mode):
    with pytest.raises(TypeError, match=r"pic should be Tensor or ndarray. Got <class 'PIL"):
        v1.ToPILImage()(picture(mode))
    assert v2.ToPILImage()(picture(mode)).mode == mode
    image = v2.functional.pil_to_tensor(picture("RGB"))
    assert np.array_equal(v2.ToPILImage()(image), image.permute(1, 2, 0))
    assert np.array_equal(v2.ToPILImage()(image / 255), image.permute(1, 2, 0))
    with pytest.raises(TypeError, match="Input type int64 is not supported"):
        v2.ToPILImage()(image.long())
    assert np.array_equal(v2.ToPILImage()(image[0].long().to(torch.uint8)), image[0])


@says(
    "errors/images/cannot_write_mode",
    "A colour PNG with an alpha channel is RGBA.",
    "Two channels are grey with transparency (LA); CMYK has four as well.",
    "JPEG has no transparency: `save` refuses it; a convolution for three channels and "
    "`Normalize` refuse the tensor of four.",
    "Convert to RGB where the file is opened.",
)
@pytest.mark.parametrize(
    ("mode", "kind", "channels", "jpeg"),
    [
        ("RGBA", "PNG", 4, False),
        ("LA", "PNG", 2, False),
        ("P", "PNG", 1, False),
        ("CMYK", "TIFF", 4, True),
        ("L", "PNG", 1, True),
        ("RGB", "PNG", 3, True),
    ],
)
def test_modes_and_channels(mode, kind, channels, jpeg):
    image = Image.open(io.BytesIO(encoded(picture(mode), kind)))
    assert image.mode == mode
    assert len(to_tensor(image)) == channels
    with contextlib.nullcontext() if jpeg else pytest.raises(OSError, match=f"mode {mode} as JPEG"):
        encoded(image, "JPEG")
    convolution, normalise = torch.nn.Conv2d(3, 6, 3), v2.Normalize([0.5] * 3, [0.5] * 3)
    three = to_tensor(image.convert("RGB"))
    assert convolution(three).shape[0] == 2 * len(normalise(three)) == 6
    if channels in (2, 4):
        for refuses in (convolution, normalise):
            with pytest.raises(RuntimeError):
                refuses(to_tensor(image))


@says(
    "errors/images/cannot_write_mode",
    "A palette (P) has one, the numbers of colours, and needs the conversion most: its values are "
    "no brightness.",
    "On white in place of the colour below the transparency.",
    "A tensor: drop the fourth channel.",
)
@given(colour=st.tuples(*[st.integers(0, 255)] * 3), alpha=st.sampled_from([0, 255]))
def test_palette_and_transparency(colour, alpha):
    image = Image.new("P", (2, 2), 1)
    image.putpalette([9, 9, 9, *colour])
    assert to_tensor(image)[0, 0, 0].mul(255).round() == 1
    assert image.convert("RGB").getpixel((0, 0)) == colour
    logo = Image.new("RGBA", (2, 2), (*colour, alpha))
    assert logo.convert("RGB").getpixel((0, 0)) == colour
    on = Image.alpha_composite(Image.new("RGBA", (2, 2), "white"), logo)
    assert on.convert("RGB").getpixel((0, 0)) == (colour if alpha else (255, 255, 255))
    assert torch.equal(to_tensor(logo)[:3], to_tensor(logo.convert("RGB")))


TAKE_NO_ARRAY = {
    "PILToTensor": (), "ConvertImageDtype": (torch.float32,), "Normalize": ([0.5], [0.5]),
    "Resize": (2,), "CenterCrop": (2,), "Pad": (2,), "RandomCrop": (2,),
    "RandomHorizontalFlip": (1,), "RandomVerticalFlip": (1,), "RandomResizedCrop": (2,),
    "FiveCrop": (2,), "TenCrop": (2,), "ColorJitter": (0.5,), "RandomRotation": (9,),
    "RandomAffine": (9,), "Grayscale": (), "RandomGrayscale": (1,), "RandomPerspective": (0.5, 1),
    "RandomErasing": (1,), "GaussianBlur": (1,), "RandomInvert": (1,), "RandomPosterize": (2, 1),
    "RandomSolarize": (1, 1), "RandomAdjustSharpness": (2, 1), "RandomAutocontrast": (1,),
    "RandomEqualize": (1,), "ElasticTransform": (9.0, 0.5), "AutoAugment": (), "RandAugment": (),
    "TrivialAugmentWide": (), "AugMix": (),
    "LinearTransformation": (torch.eye(192), torch.ones(192)),
}  # fmt: skip
CONTAINERS = {"Compose", "Lambda", "RandomApply", "RandomChoice", "RandomOrder"}


@says(
    "errors/images/img_should_be_pil",
    "Arrays, as `cv2.imread`, skimage or `np.load` give them, go into two transforms of v1, "
    "`ToTensor` and `ToPILImage`; the others take what these make.",
    "height, width, channels",
)
def test_which_transforms_of_v1_take_an_array():
    array = np.array(picture(size=(8, 8)))
    known = {name for name in dir(v1) if inspect.isclass(getattr(v1, name))}
    known -= {"AutoAugmentPolicy", "InterpolationMode"} | CONTAINERS
    assert known - TAKE_NO_ARRAY.keys() == {"ToTensor", "ToPILImage"}
    made = [v1.ToTensor()(array), v1.ToPILImage()(array)]
    made.append(v2.functional.pil_to_tensor(made[1]))
    for name, arguments in TAKE_NO_ARRAY.items():
        transform, taken = getattr(v1, name)(*arguments), 0
        with pytest.raises((TypeError, AttributeError)):
            transform(array)
        for image in made:
            with contextlib.suppress(TypeError, AttributeError, RuntimeError):
                transform(image)
                taken += 1
        assert taken > 0, name


@says(
    "errors/images/img_should_be_pil",
    "Take care with v2: `Resize`, `RandomHorizontalFlip` or `Normalize` pass an array on "
    "unchanged, without a message, where `RandomCrop` finds no image.",
    "No message, and nothing done: still an array of this shape.",
)
@pytest.mark.parametrize(
    "transform",
    [v2.Resize(2), v2.RandomHorizontalFlip(1), v2.Normalize([0.5] * 3, [0.5] * 3)],
)
def test_v2_passes_an_array_on(transform):
    array = np.array(picture())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert np.array_equal(transform(array), array)
    assert not torch.equal(transform(v2.functional.to_image(array).float()), torch.tensor(array))
    with pytest.raises(TypeError, match="No image, video"):
        v2.RandomCrop(2)(array)


@says(
    "errors/images/img_should_be_pil",
    "OpenCV has blue first: turn the channels around.",
)
@given(colour=st.tuples(*[st.integers(0, 255)] * 3))
def test_blue_first(colour):
    blue_first = np.array(Image.new("RGB", (2, 2), colour))[..., [2, 1, 0]]
    image = v2.ToImage()(blue_first[..., ::-1].copy())
    assert tuple(image[:, 0, 0].tolist()) == colour


@says(
    "errors/images/img_should_be_tensor",
    "`Normalize`, `RandomErasing` and `ConvertImageDtype` of v1 take tensors, and get a PIL image "
    "or an array.",
    "Usual causes: `Normalize` stands before `ToTensor` in the list, or there is no `ToTensor`.",
    "In v2 the wording is another; there `ToDtype` and `ConvertImageDtype` leave a PIL image as it "
    "is, without a message.",
    "v2 without `ToImage`: nothing converted, nothing said.",
)
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("Normalize", ([0.5], [0.5])),
        ("RandomErasing", (1,)),
        ("ConvertImageDtype", (torch.float32,)),
    ],
)
def test_transforms_that_want_tensors(name, arguments):
    first = getattr(v1, name)(*arguments)
    for wrong in ([first], [first, v1.ToTensor()]):
        for image in (picture(), np.array(picture())):
            with pytest.raises((TypeError, AttributeError), match=r"img should be|'shape'"):
                v1.Compose(wrong)(image)
    assert v1.Compose([v1.ToTensor(), first])(picture()).shape == (3, 4, 6)
    image = picture()
    with pytest.raises(TypeError, match=r"Normalize\(\) does not support PIL images"):
        v2.Normalize([0.5], [0.5])(image)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for convert in (v2.ConvertImageDtype(), v2.ToDtype(torch.float32, scale=True)):
            assert convert(image) is image
            assert convert(v2.functional.to_image(image)).dtype == torch.float32


@says(
    "errors/images/should_be_float_tensor",
    "`Normalize` takes floats, as a rule of 0 to 1, and gets uint8.",
    "Usual causes: a picture from `decode_image`, `pil_to_tensor` or `ToImage`, which keep bytes, "
    "without `ToDtype(torch.float32, scale=True)` after it; an array that went through "
    "`torch.from_numpy`; `Normalize` before the conversion.",
    "`.float()` alone silences the message, but keeps 0 to 255, for which the usual means are "
    "wrong.",
    "float() raises nothing, and the values are far off.",
)
@pytest.mark.parametrize("cause", ["decode", "pil", "image", "numpy"])
@pytest.mark.parametrize("version", [v1, v2])
def test_normalize_of_bytes(cause, version, tmp_path):
    white = Image.new("RGB", (4, 4), "white")
    white.save(tmp_path / "1.png")
    image = {
        "decode": lambda: decode_image(str(tmp_path / "1.png")),
        "pil": lambda: v2.functional.pil_to_tensor(white),
        "image": lambda: v2.ToImage()(white),
        "numpy": lambda: torch.from_numpy(np.array(white)).permute(2, 0, 1),
    }[cause]()
    normalise = version.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
    scale = v2.ToDtype(torch.float32, scale=True)
    assert image.dtype == torch.uint8
    with pytest.raises(TypeError, match=r"should be a float tensor\. Got torch.uint8"):
        normalise(image)
    with pytest.raises(TypeError, match="should be a float tensor"):
        v2.Compose([normalise, scale])(image)
    assert v2.Compose([scale, normalise])(image).max() < 3
    assert normalise(image.float()).min() > 1000


@says(
    "errors/images/crop_larger_than_image",
    "Height or width of the picture is below the size of the crop.",
    "Usual causes: some small pictures in the dataset; no `Resize` before; `Resize` with a number "
    "below the crop's.",
    "Enlarge: the shorter side to the crop's size or more.",
    "Fill up where it is too small.",
    "A random part, in any case of this size.",
)
@given(height=st.integers(2, 9), width=st.integers(2, 9), side=st.integers(3, 8))
def test_crops_of_small_pictures(height, width, side):
    x = torch.ones(3, height, width)
    for image, crop in ((x, v2.RandomCrop(5)), (v2.Resize(side)(x), v2.RandomCrop(5))):
        if min(image.shape[1:]) >= 5:
            assert crop(image).shape == (3, 5, 5)
        else:
            with pytest.raises(ValueError, match="Required crop size"):
                crop(image)
    assert min(v2.Resize(side)(x).shape[1:]) == side
    assert v2.RandomCrop(5, pad_if_needed=True)(x).shape == (3, 5, 5)
    assert v2.RandomResizedCrop(5)(x).shape == (3, 5, 5)


@says(
    "errors/images/crop_larger_than_image",
    "`CenterCrop` fills up with zeros without a message, and `RandomResizedCrop` enlarges.",
    "A border on all sides, as for CIFAR-10.",
    "No message, but zeros above and below.",
)
@pytest.mark.parametrize("version", [v1, v2])
def test_what_fills_up(version):
    x = torch.ones(1, 28, 40)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        centre = version.CenterCrop(32)(x)
    assert torch.equal(centre[0, :, 0], torch.tensor([0.0] * 2 + [1] * 28 + [0] * 2))
    assert version.RandomResizedCrop(60)(x).mean() == 1
    small = torch.ones(1, 28, 28)
    corner = version.functional.pad(small, [4])
    assert corner.shape == (1, 36, 36)
    assert corner.sum() == 28 * 28
    assert version.RandomCrop(36, padding=4)(small).equal(corner)
    if version is v2:
        assert version.RandomCrop(36, padding=4)(torch.ones(1, 28, 28)).shape == (1, 36, 36)


@says(
    "errors/images/cannot_identify_image_file",
    "PIL looks at the first bytes, not at the suffix.",
    "Usual causes: a download that saved a web page as `.jpg`; an empty file; hidden files such as "
    "`._1.jpg` of a Mac; a format that needs a plugin.",
)
@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("1.jpg", b"<!DOCTYPE html><html>404</html>", None),
        ("1.png", b"", None),
        ("._1.jpg", bytes([0, 5, 22, 7, 0, 2, 0, 0]) + b"Mac OS X" + bytes(90), None),
        ("1.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(90), None),
        ("1.jpg", encoded(picture(), "PNG"), "PNG"),
        ("1.png", encoded(picture(), "JPEG"), "JPEG"),
        ("1", encoded(picture(), "BMP"), "BMP"),
    ],
)
def test_the_first_bytes_decide(name, content, kind, tmp_path):
    (tmp_path / "cat").mkdir()
    path = tmp_path / "cat" / name
    path.write_bytes(content)
    if kind:
        with Image.open(path) as image:
            assert image.format == kind
            image.load()
    else:
        with pytest.raises(UnidentifiedImageError, match="cannot identify image file"):
            Image.open(path)
        with pytest.raises(UnidentifiedImageError):
            ImageFolder(tmp_path)[0]


@says(
    "errors/images/cannot_identify_image_file",
    "A JPEG or PNG that breaks off in the middle opens, and fails later, when its pixels are read: "
    "`image file is truncated`.",
    "SyntaxError: some broken PNG files",
    "Read every pixel of every file once, before training.",
    "ImageFolder takes the files that the function lets through.",
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "chunk"])
def test_broken_pictures(kind, tmp_path):
    noise = Image.effect_noise((600, 600), 50)
    content = encoded(noise, "PNG" if kind == "chunk" else kind)
    (tmp_path / "cat").mkdir()
    whole, broken = tmp_path / "cat" / "1.png", tmp_path / "cat" / "2.png"
    whole.write_bytes(content)
    last = content.rfind(b"IDAT")
    part = content[: len(content) // 2]
    broken.write_bytes(content[:last] + b"\1\2\3\4" + content[last + 4 :])
    error, words = SyntaxError, "broken PNG file"
    if kind != "chunk":
        broken.write_bytes(part)
        error, words = OSError, "image file is truncated"
    with Image.open(broken) as image:
        assert image.size == (600, 600)
        with pytest.raises(error, match=words):
            image.load()
    readable = names_of("errors/images/cannot_identify_image_file")["is_readable"]
    assert [readable(path) for path in (whole, broken)] == [True, False]
    assert ImageFolder(tmp_path, is_valid_file=readable).samples == [(str(whole), 0)]


@says(
    "errors/images/cannot_handle_data_type",
    "The message shows what comes after height and width, and the type of the numbers: "
    "`(1, 1, 3), <f4` are three channels of float32.",
    "`Image.fromarray` takes colours as uint8, (H, W, 3) or (H, W, 4), and grey as (H, W).",
    "Usual causes: colours as floats; channels first, as in a tensor, where the width stands in "
    "the third place; a last dimension of 1; int64.",
)
@pytest.mark.parametrize("height", [1, 4])
@pytest.mark.parametrize(
    ("shape", "dtype", "words"),
    [
        ((6, 3), "uint8", None),
        ((6, 4), "uint8", None),
        ((6,), "uint8", None),
        ((6,), "float32", None),
        ((6, 3), "float32", "(1, 1, 3), <f4"),
        ((6, 3), "float64", "(1, 1, 3), <f8"),
        ((6, 4), "float16", "(1, 1, 4), <f2"),
        ((6, 1), "uint8", "(1, 1, 1), |u1"),
        ((6,), "int64", "(1, 1), <i8"),
        ((6, 3), "int64", "(1, 1, 3), <i8"),
        ((5, 7), "uint8", "(1, 1, 7), |u1"),
    ],
)
def test_what_fromarray_takes(height, shape, dtype, words):
    array = np.zeros((height, *shape), dtype=dtype)
    if words is None:
        assert Image.fromarray(array).size == (6, height)
    else:
        with pytest.raises(TypeError, match=re.escape(f"data type: {words}") + "$"):
            Image.fromarray(array)


@pytest.fixture
def ax():
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


@says("errors/images/invalid_shape_for_image_data", "imshow wants (H, W, C).")
@says(
    "errors/images/invalid_shape_for_image_data",
    "matplotlib's `imshow` takes (H, W), (H, W, 1), (H, W, 3) and (H, W, 4); a tensor of "
    "torchvision is (C, H, W).",
    "Usual causes: no `permute`; a grey picture with its channel in front; a whole batch.",
)
@pytest.mark.parametrize(
    ("shape", "taken"),
    [
        ((4, 6), True),
        ((4, 6, 1), True),
        ((4, 6, 3), True),
        ((4, 6, 4), True),
        ((4, 6, 2), False),
        ((3, 4, 6), False),
        ((1, 28, 28), False),
        ((8, 3, 4, 6), False),
    ],
)
def test_what_imshow_takes(shape, taken, ax):
    x = torch.rand(shape)
    if taken:
        ax.imshow(x.numpy())
    else:
        with pytest.raises(TypeError, match=re.escape(f"Invalid shape {shape} for image data")):
            ax.imshow(x.numpy())
    channels = {"L": 1, "RGB": 3, "RGBA": 4}
    for mode, n in channels.items():
        assert to_tensor(picture(mode)).shape == (n, 4, 6)


@says(
    "errors/images/invalid_shape_for_image_data",
    "`reshape` in place of `permute` gives a shape that fits, and a picture in pieces.",
)
@pytest.mark.parametrize("convert", [to_tensor, v1.ToTensor(), v2.functional.pil_to_tensor])
def test_reshape_scrambles(convert, ax):
    x = convert(picture("RGB", (20, 10))) * torch.tensor([0, 1, 1]).view(3, 1, 1)
    pieces, right = x.reshape(10, 20, 3), x.permute(1, 2, 0)
    ax.imshow(pieces.numpy())
    assert pieces.shape == right.shape
    assert not torch.equal(pieces, right)
    assert torch.equal(pieces[0, 0], x[0, 0, :3])


@contextlib.contextmanager
def logged():
    lines, handler = [], logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    logging.getLogger("matplotlib.image").addHandler(handler)
    yield lines
    logging.getLogger("matplotlib.image").removeHandler(handler)


@says("errors/images/clipping_input_data", "values outside 0 to 1.")
@says(
    "errors/images/clipping_input_data",
    "matplotlib shows colours of floats from 0 to 1 or of integers from 0 to 255, clips the rest "
    "and logs this line; the picture is too dark, nearly white, or has glaring colours.",
    "Usual causes: a normalised picture; floats of 0 to 255; the output of a model.",
    "Nothing is raised.",
)
@pytest.mark.parametrize(
    ("change", "clipped"),
    [
        (lambda x: x, None),
        (lambda x: (x * 255).to(torch.uint8), None),
        (lambda x: (x * 255).long(), None),
        (lambda x: (x * 255).long() - 9, "all"),
        (lambda x: (x - 0.9) / 0.2, "dark"),
        (lambda x: (x * 255).round(), "white"),
        (lambda x: x * 2 - 1, "all"),
    ],
)
def test_imshow_clips(change, clipped, ax):
    x = torch.linspace(0, 1, 300).reshape(10, 10, 3)
    with logged() as lines:
        shown = torch.as_tensor(ax.imshow(change(x).numpy()).get_array())
    assert len(lines) == (clipped is not None)
    if clipped:
        assert lines[0].startswith("Clipping input data to the valid range for imshow with RGB")
    top = 1 if change(x).is_floating_point() else 255
    assert torch.equal(shown, change(x).clamp(0, top))
    if clipped == "dark":
        assert (shown == 0).float().mean() > 0.8
    if clipped == "white":
        assert (shown == 1).float().mean() > 0.95


@says(
    "errors/images/permitted_channel_values",
    "Brightness, contrast, saturation and hue are defined for grey and RGB.",
    "Usual causes: a tensor (H, W, C), whose height is taken for the channels; a picture with "
    "transparency, four channels; more bands, as from a satellite; several frames stacked as "
    "channels.",
    "(H, W, C): bring the channels to the front.",
)
@pytest.mark.parametrize("version", [v1, v2])
@pytest.mark.parametrize("what", ["brightness", "contrast", "saturation", "hue"])
def test_colours_need_one_or_three_channels(version, what):
    jitter = version.ColorJitter(**{what: 0.2})
    hwc = torch.rand(8, 10, 3)
    frames = torch.cat([torch.rand(3, 8, 10)] * 2)
    wrong = {8: hwc, 4: to_tensor(picture("RGBA")), 13: torch.rand(13, 8, 10), 6: frames}
    for found, x in wrong.items():
        with pytest.raises(TypeError, match=rf"permitted channel values are .*found {found}$"):
            jitter(x)
    for x in (hwc.permute(2, 0, 1), torch.rand(1, 8, 10), to_tensor(picture("L"))):
        assert jitter(x).shape == x.shape


@says(
    "errors/images/to_tensor_deprecated",
    "A warning of `v2.ToTensor`; v1, `torchvision.transforms.ToTensor`, gives none.",
    "In v2 making an image tensor and scaling it to 0 to 1 are two steps: `ToImage`, then "
    "`ToDtype` with `scale=True`.",
    "Without `scale=True` the numbers stay 0 to 255.",
    "Between the two the picture is uint8.",
)
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA"])
def test_two_steps_for_to_tensor(mode):
    image = picture(mode)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        old = v1.ToTensor()(image)
    with pytest.warns(UserWarning, match=r"`ToTensor\(\)` is deprecated"):
        assert torch.equal(v2.ToTensor()(image), old)
    between = v2.ToImage()(image)
    assert between.dtype == torch.uint8
    torch.testing.assert_close(v2.ToDtype(torch.float32, scale=True)(between) + 0, old + 0)
    assert torch.equal(v2.ToDtype(torch.float32)(between), (old * 255).round())
    assert old.max() <= 1


@says("errors/images/std_zero", "One of the standard deviations is 0.")
@says(
    "errors/images/std_zero",
    "Usual causes: a channel that is constant in the pictures over which it was computed, such as "
    "a black band; mean and std in the wrong order, where a mean is 0. v1 adds the dtype, and "
    "raises also where a tiny number becomes 0 in float16; v2 gives inf or nan there, without a "
    "message.",
)
@pytest.mark.parametrize("version", [v1, v2])
@pytest.mark.parametrize("cause", ["none", "black band", "order", "tiny"])
def test_a_deviation_of_zero(version, cause):
    images = torch.rand(16, 3, 8, 8, generator=torch.Generator().manual_seed(0))
    if cause == "black band":
        images[:, 1] = 0
    mean, std = images.mean((0, 2, 3)).tolist(), images.std((0, 2, 3)).tolist()
    if cause == "order":
        mean, std = [0.5, 0.5, 0.5], [0.0, 0.5, 0.5]
    if cause == "tiny":
        images, std = images.half(), [1e-9, 0.5, 0.5]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        if cause == "none":
            assert version.Normalize(mean, std)(images).std().round(decimals=2) == 1
        elif cause == "tiny" and version is v2:
            assert not version.Normalize(mean, std)(images)[:, 0].isfinite().any()
            same = torch.full((1, 2, 2), 0.5).half()
            assert version.Normalize([0.5], [1e-9])(same).isnan().all()
        else:
            dtype = f" after conversion to {images.dtype}" if version is v1 else ""
            with pytest.raises(ValueError, match=f"std evaluated to zero{dtype}, leading"):
                version.Normalize(mean, std)(images)


@says(
    "errors/images/antialias_parameter",
    "Now both are smoothed, and nothing is said.",
    "Pass `antialias=True`, which means the same before and after; `antialias=False` for tensors "
    "gives the old pixels, for a model that was trained with them.",
    "A PIL image is smoothed all the same.",
)
@pytest.mark.parametrize("version", [v1, v2])
@pytest.mark.parametrize("name", ["Resize", "RandomResizedCrop"])
@pytest.mark.parametrize("kind", ["PIL", "tensor"])
def test_both_kinds_are_smoothed(version, name, kind):
    image = picture("L", (32, 32))
    noise = v2.functional.to_image(image).float() / 255
    image = image if kind == "PIL" else noise
    assert inspect.signature(getattr(version, name)).parameters["antialias"].default is True

    def resized(**options):
        whole = {"scale": (1, 1), "ratio": (1, 1)} if "Crop" in name else {}
        transform = getattr(version, name)(8, **whole, **options)
        return v2.functional.to_image(transform(image)).float()

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        now = resized()
        assert torch.equal(now, resized(antialias=True))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        off = resized(antialias=False)
    if kind == "PIL":
        assert torch.equal(off, now)
    else:
        assert off.std() > 1.2 * now.std()
        plain = torch.nn.functional.interpolate(noise[None], size=8, mode="bilinear")[0]
        torch.testing.assert_close(off + 0, plain)


@says(
    "errors/images/cannot_write_mode",
    "Modes of more than 8 bits (I;16, I, F) are refused as well, and `convert` clips at 255: scale "
    "first.",
)
@pytest.mark.parametrize("mode", ["I;16", "I", "F"])
@pytest.mark.parametrize("value", [0, 30, 256, 60000])
def test_modes_of_more_than_8_bits(mode, value):
    image = Image.new(mode, (2, 2), value)
    with pytest.raises(OSError, match=f"cannot write mode {mode} as JPEG"):
        image.save(io.BytesIO(), "JPEG")
    assert image.convert("RGB").getpixel((0, 0)) == (min(value, 255),) * 3
    scaled = Image.fromarray((np.asarray(image) / 65535 * 255).astype(np.uint8))
    assert scaled.convert("RGB").getpixel((0, 0)) == (int(value / 257),) * 3
