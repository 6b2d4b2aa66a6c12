"""What the sentences of predict say."""

import io
import warnings
from contextlib import suppress

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from recipes import names_of
from support import says
from torch import nn
from torchvision.datasets import ImageFolder
from torchvision.transforms import v2


def damaged():
    """Yield PNG files with one bit changed at each place, or cut short there."""
    noise = np.random.default_rng(0).integers(0, 256, (4, 4, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(noise).save(buffer, format="PNG")
    content = buffer.getvalue()
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 8
        yield bytes(changed)
        yield content[:place]


def kind_of_error(content):
    try:
        with Image.open(io.BytesIO(content)) as image:
            image.convert("RGB")
    except Exception as error:  # its kind is what is asked
        return type(error)
    return None


@says("predict/image_file", "OSError, SyntaxError, ValueError and others", "Errors name the file.")
@says("predict/many_files", "OSError, SyntaxError, ValueError and others")
@pytest.mark.parametrize("entry", ["predict/image_file", "predict/many_files"])
@pytest.mark.filterwarnings("ignore")
def test_what_damaged_files_raise(entry, tmp_path):
    read = names_of(entry, "Predict")["read"]
    path = tmp_path / "x.png"
    kinds = set()
    for content in damaged():
        path.write_bytes(content)
        if kind := kind_of_error(content):
            kinds.add(kind)
            with pytest.raises(ValueError, match=r"^x\.png (is not an image|cannot be read)"):
                read(path, "RGB")
        else:
            with suppress(ValueError):  # a wrong checksum
                read(path, "RGB")
    assert {OSError, SyntaxError} <= kinds
    assert kinds & {ValueError, Image.DecompressionBombError}


@says(
    "predict/image_file",
    "The checkpoint holds the class names and the numbers that prepare an image, so that "
    "prediction uses those of the training.",
)
def test_the_checkpoint_prepares_as_in_training(tmp_path):
    entry = names_of("predict/image_file")
    checkpoint, digits, path = entry["checkpoint"], entry["digits"], tmp_path / "digit.png"
    Image.fromarray((digits.images[4] * 255 / 16).astype("uint8")).save(path)
    found = entry["classifier"].predict(path, k=10)
    expected = entry["model"](entry["x"][4:5]).softmax(1)[0]
    of = {checkpoint["classes"][i]: p for i, p in enumerate(expected.tolist())}
    assert dict(found) == pytest.approx(of, abs=0.02)


@says("predict/image_file", "Return the k likeliest classes, each with its probability.")
@pytest.mark.parametrize("k", [1, 3, 10])
def test_k_classes(tmp_path, k):
    entry = names_of("predict/image_file")
    path = tmp_path / "x.png"
    Image.new("L", (8, 8), 90).save(path)
    found = entry["classifier"].predict(path, k)
    values = [value for _, value in found]
    assert len(found) == k
    assert values == sorted(values, reverse=True)
    assert sum(values) <= 1 + 1e-6


@says(
    "predict/colour_modes",
    "Files come in greyscale (`L`), with transparency (`RGBA`, `LA`), as palettes (`P`), in 16 "
    "bits (`I;16`), as CMYK from print.",
)
@pytest.mark.parametrize(
    ("mode", "kind"),
    [("L", "png"), ("RGBA", "png"), ("LA", "png"), ("P", "png"), ("I;16", "png"), ("CMYK", "jpeg")],
)
def test_modes_of_files(mode, kind):
    file = io.BytesIO()
    Image.new(mode, (2, 2)).save(file, format=kind)
    file.seek(0)
    assert Image.open(file).mode == mode


@says(
    "predict/colour_modes",
    '`convert("RGB")` drops the transparency and shows what lies under it, often black: put the '
    "image on white first.",
    "transparent, black below",
)
@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_what_lies_under_transparency(colour):
    clear = Image.new("RGBA", (1, 1), (*colour, 0))
    assert clear.convert("RGB").getpixel((0, 0)) == colour
    white = Image.new("RGBA", (1, 1), "white")
    assert Image.alpha_composite(white, clear).getpixel((0, 0)) == (255,) * 4


@says("predict/colour_modes", "uint16: divide by 65535, not by 255")
@given(st.integers(0, 65535))
def test_sixteen_bits(value):
    tensor = v2.functional.pil_to_tensor(Image.new("I;16", (1, 1), value))
    assert (tensor.dtype, tensor.item()) == (torch.uint16, value)
    assert 0 <= value / 65535 <= 1


@says(
    "predict/top_classes",
    "`softmax` over the class dimension makes logits probabilities; they sum to 1 whatever the "
    "image shows, so a picture of no known class gets a class too.",
)
@given(st.lists(st.floats(-100, 100), min_size=1, max_size=9))
def test_probabilities_sum_to_one(logits):
    probability = torch.tensor([logits]).softmax(dim=1)[0]
    assert probability.sum().item() == pytest.approx(1, abs=1e-5)
    assert (probability >= 0).all()
    assert probability.max() >= 1 / len(logits) - 1e-6


@says(
    "predict/top_classes",
    "`class_to_idx` of `ImageFolder` turns round into names; keep it in the checkpoint.",
)
def test_class_to_idx_of_a_folder(tmp_path):
    for name in ("owl", "cat"):
        (tmp_path / name).mkdir()
        Image.new("L", (2, 2)).save(tmp_path / name / "1.png")
    class_to_idx = ImageFolder(tmp_path).class_to_idx
    assert {index: name for name, index in class_to_idx.items()} == {0: "cat", 1: "owl"}


@says(
    "predict/forgotten_batch",
    "`unsqueeze(0)` before the model, `[0]` after it.",
    "A convolution takes (C, H, W) without a batch too, but `Flatten` then mixes channels and "
    "batch, and the error comes later.",
)
def test_a_convolution_without_a_batch():
    convolution, image = nn.Conv2d(1, 4, 3), torch.rand(1, 8, 8)
    found = convolution(image)
    torch.testing.assert_close(found, convolution(image.unsqueeze(0))[0])
    assert nn.Flatten()(found).shape == (4, 36)  # the channels stand where the batch belongs
    with pytest.raises(RuntimeError, match="cannot be multiplied"), warnings.catch_warnings():
        nn.Linear(144, 10)(nn.Flatten()(found))
