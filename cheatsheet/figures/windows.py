"""Find the window of an image that a crop shows, by its pixels alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PIL import Image

#: Left, top, right, bottom in pixels, as PIL has it.
Window = tuple[int, int, int, int]
_Array = npt.NDArray[np.float64]

_SAME = 0.9  # share of equal pixels: boxes may be drawn on one of the two
_LIKE = 0.995  # correlation from which a resized window is the one
_NEAR = 0.5  # and from which it is worth a closer look
_COARSE, _FINE = 64, 128  # longest sides at which windows are compared, in pixels


def window_of(image: Image.Image, tile: Image.Image) -> Window | None:
    """Return the window whose pixels are the tile's; None where there is none, or it is all."""
    if image.size == tile.size or image.width < tile.width or image.height < tile.height:
        return None
    whole, part = np.asarray(image.convert("RGB")), np.asarray(tile.convert("RGB"))
    likeness = _likeness(whole.astype(float), part.astype(float))
    top, left = (int(i) for i in np.unravel_index(likeness.argmax(), likeness.shape))
    found = whole[top : top + tile.height, left : left + tile.width]
    if (found == part).all(axis=-1).mean() < _SAME:
        return None
    return left, top, left + tile.width, top + tile.height


def scaled_window_of(image: Image.Image, tile: Image.Image) -> Window | None:
    """Return the window that gives the tile when it is resized, to a pixel or two, or None.

    Values may be stretched channel by channel, as normalising does.
    """
    target = _pixels(tile, _small(tile.size, _FINE))

    def score(window: Window) -> float:
        left, top, right, bottom = window
        if min(left, top, right - left - 4, bottom - top - 4) < 0:
            return -1.0
        if right > image.width or bottom > image.height:
            return -1.0
        return _correlation(_pixels(image, _small(tile.size, _FINE), window), target)

    best = _coarse(image, tile)
    if (reached := score(best)) < _NEAR:
        return None
    for step in (8, 4, 2, 1):
        moved = max((score(w), w) for w in _moved(best, step))
        while moved[0] > reached:
            reached, best = moved
            moved = max((score(w), w) for w in _moved(best, step))
    left, top, right, bottom = best
    covers = right - left > 0.98 * image.width and bottom - top > 0.98 * image.height
    return None if covers or reached < _LIKE else best


def _coarse(image: Image.Image, tile: Image.Image) -> Window:
    """Return the most alike of windows of many sizes and shapes, seen small."""
    scale = max(image.size) / _COARSE
    whole = _pixels(image, _small(image.size, _COARSE)).mean(axis=2, keepdims=True)
    seen = _pixels(tile, _small(tile.size, 2 * _COARSE))
    reduced = Image.fromarray(seen.round().astype(np.uint8))
    height, width = whole.shape[:2]
    best, window = -1.0, (0, 0, image.width, image.height)
    for share in np.geomspace(1, 0.25, 18):
        for ratio in np.geomspace(0.7, 1.6, 9):
            h, w = round(share * height), round(share * height * ratio)
            if w > width:
                continue
            likeness = _likeness(whole, _pixels(reduced, (w, h)).mean(axis=2, keepdims=True))
            if likeness.max() > best:
                best = float(likeness.max())
                top, left = np.unravel_index(likeness.argmax(), likeness.shape)
                corners = (left, top, left + w, top + h)
                window = _inside(tuple(round(float(x) * scale) for x in corners), image)
    return window


def _inside(window: tuple[int, ...], image: Image.Image) -> Window:
    left, top, right, bottom = window
    return left, top, min(right, image.width), min(bottom, image.height)


def _moved(window: Window, step: int) -> Iterator[Window]:
    """Yield windows with one side moved, or with two opposite sides moved together."""
    left, top, right, bottom = window
    for d in (-step, step):
        yield left + d, top, right, bottom
        yield left, top + d, right, bottom
        yield left, top, right + d, bottom
        yield left, top, right, bottom + d
        yield left + d, top, right + d, bottom
        yield left, top + d, right, bottom + d
        yield left - d, top, right + d, bottom
        yield left, top - d, right, bottom + d


def _small(size: tuple[int, int], longest: int) -> tuple[int, int]:
    scale = min(1.0, longest / max(size))
    return round(size[0] * scale), round(size[1] * scale)


def _pixels(image: Image.Image, size: tuple[int, int], window: Window | None = None) -> _Array:
    """Return a window, resized to (width, height), as an array of shape (height, width, 3)."""
    method = Image.Resampling.BILINEAR
    return np.asarray(image.convert("RGB").resize(size, method, window), dtype=float)


def _correlation(a: _Array, b: _Array) -> float:
    """Return the correlation of two arrays of shape (H, W, C), each channel less its mean."""
    a, b = a - a.mean(axis=(0, 1)), b - b.mean(axis=(0, 1))
    return float((a * b).sum() / np.sqrt((a**2).sum() * (b**2).sum() + 1e-9))


def _likeness(image: _Array, tile: _Array) -> _Array:
    """Return the correlation of the tile with each window of the image of its size.

    Args:
        image: (H, W, C).
        tile: (h, w, C), neither higher nor wider.

    Returns:
        (H - h + 1, W - w + 1), at most 1; 0 where either of the two is flat.
    """
    (height, width), (h, w) = image.shape[:2], tile.shape[:2]

    def summed(values: _Array, weights: _Array) -> _Array:
        spectrum = np.fft.rfft2(weights, (height, width), axes=(0, 1)).conj()
        spectrum = np.fft.rfft2(values, axes=(0, 1)) * spectrum
        full = np.fft.irfft2(spectrum, (height, width), axes=(0, 1))
        found: _Array = full[: height - h + 1, : width - w + 1]
        return found

    image, tile = image - image.mean(axis=(0, 1)), tile - tile.mean(axis=(0, 1))
    ones = np.ones((h, w, 1))
    spread = summed(image**2, ones) - summed(image, ones) ** 2 / (h * w)
    scale = spread.sum(axis=-1) * (tile**2).sum()
    cross = summed(image, tile).sum(axis=-1)
    likeness: _Array = np.where(scale > 1e-3, cross / np.sqrt(scale.clip(1e-3)), 0.0)
    return likeness
