"""Draw what entries left, and note the names they look up.

A topic that has pictures has a module here with `draw(entry, variables)`, which returns plots
(matplotlib figures) or pictures, and their alternative texts. Figures that an entry opens itself
are kept too; their titles are the texts. Plots become SVG, pictures and plots of images WebP, in
`docs/figures/`, outside version control.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import io
import json
import math
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops

from cheatsheet import catalog
from cheatsheet.check import runner
from cheatsheet.check.sandbox import Observation, Request
from cheatsheet.entry import Entry
from cheatsheet.figures import montage, windows

FIGURES = catalog.ROOT / "docs" / "figures"
_RECORD = catalog.ROOT / ".cache" / "figures.json"
_SLIDERS = catalog.ROOT / ".cache" / "sliders.json"

#: Text stays text, and the same figure gives the same bytes.
STYLE: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "cheatsheet",
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.alpha": 0.25,
    "legend.frameon": False,
    "figure.figsize": (5.6, 2.6),
    "figure.constrained_layout.use": True,
}


def thumbnail_of(file: str) -> str:
    """Return the file that stands for a figure on an overview: a plot, or a picture's tile."""
    return file if file.endswith(".svg") else file.replace(".webp", "-thumb.webp")


def digest(*texts: str) -> str:
    """Return a short hash of what something is made from, to see whether it has changed."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def save_plot(figure: Any, file: Path) -> None:
    """Save a matplotlib figure as SVG: no background, no date."""
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, transparent=True, metadata={"Date": None})


def size_of(file: Path) -> dict[str, int]:
    """Return a picture's width and height in CSS pixels."""
    if file.suffix == ".svg":
        root = ET.parse(file).getroot()
        width, height = (float(root.attrib[k].removesuffix("pt")) for k in ("width", "height"))
        return {"width": round(width * 4 / 3), "height": round(height * 4 / 3)}
    with Image.open(file) as image:
        return {"width": image.width, "height": image.height}


class FigureError(Exception):
    """An entry whose figures could not be drawn."""


def read_record() -> dict[str, dict[str, Any]]:
    """Return figures and names by entry, as the last `draw_all` left them."""
    if not _RECORD.exists():
        return {}
    record: dict[str, dict[str, Any]] = json.loads(_RECORD.read_text())
    return record


def read_sliders() -> dict[str, dict[str, Any]]:
    """Return what `sliders.write` drew, by entry; reading it imports nothing."""
    if not _SLIDERS.exists():
        return {}
    drawn: dict[str, dict[str, Any]] = json.loads(_SLIDERS.read_text())["sliders"]
    return drawn


def draw_all(entries: list[Entry]) -> Iterator[str]:
    """Run each entry that changed and keep its figures and the names it looks up.

    Yields:
        The name of each entry as it is done.

    Raises:
        FigureError: An entry fails.
    """
    record = read_record()
    changed = []
    for entry in entries:
        row = record.get(entry.name, {"figures": []})
        there = all((FIGURES / figure[0]).exists() for figure in row["figures"])
        if there and row.get("digest") == _digest(entry):
            yield entry.name
        else:
            changed.append(Request(entry, prepare=set_style, draw=_draw, record_names=True))
    for request, seen in runner.run_all(changed):
        record[request.entry.name] = _row(request.entry, seen)
        yield request.entry.name
    known = catalog.entry_paths()
    record = {name: row for name, row in record.items() if name in known}
    _remove_unnamed(record)
    text = json.dumps(record, indent=1, sort_keys=True)
    if not _RECORD.exists() or _RECORD.read_text() != text:
        _RECORD.parent.mkdir(parents=True, exist_ok=True)
        _RECORD.write_text(text)


def _row(entry: Entry, seen: Observation) -> dict[str, Any]:
    if seen.error is not None:
        raise FigureError(f"{entry.path}:1: no figures, the entry fails\n{seen.error}")
    return {"digest": _digest(entry), "figures": seen.figures, "names": sorted(seen.names)}


def _digest(entry: Entry) -> str:
    modules = (__file__, montage.__file__, windows.__file__)
    sources = [entry.source, *(Path(file).read_text() for file in modules)]
    module = importlib.util.find_spec(_module(entry.name))
    if module is not None and module.origin is not None:
        sources.append(Path(module.origin).read_text())
    return digest(*sources)


