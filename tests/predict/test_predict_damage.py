"""Damaged files, deep greys and huge headers through the recipes of predict."""

import io
import os
import struct
import time
import zlib
from collections import Counter

import damage
import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from recipes import SNIPPETS, names_of
from support import library, says
from torch import nn
from torchvision.transforms import v2

COUNT = 75  # of each kind of damage, so 300 of each format
SUFFIX = {"PNG": ".png", "JPEG": ".jpg", "WEBP": ".webp"}
COLOURS = ["red", "green", "blue"]

#: The recipes that hold a reader of files.
READERS = ("predict/image_file", "predict/many_files")


def predict(folder, **options):
    """Predict the strongest colour of each file."""
    model = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
    to_float = v2.ToDtype(torch.float32, scale=True)
    transform = v2.Compose([v2.Resize([4, 4]), v2.ToImage(), to_float])
    predict_folder = names_of("predict/many_files")["predict_folder"]
    return predict_folder(folder, model, transform, COLOURS, **{"batch_size": 16, **options})


def kind_of(name):
    return tuple(name.split("-")[:2])


@pytest.fixture(scope="module")
def ruins(tmp_path_factory):
    """A folder of 900 damaged files, with 45 whole ones between them."""
    folder = tmp_path_factory.mktemp("ruins")
    for kind, suffix in SUFFIX.items():
        for name in damage.DAMAGES:
            for number, content in enumerate(damage.damaged(kind, name, COUNT)):
                (folder / f"{kind}-{name}-{number:02}{suffix}").write_bytes(content)
                if number % 20 == 0:
                    colour = COLOURS[number // 20 % 3]
                    whole = folder / f"{kind}-{name}-{number:02}-whole{suffix}"
                    Image.new("RGB", (32, 32), colour).save(whole)
    return folder


@pytest.fixture(scope="module")
def predicted(ruins):
    return predict(ruins)


def test_workers_find_the_same(predicted, ruins):
    assert predict(ruins, num_workers=2) == predicted


@says(
    "predict/many_files",
    "predict in batches, and go on after a broken one.",
    "What cannot be read is returned by name, with the reason, not met with a crash in hour two.",
)
def test_each_damaged_file_is_predicted_or_named(predicted, ruins, capsys):
    found, broken = predicted
    names = {path.name for path in ruins.iterdir()}
    assert len(names) == 3 * 4 * (COUNT + 4)
    assert found.keys() | broken.keys() == names
    assert not found.keys() & broken.keys()
    whole = {name for name in names if "whole" in name}
    assert {name: found.get(name) for name in whole} == {
        name: COLOURS[int(name.split("-")[2]) // 20 % 3] for name in whole
    }
    assert all(error.startswith(name) for name, error in broken.items())
    counts = {kind: Counter(map(kind_of, group - whole)) for kind, group in (
        ("files", names), ("named", broken.keys()), ("predicted", found.keys())
    )}  # fmt: skip
    rows = [(kind, name) for kind in SUFFIX for name in damage.DAMAGES]
    with capsys.disabled():
        print(f"\n{'format':8}{'damage':16}" + "".join(f"{kind:>11}" for kind in counts))
        for row in rows:
            print(f"{row[0]:8}{row[1]:16}" + "".join(f"{c[row]:11}" for c in counts.values()))
    for row, files in counts["files"].items():
        assert files == COUNT
        if row[1] in ("cut short", "huge header"):
            assert counts["named"][row] == files
    for kind in SUFFIX:  # the damage is neither none nor all there is
        assert 0 < sum(n for row, n in counts["predicted"].items() if row[0] == kind) < 2 * COUNT


def pixels_of_png(content):
    """Decode a PNG of 8-bit colour by what its standard says; None where a checksum is wrong."""
    place, data = 8, b""
    while content[place + 4 : place + 8] != b"IEND":
        (size,) = struct.unpack(">I", content[place : place + 4])
        name, part = content[place + 4 : place + 8], content[place + 8 : place + 8 + size]
        (crc,) = struct.unpack(">I", content[place + 8 + size : place + 12 + size])
        if zlib.crc32(name + part) != crc:
            return None
        if name == b"IHDR":
            width, height = struct.unpack(">II", part[:8])
        data += part * (name == b"IDAT")
        place += 12 + size
    rows = np.frombuffer(zlib.decompress(data), np.uint8).reshape(height, 1 + width * 3)
    image = np.zeros((height + 1, width + 1, 3), np.int64)  # a row above, a pixel to the left
    for y, row in enumerate(rows, start=1):
        kind, values = row[0], row[1:].reshape(width, 3)
        for x, value in enumerate(values, start=1):
            a, b, c = image[y, x - 1], image[y - 1, x], image[y - 1, x - 1]
            p = a + b - c
            pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
            paeth = np.where((pa <= pb) & (pa <= pc), a, np.where(pb <= pc, b, c))
            image[y, x] = (value + (0, a, b, (a + b) // 2, paeth)[kind]) % 256
    return image[1:, 1:]


@says("predict/many_files", "compares the checksums of a PNG")
@says("predict/image_file", "compares the checksums of a PNG")
def test_a_damaged_png_is_named_or_has_the_pixels_of_the_whole_one(tmp_path):
    read, path = names_of("predict/many_files")["read"], tmp_path / "x.png"
    decoded = 0
    for name in damage.DAMAGES:
        origin = damage.whole("PNG") if name != "swapped chunks" else damage.many_chunks("PNG")
        expected = pixels_of_png(origin)
        for content in damage.damaged("PNG", name, 2 * COUNT):
            path.write_bytes(content)
            try:
                found = np.asarray(read(path, "RGB"))
            except ValueError:
                continue
            decoded += 1
            np.testing.assert_array_equal(found, expected)
    assert decoded


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_what_a_damaged_file_decodes_to_is_what_another_decoder_makes_of_it(kind, ruins):
    """Of a JPEG or WebP no sum is kept: what is predicted is at least what the file says now."""
    cv2 = library("cv2")
    read = names_of("predict/many_files")["read"]
    compared, differ = 0, []
    for path in sorted(ruins.glob(f"{kind}-*")):
        try:
            found = np.asarray(read(path, "RGB")).astype(int)
        except ValueError:
            continue
        other = cv2.imread(str(path), cv2.IMREAD_COLOR_RGB)
        if other is None:  # it is stricter
            continue
        compared += 1
        if found.shape != other.shape or abs(found - other).mean() > 2:
            differ.append(path.name)
    assert compared > 80
    assert not differ


# Kinds of files


@says("predict/image_file", "Errors name the file.")
@says(
    "predict/many_files",
    "Return the class of each file, and why each of the others has none.",
)
@pytest.mark.parametrize("entry", READERS)
@pytest.mark.parametrize("kind", ["empty", "text", "zeros", "folder", "dangling", "pipe"])
def test_what_is_no_image_is_named(entry, kind, tmp_path):
    path = tmp_path / "x.png"
    content = {"empty": b"", "text": b"<html>404</html>", "zeros": bytes(1000)}.get(kind)
    if content is not None:
        path.write_bytes(content)
    elif kind == "folder":
        path.mkdir()
    elif kind == "dangling":
        path.symlink_to(tmp_path / "nowhere.png")
    else:  # to open it would wait for a writer
        os.mkfifo(path)
    with pytest.raises((ValueError, FileNotFoundError), match=r"x\.png"):
        names_of(entry, "Predict")["read"](path, "RGB")
    if entry == "predict/many_files":
        Image.new("RGB", (2, 2), "blue").save(tmp_path / "y.webp")
        found, broken = predict(tmp_path)
        assert (found, list(broken)) == ({"y.webp": "blue"}, ["x.png"])


def test_a_folder_without_images(tmp_path):
    (tmp_path / "notes.txt").write_text("none here")
    assert predict(tmp_path) == ({}, {})
    with pytest.raises(FileNotFoundError, match="nowhere"):
        predict(tmp_path / "nowhere")


@says(
    "predict/many_files",
    "The transform has to give one size: `Resize(H)` keeps the proportions, `Resize([H, W])` does "
    "not.",
)
@pytest.mark.parametrize("size", [4, 9])
def test_pictures_of_two_shapes(size, tmp_path):
    Image.new("RGB", (40, 20), "red").save(tmp_path / "wide.png")
    Image.new("RGB", (20, 40), "red").save(tmp_path / "high.png")
    model = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
    predict_folder = names_of("predict/many_files")["predict_folder"]
    for resized, fits in ((size, False), ([size, size], True)):
        to_float = v2.ToDtype(torch.float32, scale=True)
        arguments = (model, v2.Compose([v2.Resize(resized), v2.ToImage(), to_float]), COLOURS)
        if fits:
            found, _ = predict_folder(tmp_path, *arguments, batch_size=2)
            assert found == {"wide.png": "red", "high.png": "red"}
        else:
            with pytest.raises(RuntimeError, match="stack expects each tensor to be equal size"):
                predict_folder(tmp_path, *arguments, batch_size=2)


CUT = {
    "png": {},
    "jpeg": {},
    "jpeg progressive": {"progressive": True},
    "webp": {},
    "webp lossless": {"lossless": True},
}


@says(
    "predict/many_files",
    "That holds for a PNG, JPEG or WebP cut short, for more than `Image.MAX_IMAGE_PIXELS`, 89 "
    "million, and for a PNG with a wrong checksum.",
)
@says(
    "predict/image_file",
    "A PNG, JPEG or WebP cut short is an error, and so are more than 89 million pixels and a PNG "
    "with a wrong checksum.",
)
@pytest.mark.parametrize("entry", READERS)
@pytest.mark.parametrize("kind", CUT)
def test_no_file_cut_short_gives_another_picture(entry, kind, tmp_path):
    """At each length; without its last four bytes, a sum of nothing, a PNG may be read."""
    read, path = names_of(entry, "Predict")["read"], tmp_path / f"x.{kind.partition(' ')[0]}"
    image = Image.open(io.BytesIO(damage.whole("PNG", size=16)))
    image.save(path, **CUT[kind])
    content, whole = path.read_bytes(), np.asarray(read(path, "RGB"))
    for length in range(len(content)):
        path.write_bytes(content[:length])
        try:
            found = np.asarray(read(path, "RGB"))
        except ValueError:
            continue
        assert length >= len(content) - 4
        np.testing.assert_array_equal(found, whole)


@says(
    "predict/many_files",
    "That holds for a PNG, JPEG or WebP cut short, for more than `Image.MAX_IMAGE_PIXELS`, 89 "
    "million, and for a PNG with a wrong checksum.",
)
@says(
    "predict/image_file",
    "A PNG, JPEG or WebP cut short is an error, and so are more than 89 million pixels and a PNG "
    "with a wrong checksum.",
)
@pytest.mark.parametrize("entry", READERS)
@pytest.mark.parametrize("kind", SUFFIX)
def test_the_limit_of_pixels(entry, kind, tmp_path, monkeypatch):
    assert round(Image.MAX_IMAGE_PIXELS / 1e6) == 89
    read, path = names_of(entry, "Predict")["read"], tmp_path / f"x{SUFFIX[kind]}"
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 12)
    Image.new("RGB", (4, 3)).save(path)
    assert read(path, "RGB").size == (4, 3)
    for size in ((13, 1), (5, 5), (50, 50)):
        Image.new("RGB", size).save(path)
        with pytest.raises(ValueError, match=r"x\.(png|jpg|webp) cannot be read: .*pixels"):
            read(path, "RGB")


@says(
    "predict/image_file",
    "A PNG, JPEG or WebP cut short is an error, and so are more than 89 million pixels and a PNG "
    "with a wrong checksum.",
)
@says(
    "predict/many_files",
    "That holds for a PNG, JPEG or WebP cut short, for more than `Image.MAX_IMAGE_PIXELS`, 89 "
    "million, and for a PNG with a wrong checksum.",
)
@pytest.mark.parametrize("entry", READERS)
@pytest.mark.parametrize("name", ["IHDR", "tEXt", "IDAT"])
def test_a_wrong_checksum_is_an_error(entry, name, tmp_path):
    read, path = names_of(entry, "Predict")["read"], tmp_path / "x.png"
    parts = damage.chunks(damage.many_chunks("PNG"), "PNG")
    path.write_bytes(b"".join(parts))
    assert read(path, "RGB").size == (32, 32)
    of_name = [place for place, part in enumerate(parts) if part[4:8] == name.encode()]
    for place in of_name:
        for byte in (-1, -4):
            changed = list(parts)
            last = bytearray(parts[place])
            last[byte] ^= 1
            changed[place] = bytes(last)
            path.write_bytes(b"".join(changed))
            with pytest.raises(ValueError, match=r"^x\.png (is not an image|cannot be read)"):
                read(path, "RGB")


@says(
    "predict/many_files",
    "JPEG and WebP keep no checksum: what still decodes gets a prediction.",
)
@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_what_still_decodes_is_predicted(kind, predicted, ruins):
    """Another picture, and nothing in the file says so."""
    read = names_of("predict/many_files")["read"]
    changed = 0
    whole = np.asarray(Image.open(io.BytesIO(damage.whole(kind))))
    for path in ruins.glob(f"{kind}-flipped bits-*"):
        if path.name in predicted[0] and "whole" not in path.name:
            image = read(path, "RGB")
            changed += image.size != (32, 32) or not np.array_equal(np.asarray(image), whole)
    assert changed > 20


def test_the_reader_of_a_folder_is_that_of_a_file():
    texts = [(SNIPPETS / f"{entry}.py").read_text(encoding="utf-8") for entry in READERS]
    functions = [
        [
            part.partition("\n\n\n")[0].strip()
            for part in text.split("\ndef ")
            if part.startswith(name)
        ]
        for text in texts
        for name in ("in_mode(", "read(")
    ]
    assert functions[:2] == functions[2:]
    assert all(len(function) == 1 for function in functions)


# Greys of 16 bits


def save_deep(values, kind, path):
    """Save values of 16 bits in one of the ways in which files hold them."""
    values = np.asarray(values)
    if kind == "I":
        Image.fromarray(values.astype(np.int32)).save(path)
    else:
        order = ">u2" if kind == "I;16B" else "<u2"
        Image.fromarray(values.astype(order)).save(path)
    with Image.open(path) as image:
        assert image.mode == kind


DEEP = {"I;16 png": ".png", "I;16 tiff": ".tiff", "I;16B tiff": ".tiff", "I tiff": ".tiff"}


@says("predict/image_file", "16 bits: convert() makes all above 255 white")
@says("predict/many_files", "16 bits: convert() makes all above 255 white")
@says("predict/colour_modes", "Of 16 bits it makes all above 255 white: divide by 257 first.")
@pytest.mark.parametrize("entry", READERS)
@pytest.mark.parametrize("kind", DEEP)
@given(seed=st.integers(0, 9))
def test_sixteen_bits_are_read_as_eight(entry, kind, seed, tmp_path_factory):
    path = tmp_path_factory.mktemp("deep") / f"x{DEEP[kind]}"
    read = names_of(entry, "Predict")["read"]
    values = np.random.default_rng(seed).integers(0, 65536, (9, 7))
    save_deep(values, kind.split()[0], path)
    with Image.open(path) as image:
        clipped = np.asarray(image.convert("L"))
    np.testing.assert_array_equal(clipped, values.clip(max=255))
    for mode in ("L", "RGB"):
        found = np.asarray(read(path, mode)).astype(float)
        expected = values / 65535 * 255
        assert abs(found.T - expected.T).max() <= 0.5 + 1e-9


@pytest.fixture(scope="module")
def digits():
    return names_of("predict/image_file")


@says(
    "predict/image_file",
    "Grey of 16 bits gives the prediction of its 8-bit version, up to rounding.",
)
@pytest.mark.parametrize("kind", DEEP)
def test_sixteen_bits_predict_what_eight_bits_do(digits, kind, tmp_path):
    classifier, right = digits["classifier"], 0
    for number in range(20):  # the digits on which the model was not trained
        eight = (digits["digits"].images[number] * 255 / 16).astype(int)
        Image.fromarray(eight.astype(np.uint8)).save(tmp_path / "eight.png")
        expected = classifier.predict(tmp_path / "eight.png", k=10)
        low = np.random.default_rng(number).integers(0, 256, eight.shape)  # what 8 bits drop
        for values, near in ((eight * 257, 1e-6), (eight * 256 + low, 0.03)):
            path = tmp_path / f"deep{DEEP[kind]}"
            save_deep(values, kind.split()[0], path)
            found = dict(classifier.predict(path, k=10))
            assert found == pytest.approx(dict(expected), abs=near)
        right += expected[0][0] == digits["checkpoint"]["classes"][digits["digits"].target[number]]
    assert right >= 15


@pytest.mark.parametrize("entry", READERS)
def test_a_transparent_grey_of_sixteen_bits_is_white(entry, tmp_path):
    path = tmp_path / "x.png"
    values = np.array([[25700, 25701, 0]], dtype=np.uint16)
    Image.fromarray(values).save(path, transparency=25700)
    found = names_of(entry, "Predict")["read"](path, "RGB")
    assert np.asarray(found)[0, :, 0].tolist() == [255, 100, 0]


@pytest.mark.parametrize("entry", READERS)
@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (np.full((2, 2), 0.5, np.float32), "floating point"),
        (np.full((2, 2), 65536, np.int32), "more than 16 bits"),
        (np.full((2, 2), -1, np.int32), "more than 16 bits"),
    ],
)
def test_a_scale_that_nobody_knows_is_refused(entry, values, reason, tmp_path):
    path = tmp_path / "x.tiff"
    Image.fromarray(values).save(path)
    with pytest.raises(ValueError, match=rf"x\.tiff cannot be read: {reason}"):
        names_of(entry, "Predict")["read"](path, "L")


@says("predict/colour_modes", "65535 is white")
@given(st.integers(0, 65535))
def test_deep_grey_in_three_channels(value):
    entry = names_of("predict/colour_modes", deep=Image.new("I;16", (1, 1), value))
    grey = entry["eight"].convert("RGB").getpixel((0, 0))
    assert grey == (round(value / 65535 * 255),) * 3
    assert (value == 65535) <= (grey == (255, 255, 255))


MODES = {
    ".png": ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"],
    ".jpg": ["1", "L", "RGB", "CMYK", "YCbCr"],
    ".webp": ["L", "RGB", "RGBA"],
    ".gif": ["1", "L", "P", "RGB", "RGBA"],
    ".bmp": ["1", "L", "P", "RGB", "RGBA"],
    ".tiff": ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I;16", "I"],
}


@pytest.mark.parametrize("entry", READERS)
@pytest.mark.parametrize("suffix", MODES)
def test_each_mode_that_a_format_holds_is_read(entry, suffix, tmp_path):
    read = names_of(entry, "Predict")["read"]
    for mode in MODES[suffix]:
        path = tmp_path / f"{mode}{suffix}"
        Image.new(mode, (3, 2)).save(path)
        for wanted in ("L", "RGB"):
            found = read(path, wanted)
            assert (found.mode, found.size) == (wanted, (3, 2))


# The model


@pytest.fixture
def built(monkeypatch):
    """Count the modules that are built, of any kind."""
    built, original = [], nn.Module.__init__
    monkeypatch.setattr(
        nn.Module,
        "__init__",
        lambda self, *a, **k: (built.append(self), original(self, *a, **k))[1],
    )
    return built


@says("predict/image_file", "The model and the transform, built once, not for each file.")
@pytest.mark.parametrize("files", [1, 30])
def test_a_classifier_builds_its_model_once(digits, files, built, tmp_path):
    classifier = digits["Classifier"](digits["checkpoint"])
    once = len(built)
    assert once >= 5
    Image.new("L", (8, 8), 90).save(tmp_path / "x.png")
    (tmp_path / "y.png").write_bytes(b"")
    for _ in range(files):
        classifier.predict(tmp_path / "x.png")
        with pytest.raises(ValueError, match=r"y\.png"):
            classifier.predict(tmp_path / "y.png")
    assert len(built) == once


def test_a_folder_builds_no_model(ruins, built):
    class Count(nn.Module):
        batches = 0

        def forward(self, images):
            Count.batches += 1
            assert not self.training
            assert not torch.is_grad_enabled()
            return images.mean(dim=(2, 3))

    model = Count()
    to_float = v2.ToDtype(torch.float32, scale=True)
    transform = v2.Compose([v2.Resize([4, 4]), v2.ToImage(), to_float])
    once = len(built)
    predict_folder = names_of("predict/many_files")["predict_folder"]
    predict_folder(ruins, model.train(), transform, COLOURS, batch_size=16)
    assert len(built) == once
    assert 20 < Count.batches <= len(list(ruins.iterdir())) / 16 + 1


@says(
    "predict/many_files",
    "With `num_workers` the loader reads the next files while the model computes.",
)
@pytest.mark.parametrize("workers", [0, 1])
def test_workers_read_ahead(workers, tmp_path):
    """While the model has seen one file, the loader has read others: only with workers."""
    for number in range(8):
        Image.new("RGB", (2, 2), "red").save(tmp_path / f"{number}.png")
    read = torch.zeros(1, dtype=torch.int32).share_memory_()
    ahead = []

    def transform(image):
        read.add_(1)
        return torch.zeros(3, 2, 2)

    class Model(nn.Module):
        def forward(self, images):
            if not ahead:
                for _ in range(2_000 if workers else 1):
                    if read.item() > 1:
                        break
                    time.sleep(0.005)
                ahead.append(read.item() - 1)
            return images.mean(dim=(2, 3))

    predict_folder = names_of("predict/many_files")["predict_folder"]
    found, broken = predict_folder(tmp_path, Model(), transform, COLOURS, num_workers=workers)
    assert (len(found), broken, read.item()) == (8, {}, 8)
    assert (ahead[0] > 0) == (workers > 0)
