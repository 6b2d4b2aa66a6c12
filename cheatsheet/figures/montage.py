"""Several images as one picture, each over its caption, legible on a light and a dark page."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import matplotlib
from PIL import Image, ImageDraw, ImageFont

from cheatsheet.figures.windows import Window

TILE, GAP, COLUMNS, LINE = 224, 10, 3, 18  # pixels; tiles a row; a line of a caption
WIDEST, HIGHEST = COLUMNS * (TILE + GAP) - GAP, 200  # of a row
_INK, _DIM, _PAPER = "#ffffff", "#c9ced8", "#3a3f4b"  # of a caption: 10:1 and 7:1
_FONT = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSansMono.ttf"


@dataclass
class Tile:
    """An image, what made it, and what is drawn on it.

    Attributes:
        caption: Under it; without one there is no band.
        image: RGB, or RGBA.
        note: Behind the caption, dimmer: its size.
        number: In its corner, to find its window by.
        windows: Drawn on it, each with its number, or None.
    """

    caption: str
    image: Image.Image
    note: str = ""
    number: int | None = None
    windows: list[tuple[int | None, Window]] = field(default_factory=list)


@dataclass
class Picture:
    """A picture for the page, one of its tiles for the overview, and the captions as text."""

    whole: Image.Image
    thumbnail: Image.Image
    captions: list[str] = field(default_factory=list)


def montage(tiles: list[Tile]) -> Picture:
    """Set images side by side in rows that have one width: a row's tiles have one height."""
    count = -(-len(tiles) // COLUMNS)
    ends = [len(tiles) * row // count for row in range(count + 1)]
    rows = [tiles[start:end] for start, end in itertools.pairwise(ends)]
    width = max(2, *map(len, rows)) * (TILE + GAP) - GAP
    for row in rows:
        ratios = sum(tile.image.width / tile.image.height for tile in row)
        width = min(width, round(HIGHEST * ratios) + GAP * (len(row) - 1))
    picture = stacked([row_of(row, width) for row in rows])
    return Picture(picture, thumbnail(tiles[-1].image, (96, 64)), [t.caption for t in tiles])


def stacked(rows: list[Image.Image]) -> Image.Image:
    """Set rows of one width below each other."""
    whole = Image.new("RGBA", (rows[0].width, sum(row.height + GAP for row in rows) - GAP))
    top = 0
    for row in rows:
        whole.paste(row, (0, top))
        top += row.height + GAP
    return whole


def row_of(tiles: list[Tile], width: int) -> Image.Image:
    """Return tiles scaled to one height, such that they fill a width."""
    ratios = [tile.image.width / tile.image.height for tile in tiles]
    room = width - GAP * (len(tiles) - 1)
    height = round(room / sum(ratios))
    edges = [round(room * sum(ratios[:i]) / sum(ratios)) for i in range(len(tiles) + 1)]
    columns = [
        (start + GAP * i, end - start) for i, (start, end) in enumerate(itertools.pairwise(edges))
    ]
    fonts = [_font(tile, w) for tile, (_, w) in zip(tiles, columns, strict=True)]
    texts = [_lines(t, f, w) for t, f, (_, w) in zip(tiles, fonts, columns, strict=True)]
    lines = max(map(len, texts))
    band = lines * LINE + 4 if lines else 0
    row = Image.new("RGBA", (width, height + band))
    draw = ImageDraw.Draw(row)
    for tile, text, font, (left, wide) in zip(tiles, texts, fonts, columns, strict=True):
        shown = _scaled(tile, (wide, height))
        row.paste(shown, (left, 0), shown if shown.mode == "RGBA" else None)
        if lines:
            draw.rectangle((left, height, left + wide - 1, height + band - 1), fill=_PAPER)
        for number, words in enumerate(text):
            x, y = left + 6.0, height + 2 + LINE * (number + 0.5)
            for word, color in words:
                draw.text((x, y), word, color, font, anchor="lm")
                x += font.getlength(word + " ")
    return row


def band(text: str, width: int) -> Image.Image:
    """Return a caption alone, for all rows above it."""
    image = Image.new("RGBA", (width, LINE + 4), _PAPER)
    font = ImageFont.truetype(_FONT.with_name("DejaVuSans.ttf"), 12)
    ImageDraw.Draw(image).text((6, LINE / 2 + 2), text, _INK, font, anchor="lm")
    return image


def _font(tile: Tile, width: int) -> Any:
    """Return a font in which no word of a caption is wider than its tile."""
    longest = max(tile.caption.split(), key=len, default="")
    fonts = [ImageFont.truetype(_FONT, size) for size in (12, 11, 10, 9, 8)]
    return next((font for font in fonts if font.getlength(longest) <= width - 10), fonts[-1])


def _lines(tile: Tile, font: Any, width: int) -> list[list[tuple[str, str]]]:
    """Break caption and note at spaces, as words with their colours."""
    words = [(word, _INK) for word in tile.caption.split()]
    words += [(tile.note, _DIM)] if tile.note else []
    lines: list[list[tuple[str, str]]] = []
    for word in words:
        if lines and font.getlength(" ".join(w for w, _ in [*lines[-1], word])) <= width - 10:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _scaled(tile: Tile, size: tuple[int, int]) -> Image.Image:
    """Return a tile's image of (width, height), with its windows and its number."""
    scale = size[0] / tile.image.width
    method = Image.Resampling.NEAREST if scale > 4 else Image.Resampling.LANCZOS
    image = tile.image.resize(size, method)
    draw = ImageDraw.Draw(image)
    taken: list[tuple[int, int]] = []
    for _, window in tile.windows:
        _frame(draw, *_corners(window, scale, size))
    for number, window in tile.windows:
        if number is not None:
            left, top, right, bottom = _corners(window, scale, size)
            inner = [(x, y) for y in (top + 3, bottom - 18) for x in (left + 3, right - 15)]
            free = (p for p in inner if not any(_touch(p, other) for other in taken))
            taken.append(next(free, inner[0]))
            _badge(draw, number, taken[-1])
    if tile.number is not None:
        _badge(draw, tile.number, (3, 3))
    return image


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two numbers would lie on each other."""
    return abs(one[0] - other[0]) < 15 and abs(one[1] - other[1]) < 18


def _corners(window: Window, scale: float, size: tuple[int, int]) -> Window:
    left, top, right, bottom = (round(x * scale) for x in window)
    return left, top, min(right, size[0]) - 1, min(bottom, size[1]) - 1


def _frame(draw: Any, left: int, top: int, right: int, bottom: int) -> None:
    """Draw a double line just inside: dark, seen on light, and light, seen on dark."""
    for inset, color in ((0, "#000000"), (1, "#ffffff"), (2, "#000000")):
        draw.rectangle((left + inset, top + inset, right - inset, bottom - inset), outline=color)


def _badge(draw: Any, number: int, place: tuple[int, int]) -> None:
    x, y = place
    draw.rectangle((x, y, x + 12, y + 15), fill="#000000", outline="#ffffff")
    font = ImageFont.truetype(_FONT, 12)
    draw.text((x + 6.5, y + 8), str(number), "#ffffff", font, anchor="mm")


def thumbnail(image: Image.Image, box: tuple[int, int]) -> Image.Image:
    """Return an image made small enough for a box of (width, height) pixels."""
    small = image.copy()
    small.thumbnail(box)
    return small


def to_pil(tile: Any) -> Image.Image:
    """Return an image or a tensor as a PIL image in RGB, or RGBA where it has transparency.

    Args:
        tile: A PIL image or a tensor of shape (C, H, W) or (H, W), uint8, bool or float; floats
            outside 0 to 1 are stretched to that range.
    """
    if isinstance(tile, Image.Image):
        return tile.convert("RGBA" if tile.mode in ("RGBA", "LA", "P") else "RGB")
    values = tile.detach().float()
    if not tile.is_floating_point():
        values = values / (1 if str(tile.dtype) == "torch.bool" else 255)
    elif values.min() < 0 or values.max() > 1:
        values = (values - values.min()) / (values.max() - values.min())
    array = (values.clamp(0, 1) * 255).round().byte().cpu().numpy()
    array = array.reshape(-1, *array.shape[-2:]).transpose(1, 2, 0)
    return Image.fromarray(array[:, :, 0] if array.shape[2] == 1 else array).convert("RGB")
