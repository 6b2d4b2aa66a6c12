"""The original beside the `results` of a transform, by the argument that made each."""

from __future__ import annotations

from typing import Any

from PIL import ImageOps

from cheatsheet.figures.montage import Picture, Tile, montage, to_pil
from cheatsheet.figures.windows import scaled_window_of, window_of


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Picture, str]]:
    """Draw what the entry left in `image` and `results`, if it left them.

    The window of a crop is drawn on the original, with the number of its tile; the place of the
    original on a larger tile, on the tile. Both are found by the pixels.
    """
    if "results" not in variables:
        return []
    results = variables["results"]
    original = Tile("original", to_pil(variables["image"]))
    tiles = [Tile(caption, to_pil(result)) for caption, result in results.items()]
    for tile in tiles:
        if tile.image.size != original.image.size:
            tile.note = f"{tile.image.height}×{tile.image.width}"
            original.note = f"{original.image.height}×{original.image.width}"
            _place(original, tile)
    picture = montage([original, *tiles])
    picture.captions = list(results)
    what = name.rsplit("/", 1)[-1].replace("_", " ")
    return [(picture, f"The original and what {what} makes of it: {'; '.join(results)}.")]


def _place(original: Tile, tile: Tile) -> None:
    """Draw on one of the two where the other lies."""
    if around := window_of(tile.image, original.image):
        tile.windows.append((None, around))
        return
    seen = [tile.image, ImageOps.mirror(tile.image)]
    for find in (window_of, scaled_window_of):
        if window := next(filter(None, (find(original.image, image) for image in seen)), None):
            tile.number = len(original.windows) + 1
            original.windows.append((tile.number, window))
            return
