"""Files of every kind through the reader of `predict/image_file`."""

import numpy as np
import pytest
from PIL import Image
from recipes import names_of
from support import says


@pytest.fixture(scope="module", params=["predict/image_file", "predict/many_files"])
def read(request):
    return names_of(request.param, "Predict")["read"]


COLOURS = {"L": 100, "RGB": (100, 100, 100), "RGBA": (100, 100, 100, 255), "LA": (100, 255)}


@says(
    "predict/image_file",
    "Return the image in the given mode: L for greyscale, RGB for colour.",
)
@says(
    "predict/many_files",
    "Return the image in the given mode: L for greyscale, RGB for colour.",
)
@pytest.mark.parametrize("mode", COLOURS)
@pytest.mark.parametrize("wanted", ["L", "RGB"])
def test_every_mode_becomes_the_wanted_one(read, mode, wanted, tmp_path):
    path = tmp_path / "image.png"
    Image.new(mode, (3, 2), COLOURS[mode]).save(path)
    image = read(path, wanted)
    assert (image.mode, image.size) == (wanted, (3, 2))
    assert np.unique(np.asarray(image)).tolist() == [100]


@says("predict/image_file", "transparent means white, not black")
@says("predict/many_files", "transparent means white, not black")
@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparent_is_white(read, mode, tmp_path):
    path = tmp_path / "clear.png"
    clear = Image.new("RGBA", (2, 2), (0, 0, 0, 0))
    if mode == "P":
        palette = Image.new("P", (2, 2), 0)
        palette.save(path, transparency=0)
    else:
        clear.convert(mode).save(path)
    assert np.unique(np.asarray(read(path, "RGB"))).tolist() == [255]


def test_half_transparent_is_mixed_with_white(read, tmp_path):
    path = tmp_path / "half.png"
    Image.new("RGBA", (1, 1), (0, 0, 0, 128)).save(path)
    assert abs(int(np.asarray(read(path, "L"))[0, 0]) - 127) <= 1


def test_print_colours(read, tmp_path):
    path = tmp_path / "print.jpg"
    Image.new("CMYK", (8, 8), (0, 0, 0, 255)).save(path)  # black ink only
    assert np.asarray(read(path, "RGB")).max() < 60


@says(
    "predict/image_file",
    "`exif_transpose` turns a phone's photograph the right way up.",
)
def test_a_turned_photograph_stands_upright(read, tmp_path):
    path = tmp_path / "turned.jpg"
    image = Image.new("RGB", (8, 4), "white")
    exif = image.getexif()
    exif[0x0112] = 6  # held upright, stored lying
    image.save(path, exif=exif)
    assert read(path, "RGB").size == (4, 8)


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (None, FileNotFoundError, "is the path right"),
        (b"", ValueError, "x.png is not an image"),
        (b"not an image", ValueError, "x.png is not an image"),
    ],
)
def test_wrong_files_are_named(read, content, error, message, tmp_path):
    path = tmp_path / "x.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=message):
        read(path, "RGB")


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_file_cut_short_is_no_grey_picture(read, kept, tmp_path):
    path = tmp_path / "x.png"
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    Image.fromarray(noise).save(path)
    content = path.read_bytes()
    path.write_bytes(content[: int(kept * len(content))])
    with pytest.raises(ValueError, match=r"x\.png cannot be read"):
        read(path, "RGB")


def test_every_digit_on_disk_is_named(tmp_path):
    """The checkpoint of the entry, on images that it has not seen, saved eight times as large."""
    entry = names_of("predict/image_file")
    right = 0
    for number in range(100):
        path = tmp_path / f"{number}.png"
        pixels = (entry["digits"].images[number] * 255 / 16).astype("uint8")
        Image.fromarray(pixels).resize((64, 64)).save(path)
        (name, probability), *_ = entry["classifier"].predict(path)
        right += name == entry["checkpoint"]["classes"][entry["digits"].target[number]]
        assert 0.1 <= probability <= 1
    assert right >= 85
