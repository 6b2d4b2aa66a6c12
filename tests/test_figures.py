"""Figures that entries open say what they show; montages leave no holes and find their windows."""

import textwrap

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from sklearn.datasets import load_sample_image
from support import says
from torchvision.transforms import v2

from cheatsheet import figures
from cheatsheet.check import runner
from cheatsheet.check.sandbox import Request
from cheatsheet.entry import read_entry
from cheatsheet.figures import montage, transforms
from cheatsheet.figures.windows import scaled_window_of, window_of

PLOT = """
import matplotlib.pyplot as plt

figure, axes = plt.subplots()
axes.plot([1, 2])
"""


@says(
    "CONTRIBUTING",
    "Figures that an entry opens with matplotlib are kept for its page; their titles are "
    "what a screen reader says.",
)
@pytest.mark.parametrize("title", ["", "axes.set_title('two points')"])
def test_a_figure_without_a_title_is_refused(title, tmp_path):
    path = tmp_path / "subject.py"
    path.write_text('"""Plot: of two points."""\n' + textwrap.dedent(PLOT) + title + "\n")
    entry = read_entry(path, "subject")
    seen = runner.run(Request(entry, prepare=figures.set_style, draw=_titles))
    if title:
        assert (seen.error, seen.figures) == (None, [("subject", "two points")])
    else:
        assert "add axes.set_title(...)" in seen.error


def _titles(name, variables):
    """What `cheatsheet prepare` asks of each figure before it saves it."""
    return [(name, figures._title(variables["figure"]))]


PHOTO = Image.fromarray(load_sample_image("flower.jpg"))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.integers(0, 2**32), st.data())
def test_a_window_is_found_by_its_pixels(seed, data):
    height, width = data.draw(st.integers(6, 40)), data.draw(st.integers(6, 40))
    pixels = np.random.default_rng(seed).integers(256, size=(height, width, 3), dtype=np.uint8)
    left, top = data.draw(st.integers(0, width - 4)), data.draw(st.integers(0, height - 4))
    right = data.draw(st.integers(left + 3, width))
    bottom = data.draw(st.integers(top + 3, height))
    image, window = Image.fromarray(pixels), (left, top, right, bottom)
    whole = window == (0, 0, width, height)
    assert window_of(image, image.crop(window)) == (None if whole else window)


@pytest.mark.parametrize("seed", range(4))
def test_the_window_of_a_resized_crop_is_found(seed):
    torch.manual_seed(seed)
    top, left, height, width = v2.RandomResizedCrop(224).make_params([PHOTO]).values()
    tile = v2.functional.resized_crop(v2.ToImage()(PHOTO), top, left, height, width, [224, 224])
    found = scaled_window_of(PHOTO, v2.functional.to_pil_image(tile))
    expected = (left, top, left + width, top + height)
    assert np.abs(np.subtract(found, expected)).max() <= 2
    assert window_of(PHOTO, v2.functional.to_pil_image(tile)) is None


@pytest.mark.parametrize("made", ["turned", "another", "squashed"])
def test_no_window_where_there_is_none(made):
    tile = {
        "turned": PHOTO.rotate(45).crop((170, 63, 470, 363)),
        "another": Image.fromarray(load_sample_image("china.jpg")).crop((0, 0, 300, 200)),
        "squashed": PHOTO.resize((200, 200)),
    }[made]
    assert window_of(PHOTO, tile) is None
    assert scaled_window_of(PHOTO, tile) is None


def test_windows_carry_the_numbers_of_their_tiles(monkeypatch):
    crops = {"a": PHOTO.crop((0, 0, 90, 80)), "b": PHOTO, "c": PHOTO.crop((100, 50, 300, 250))}
    seen = []
    monkeypatch.setattr(transforms, "montage", lambda tiles: seen.extend(tiles) or PICTURE)
    ((picture, alt),) = transforms.draw("crop/two", {"image": PHOTO, "results": crops})
    original, *tiles = seen
    assert original.windows == [(1, (0, 0, 90, 80)), (2, (100, 50, 300, 250))]
    assert [(tile.number, tile.note) for tile in tiles] == [
        (1, "80×90"),
        (None, ""),
        (2, "200×200"),
    ]
    assert picture.captions == ["a", "b", "c"]
    assert alt.endswith("a; b; c.")


PICTURE = montage.Picture(PHOTO, PHOTO)


@pytest.mark.parametrize("count", range(1, 12))
def test_tiles_fill_their_rows(count):
    """No hole: every column of a row is a tile, its caption, or the gap between two."""
    shapes = [(640, 427), (300, 400), (50, 50)]
    tiles = [
        montage.Tile(f"seed {n}", Image.new("RGB", shapes[n % 3], "red")) for n in range(count)
    ]
    opaque = np.asarray(montage.montage(tiles).whole)[:, :, 3] > 0
    rows = opaque[opaque.any(axis=1)]
    gaps = (~rows).sum(axis=1)
    assert set(gaps.tolist()) <= {montage.GAP * n for n in range(montage.COLUMNS)}
    assert rows[:, 0].all()
    assert rows[:, -1].all()
    assert (~opaque.any(axis=1)).sum() == montage.GAP * (-(-count // montage.COLUMNS) - 1)


def test_panels_without_axes_leave_no_white():
    figures.set_style()
    from matplotlib import pyplot

    figure, both = pyplot.subplots(1, 2, figsize=(5.6, 2.4))
    for axes in both:
        axes.imshow(np.full((4, 4), 1), cmap="Blues", vmin=0, vmax=1)
        axes.set_title("all")
        axes.axis("off")
    picture = np.asarray(figures._rasterised(figure).whole)
    pyplot.close(figure)
    assert not (picture[: picture.shape[0] - 24] == 255).all(axis=-1).any()


def test_white_round_a_plot_of_an_image_is_cut_off():
    image = Image.new("RGB", (200, 100), "white")
    image.paste("blue", (60, 30, 90, 50))
    assert figures._trimmed(image).size == (30 + 16, 20 + 16)
    assert figures._trimmed(Image.new("RGB", (9, 9), "white")).size == (9, 9)
