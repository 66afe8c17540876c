"""A picture as PNG, piece by piece: writing a large one at once would stop the window for the better part of a second."""

import zlib
from collections.abc import Iterator
from struct import pack

import numpy as np
import pygame
from pygame import Rect, Surface

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BITS, _RGB = 8, 2
_UP = 2
"""The filter by which every row is kept as what it differs from the row above: paper and plain grounds all but vanish."""
ROWS = 64
"""Rows in a piece."""


def png_pieces(surface: Surface) -> Iterator[bytes]:
    """The bytes of a PNG file of an opaque picture, a piece for every 64 rows; some are empty."""
    wide, high = surface.get_size()
    yield _SIGNATURE + _chunk(b"IHDR", pack(">IIBBBBB", wide, high, _EIGHT_BITS, _RGB, 0, 0, 0))
    above = np.zeros((1, 3 * wide), np.uint8)
    folding = zlib.compressobj()
    for top in range(0, high, ROWS):
        strip = surface.subsurface(Rect(0, top, wide, min(ROWS, high - top)))
        rows = np.frombuffer(pygame.image.tobytes(strip, "RGB"), np.uint8).reshape(strip.get_height(), 3 * wide)
        differences = rows - np.vstack((above, rows[:-1]))
        folded = folding.compress(np.insert(differences, 0, _UP, axis=1).tobytes())
        yield _chunk(b"IDAT", folded) if folded else b""
        above = rows[-1:]
    yield _chunk(b"IDAT", folding.flush()) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
