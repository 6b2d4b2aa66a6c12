"""The original beside the `results` of a transform, by caption."""

from __future__ import annotations

from typing import Any

from cheatsheet.figures.montage import Picture, montage


def draw(name: str, variables: dict[str, Any]) -> list[tuple[Picture, str]]:
    """Draw what the entry left in `image` and `results`, if it left them."""
    if "results" not in variables:
        return []
    results = variables["results"]
    picture = montage({"original": variables["image"], **results})
    what = name.rsplit("/", 1)[-1].replace("_", " ")
    return [(picture, f"The original and what {what} makes of it: {'; '.join(results)}.")]