def _module(name: str) -> str:
    return f"cheatsheet.figures.{name.split('/')[0]}"


def _remove_unnamed(record: dict[str, dict[str, Any]]) -> None:
    files = [figure[0] for row in record.values() for figure in row["figures"]]
    named = {FIGURES / file for file in [*files, *map(thumbnail_of, files)]}
    for folder in [path for path in FIGURES.glob("*") if path.is_dir()]:
        for file in folder.rglob("*.*"):
            if file not in named:
                file.unlink()
        if not any(folder.rglob("*.*")):
            shutil.rmtree(folder)


def set_style() -> None:
    """Set the style of all figures; before an entry opens figures of its own."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams.update(STYLE)


def _draw(name: str, variables: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    """Save the figures of one entry with texts and captions, in the process that ran it."""
    from matplotlib import pyplot

    drawn = [(figure, _title(figure)) for figure in map(pyplot.figure, pyplot.get_fignums())]
    if importlib.util.find_spec(_module(name)) is not None:
        drawn += importlib.import_module(_module(name)).draw(name, variables)
    saved = []
    for number, (figure, alt) in enumerate(drawn, start=1):
        shown = _rasterised(figure) if _has_images(figure) else figure
        suffix = "webp" if isinstance(shown, montage.Picture) else "svg"
        file = f"{name}-{number}.{suffix}"
        if isinstance(shown, montage.Picture):
            (FIGURES / file).parent.mkdir(parents=True, exist_ok=True)
            shown.whole.save(FIGURES / file, quality=78, method=6)
            shown.thumbnail.save(FIGURES / thumbnail_of(file), quality=75, method=6)
        else:
            save_plot(shown, FIGURES / file)
        saved.append((file, alt, getattr(shown, "captions", [])))
    return saved


def _title(figure: Any) -> str:
    """Return what a figure says above itself; it has to say something."""
    titles = [figure.get_suptitle(), *(axes.get_title() for axes in figure.axes)]
    title = ", ".join(filter(None, titles))
    if not title:
        raise FigureError(
            "a figure without a title: add axes.set_title(...), it is the text that "
            "stands for the picture"
        )
    return title


def _has_images(figure: Any) -> bool:
    """Tell whether a figure shows images; their colours must not be turned over on a dark page."""
    return any(axes.images for axes in getattr(figure, "axes", []))


def _rasterised(figure: Any) -> montage.Picture:
    """Return a figure as pixels: where no axes are drawn, the images alone and no white."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=144, facecolor="white")
    whole = Image.open(buffer).convert("RGB")
    if any(axes.axison for axes in figure.axes):
        whole = _trimmed(whole)
        return montage.Picture(whole, montage.thumbnail(whole, (192, 128)))
    rows: dict[int, list[montage.Tile]] = {}
    for axes in figure.axes:
        box = axes.get_window_extent().transformed(figure.dpi_scale_trans.inverted())
        left, right = math.ceil(box.x0 * 144), math.floor(box.x1 * 144)
        top, bottom = (
            math.ceil(whole.height - box.y1 * 144),
            math.floor(whole.height - box.y0 * 144),
        )
        panel = whole.crop((left + 1, top + 1, right - 1, bottom - 1))
        rows.setdefault(round(top / 8), []).append(montage.Tile(axes.get_title(), panel))
    title = figure.get_suptitle()
    drawn = [montage.row_of(tiles, montage.WIDEST) for tiles in rows.values()]
    return montage.Picture(
        montage.stacked([*drawn, *([montage.band(title, montage.WIDEST)] if title else [])]),
        montage.thumbnail(next(reversed(rows.values()))[-1].image, (192, 128)),
    )


def _trimmed(image: Image.Image, margin: int = 8) -> Image.Image:
    """Cut the white round an image off, but for a margin in pixels."""
    box = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
    if box is None:
        return image
    left, top = (max(x - margin, 0) for x in box[:2])
    right, bottom = (min(x + margin, end) for x, end in zip(box[2:], image.size, strict=True))
    return image.crop((left, top, right, bottom))
