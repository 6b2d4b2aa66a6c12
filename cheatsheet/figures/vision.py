"""What an entry left in `pictures`, side by side: images, masks and boxes by their captions."""

from __future__ import annotations

from typing import Any

from cheatsheet.figures.montage import Picture, Tile, montage, to_pil


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Picture, str]]:
    """Draw what the entry left in `pictures`, if it left them."""
    pictures = variables.get("pictures")
    if not pictures:
        return []
    picture = montage([Tile(caption, to_pil(image)) for caption, image in pictures.items()])
    what = name.rsplit("/", 1)[-1].replace("_", " ")
    return [(picture, f"Of {what}: {'; '.join(pictures)}.")]
