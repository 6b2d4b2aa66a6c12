"""The picture that others show beside a link to a page: its topic, and the lines one comes for."""

from __future__ import annotations

import io
from pathlib import Path

from matplotlib.font_manager import FontProperties, findfont
from PIL import Image, ImageDraw, ImageFont

from cheatsheet import catalog
from cheatsheet.entry import Entry, split_docstring

#: One for each page, under its path with `-` for `/`.
PREVIEWS = catalog.ROOT / "docs" / "assets" / "previews"

SIZE = (1200, 630)  # pixels, what networks ask for
_LINES, _WIDTH = 6, 62  # of code that fit, and characters of a line
_BAND, _PAPER, _INK, _CODE = "#9a2f14", "#ffffff", "#1b1d21", "#1b5e36"


def write(entries: list[Entry]) -> None:
    """Draw the pictures of all pages in `docs`, and write those that have changed."""
    PREVIEWS.mkdir(parents=True, exist_ok=True)
    calls = {entry.name: entry.call.text for entry in entries if entry.call}
    home = catalog.read_page(catalog.SNIPPETS).wanted.values()
    best = [calls[name] for rows in home for name in rows.values()]
    pages = {page.name: page for topic in catalog.topics() for page in (topic, *topic.groups)}
    docs = catalog.ROOT / "docs"
    for path in docs.rglob("*.md"):
        name = path.relative_to(docs).with_suffix("").as_posix()
        page = pages.get(name.removesuffix("/index"))
        if page is None:
            _draw(name, "Every line has been run", best)
            continue
        heading, _, _ = split_docstring(page.docstring)
        own = {entry: call for entry, call in calls.items() if entry.startswith(f"{page.name}/")}
        wanted = [own[f"{page.name}/{member}"] for member in page.wanted]
        _draw(name, heading, list(dict.fromkeys([*wanted, *own.values()])))


def _draw(name: str, heading: str, calls: list[str]) -> None:
    image = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0], 190), fill=_BAND)
    draw.text((60, 40), "PyTorch cheat sheet", _PAPER, _font(34))
    draw.text((60, 90), heading, _PAPER, _font(64, weight="bold"))
    short = [call for call in calls if len(call) <= _WIDTH]
    for number, call in enumerate(short[:_LINES]):
        draw.text((60, 230 + 62 * number), call, _CODE if number % 2 else _INK, _font(29, "mono"))
    drawn = io.BytesIO()
    image.quantize(32, Image.Quantize.FASTOCTREE).save(drawn, "PNG")
    path = PREVIEWS / f"{name.replace('/', '-')}.png"
    if not path.exists() or path.read_bytes() != drawn.getvalue():
        path.write_bytes(drawn.getvalue())


def _font(size: int, kind: str = "sans", weight: str = "normal") -> ImageFont.FreeTypeFont:
    family = "DejaVu Sans Mono" if kind == "mono" else "DejaVu Sans"  # matplotlib brings both
    return ImageFont.truetype(Path(findfont(FontProperties(family=family, weight=weight))), size)
