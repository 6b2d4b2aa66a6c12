"""What the entries on old torchvision say: the old calls raise or warn, the new ones do it."""

from types import SimpleNamespace

import numpy as np
import pytest
import torch
from old_calls import message_of, warnings_of
from PIL import Image
from support import says
from torchvision import transforms
from torchvision.datasets import MNIST
from torchvision.transforms import InterpolationMode, v2
from torchvision.utils import make_grid, save_image

GRADIENT = Image.linear_gradient("L")


@says(
    "upgrades/vision/renamed_transforms",
    "`Scale` is `Resize` and `RandomSizedCrop` is `RandomResizedCrop`; the old names raise.",
    "`v2.ToTensor` warns; `transforms.ToTensor` of the first version does not.",
    "What takes its place gives float32 of every picture, where `ToTensor` keeps 16 bits as whole "
    "numbers.",
)
@pytest.mark.parametrize("module", [transforms, v2])
def test_renamed_transforms(module):
    for old in ("Scale", "RandomSizedCrop"):
        assert f"has no attribute '{old}'" in message_of(
            lambda old=old: getattr(module, old), AttributeError
        )
    assert module.Resize(64)(GRADIENT).size == module.RandomResizedCrop(64)(GRADIENT).size
    assert not warnings_of(transforms.ToTensor)
    column = torch.arange(256) / 255  # the gradient of Pillow, row by row
    torch.testing.assert_close(transforms.ToTensor()(GRADIENT)[0, :, 7], column)
    assert "is deprecated" in warnings_of(v2.ToTensor)[0]
    new = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
    for mode in ("1", "L", "P", "RGB", "RGBA", "F"):
        picture = GRADIENT.convert(mode)
        assert new(picture).dtype == torch.float32
        torch.testing.assert_close(new(picture).data, transforms.ToTensor()(picture))
    deep = Image.fromarray(np.full((2, 2), 1000, dtype=np.uint16))
    assert new(deep).tolist() == (torch.full((1, 2, 2), 1000.0) / 65535).tolist()
    assert transforms.ToTensor()(deep).tolist() == [[[1000, 1000], [1000, 1000]]]
    assert not transforms.ToTensor()(deep).is_floating_point()


@says("upgrades/vision/resample_and_fillcolor", "`resample` and `fillcolor` raise.")
@pytest.mark.parametrize(
    "call",
    [
        lambda: transforms.RandomRotation(10, resample=2),
        lambda: transforms.RandomAffine(10, resample=2),
        lambda: transforms.RandomAffine(10, fillcolor=0),
        lambda: transforms.RandomPerspective(resample=2),
        lambda: transforms.functional.rotate(GRADIENT, 10, resample=2),
        lambda: transforms.functional.affine(GRADIENT, 1, (0, 0), 1, 0, fillcolor=0),
    ],
)
def test_resample(call):
    assert "unexpected keyword argument" in message_of(call, TypeError)


@says(
    "upgrades/vision/resample_and_fillcolor",
    "A number of Pillow, such as `interpolation=2`, is taken silently; the enum says what it "
    "means: 0 is NEAREST, 2 is BILINEAR, 3 is BICUBIC.",
)
@pytest.mark.parametrize("name", ["NEAREST", "BILINEAR", "BICUBIC"])
def test_numbers_of_pillow(name):
    number, mode = int(Image.Resampling[name]), InterpolationMode[name]
    assert number == {"NEAREST": 0, "BILINEAR": 2, "BICUBIC": 3}[name]
    assert not warnings_of(lambda: transforms.Resize(50, interpolation=number)(GRADIENT))
    old, new = (transforms.Resize(50, interpolation=i)(GRADIENT) for i in (number, mode))
    np.testing.assert_array_equal(old, new)
    np.testing.assert_array_equal(old, GRADIENT.resize((50, 50), Image.Resampling[name]))


@says(
    "upgrades/vision/renamed_attributes",
    "`train_data`, `train_labels`, `test_data` and `test_labels` of MNIST and its kin warn: they "
    "are `data` and `targets`.",
)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("train_data", "data"),
        ("test_data", "data"),
        ("train_labels", "targets"),
        ("test_labels", "targets"),
    ],
)
def test_attributes_of_mnist(old, new):
    stand_in = SimpleNamespace(data="data", targets="targets")
    read = getattr(MNIST, old).fget
    assert f"{old} has been renamed {new}" in warnings_of(lambda: read(stand_in))
    with pytest.warns(UserWarning, match="renamed"):
        assert read(stand_in) == new


@says(
    "upgrades/vision/renamed_attributes",
    "`range=` of `make_grid` and `save_image` raises: it is `value_range=`.",
)
@pytest.mark.parametrize("low", [-1.0, 0.0])
def test_value_range(tmp_path, low):
    x = torch.linspace(low, 1.0, 4).reshape(4, 1, 1, 1)
    given = {"normalize": True, "padding": 0}
    message_of(lambda: make_grid(x, **given, range=(low, 1)), TypeError)
    message_of(lambda: save_image(x, tmp_path / "x.png", **given, range=(low, 1)), TypeError)
    grid = make_grid(x, **given, value_range=(low, 1))
    torch.testing.assert_close(grid[0, 0], torch.linspace(0, 1, 4))
    save_image(x, tmp_path / "x.png", **given, value_range=(low, 1))
    assert np.asarray(Image.open(tmp_path / "x.png"))[0, :, 0].tolist() == [0, 85, 170, 255]
