"""The `grid` of images that an entry left."""

from __future__ import annotations

from typing import Any

from cheatsheet.figures.montage import Picture, Tile, montage, to_pil


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Picture, str]]:
    """Draw a grid of images as one picture."""
    if not name.endswith("/make_grid"):
        return []
    rows = "two rows of eight handwritten digits, 0 to 9 and 0 to 5, 8 by 8 pixels each"
    call = "make_grid(images, nrow=8, padding=2, pad_value=0.5)"
    return [(montage([Tile(call, to_pil(variables["grid"]))]), f"A grid: {rows}.")]
