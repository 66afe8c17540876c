"""Sounds as files that SDL reads by itself: WAV with one channel, and four bits a sample (IMA ADPCM) where that does no
harm. It is a quarter of the size of plain samples and, unlike MP3 or Ogg, exact to the sample where a loop closes and the
same on every machine. Short sharp sounds lose their edge in it, so they stay plain, with 16 bits."""

import struct
from pathlib import Path

import numpy as np

from acoustics.signals import RATE, Signal

BLOCK = 1024
PER_BLOCK = (BLOCK - 4) * 2 + 1
"""Samples in a block; a file holds whole blocks, so a loop's length is a multiple of it."""

_PLAIN, _PACKED = 0x01, 0x11
_SHORT = 1.2
"""Seconds up to which a sound may be plain."""

_CLEAN = 30.0
"""Decibels of signal over the noise of the packing from which on nothing is lost."""

_TURN = (-1, -1, -1, -1, 2, 4, 6, 8)
_STEPS = (
    7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118,
    130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166,
    1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845,
    8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
)  # fmt: skip


def whole_blocks(seconds: float) -> int:
    """The number of samples nearest to so many seconds that fills its blocks."""
    return round(seconds * RATE / PER_BLOCK) * PER_BLOCK


def write(path: Path, signal: Signal) -> Signal:
    """Writes a signal of -1 to 1; returns it as it will be heard. Packed, it has silence after it until its last block is
    full."""
    plain = [int(value) for value in np.round(signal * 32767)]
    blocks, heard = _encode(plain + [0] * (-len(plain) % PER_BLOCK))
    noise = np.mean((np.array(heard[: len(plain)]) - plain) ** 2.0)
    clean = 10 * np.log10(np.mean(np.square(plain, dtype=float)) / noise)
    if clean < _CLEAN and len(plain) <= _SHORT * RATE:
        kind = struct.pack("<HHIIHH", _PLAIN, 1, RATE, RATE * 2, 2, 16)
        parts = [(b"fmt ", kind), (b"data", np.array(plain, "<i2").tobytes())]
        heard = plain
    else:
        kind = struct.pack("<HHIIHHHH", _PACKED, 1, RATE, RATE * BLOCK // PER_BLOCK, BLOCK, 4, 2, PER_BLOCK)
        parts = [(b"fmt ", kind), (b"fact", struct.pack("<I", len(heard))), (b"data", blocks)]
    path.write_bytes(_chunk(b"RIFF", b"WAVE" + b"".join(_chunk(*part) for part in parts)))
    return np.array(heard) / 32767


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content


def _encode(values: list[int]) -> tuple[bytes, list[int]]:
    """The blocks, and the values as they will come out of them."""
    out, heard = bytearray(), list[int]()
    _, _, index = _block(values[-PER_BLOCK:], 0)  # the first block goes on where the last one ends: in a loop it follows it
    for start in range(0, len(values), PER_BLOCK):
        out += struct.pack("<hBB", values[start], index, 0)
        codes, guesses, index = _block(values[start : start + PER_BLOCK], index)
        out += bytes(first | second << 4 for first, second in zip(codes[::2], codes[1::2], strict=True))
        heard += guesses
    return bytes(out), heard


def _block(values: list[int], index: int) -> tuple[list[int], list[int], int]:
    """The codes of a block, its values as they will come out, and how large its steps are at the end."""
    guess = values[0]
    codes, guesses = list[int](), [guess]
    for value in values[1:]:
        code, guess = _step(value, guess, _STEPS[index])
        index = max(0, min(len(_STEPS) - 1, index + _TURN[code & 7]))
        codes.append(code)
        guesses.append(guess)
    return codes, guesses, index


def _step(value: int, guess: int, step: int) -> tuple[int, int]:
    """The code of the way from a guess towards a value, and where it leads."""
    code, left, moved = (8 if value < guess else 0), abs(value - guess), step >> 3
    for bit, part in ((4, step), (2, step >> 1), (1, step >> 2)):
        if left >= part:
            code, left, moved = code | bit, left - part, moved + part
    return code, max(-32768, min(32767, guess - moved if code & 8 else guess + moved))
