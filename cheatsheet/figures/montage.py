"""Several images as one picture, each over its caption, legible on a light and a dark page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageDraw, ImageFont

TILE, GAP, BAND, COLUMNS = 224, 10, 22, 3  # pixels, and tiles a row
_INK, _PAPER = "#ffffff", "#3a3f4b"  # of a caption: 10:1


@dataclass
class Picture:
    """A picture for the page, and one of its tiles for the overview."""

    whole: Image.Image
    thumbnail: Image.Image


def montage(tiles: dict[str, Any]) -> Picture:
    """Set images side by side, at one scale, so that a crop looks smaller than the whole.

    Args:
        tiles: By caption, a PIL image or a tensor of shape (C, H, W) or (H, W), uint8, bool or
            float; floats outside 0 to 1 are stretched to that range.
    """
    images = {caption: to_pil(tile) for caption, tile in tiles.items()}
    scale = TILE / max(image.width for image in images.values())
    method = Image.Resampling.NEAREST if scale > 2 else Image.Resampling.LANCZOS
    scaled = [
        image.resize((round(image.width * scale), round(image.height * scale)), method)
        for image in images.values()
    ]
    rows = [scaled[i : i + COLUMNS] for i in range(0, len(scaled), COLUMNS)]
    heights = [max(image.height for image in row) + BAND + GAP for row in rows]
    width = min(COLUMNS, len(scaled)) * (TILE + GAP) - GAP
    whole = Image.new("RGBA", (width, sum(heights) - GAP))
    draw = ImageDraw.Draw(whole)
    font = ImageFont.load_default(size=14)
    captions = iter(images)
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for column, image in enumerate(row):
            left = column * (TILE + GAP)
            below = top + height - GAP - BAND
            place = (left, below - image.height)
            whole.paste(image, place, image if image.mode == "RGBA" else None)
            draw.rectangle((left, below, left + TILE - 1, below + BAND - 1), fill=_PAPER)
            draw.text((left + 6, below + BAND / 2), next(captions), _INK, font, anchor="lm")
        top += height
    return Picture(whole, thumbnail(scaled[-1], (96, 64)))


def thumbnail(image: Image.Image, box: tuple[int, int]) -> Image.Image:
    """Return an image made small enough for a box of (width, height) pixels."""
    small = image.copy()
    small.thumbnail(box)
    return small


def to_pil(tile: Any) -> Image.Image:
    """Return an image or a tensor as a PIL image in RGB, or RGBA where it has transparency."""
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
