"""Files damaged on purpose, images above all; the same ones in each run."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable, Iterator

import numpy as np
from PIL import Image

FORMATS = ("PNG", "JPEG", "WEBP")


def whole(kind: str, size: int = 32) -> bytes:
    """Return a file of coloured noise on a slope, so that each part of it counts."""
    slope = np.linspace(0, 160, size)[:, None, None] + np.linspace(0, 40, size)[:, None]
    noise = np.random.default_rng(0).integers(0, 56, (size, size, 3))
    buffer = io.BytesIO()
    Image.fromarray((slope + noise).astype(np.uint8)).save(buffer, format=kind, quality=90)
    return buffer.getvalue()


def chunks(content: bytes, kind: str) -> list[bytes]:
    """Split a file into its signature, its chunks or segments, and what follows them."""
    parts, place = [], {"PNG": 8, "JPEG": 2, "WEBP": 12}[kind]
    parts.append(content[:place])
    while place < len(content):
        if kind == "PNG":
            end = place + 12 + struct.unpack(">I", content[place : place + 4])[0]
        elif kind == "WEBP":
            size = struct.unpack("<I", content[place + 4 : place + 8])[0]
            end = place + 8 + size + size % 2
        elif content[place + 1] == 0xDA:  # the scan: no length says where it ends
            end = len(content)
        else:
            end = place + 2 + struct.unpack(">H", content[place + 2 : place + 4])[0]
        parts.append(content[place:end])
        place = end
    return parts


def png_chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk with its length and its sum."""
    crc = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + crc


def many_chunks(kind: str) -> bytes:
    """Return a whole file that has chunks to swap: pixels in parts, notes, an empty profile."""
    content = whole(kind)
    parts = chunks(content, kind)
    if kind == "PNG":
        pixels = b"".join(part[8:-4] for part in parts if part[4:8] == b"IDAT")
        cut = [pixels[i : i + 500] for i in range(0, len(pixels), 500)]
        others = [part for part in parts if part[4:8] != b"IDAT"]
        middle = [png_chunk(b"tEXt", b"Title\0x"), *(png_chunk(b"IDAT", part) for part in cut)]
        return b"".join([*others[:2], *middle, *others[2:]])
    if kind == "WEBP":
        image = Image.open(io.BytesIO(content))
        exif = Image.Exif()
        exif[0x0112] = 1
        buffer = io.BytesIO()
        image.save(buffer, format=kind, quality=90, exif=exif.tobytes(), xmp=b"<x/>")
        return buffer.getvalue()
    return content


def flip_bit(content: bytes, rng: random.Random) -> bytes:
    changed = bytearray(content)
    changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def flip_bits(content: bytes, kind: str, rng: random.Random) -> bytes:
    for _ in range(rng.randint(1, 8)):
        content = flip_bit(content, rng)
    return content


def cut_short(content: bytes, kind: str, rng: random.Random) -> bytes:
    return content[: rng.randrange(len(content))]


def swap_chunks(content: bytes, kind: str, rng: random.Random) -> bytes:
    first, *parts = chunks(many_chunks(kind), kind)
    one, other = rng.sample(range(len(parts)), 2)
    parts[one], parts[other] = parts[other], parts[one]
    return b"".join([first, *parts])


def huge_header(content: bytes, kind: str, rng: random.Random) -> bytes:
    """Let the header speak of 100 million pixels and more, and keep the data."""
    most = {"PNG": 2**31 - 1, "JPEG": 65_535, "WEBP": 16_383}[kind]
    width, height = (rng.randint(10_000, rng.choice([14_000, most])) for _ in range(2))
    changed = bytearray(content)
    if kind == "PNG":
        changed[8:33] = png_chunk(b"IHDR", struct.pack(">II", width, height) + content[24:29])
    elif kind == "JPEG":
        place = next(content.index(mark) for mark in (b"\xff\xc0", b"\xff\xc2") if mark in content)
        changed[place + 5 : place + 9] = struct.pack(">HH", height, width)
    else:
        place = content.index(b"\x9d\x01\x2a") + 3  # the start code of a lossy frame
        changed[place : place + 4] = struct.pack("<HH", width, height)
    return bytes(changed)


DAMAGES: dict[str, Callable[[bytes, str, random.Random], bytes]] = {
    "flipped bits": flip_bits,
    "cut short": cut_short,
    "swapped chunks": swap_chunks,
    "huge header": huge_header,
}


def damaged(kind: str, damage: str, count: int = 75) -> Iterator[bytes]:
    """Yield files of a format, each damaged in its own way."""
    content = whole(kind)
    rng = random.Random(f"{kind} {damage}")
    for _ in range(count):
        yield DAMAGES[damage](content, kind, rng)
