"""Whether everything that is written on a screen can be read: nothing lies on anything else, nothing is cut off, and no
label is wider than what it labels. Answers in words, one line a fault."""

from collections.abc import Iterator
from itertools import combinations

from pygame import Rect

from game.ui.screen import Canvas
from game.ui.studio import TextRecord

TIGHT = (((1024, 640), 150), ((1280, 720), 80), ((1600, 900), 200))
"""Windows and sizes of text, in per cent, in which there is little room; every kind of window is walked in `test_walk`."""

SLACK = 1
"""Pixels by which smooth edges may touch."""


def faults(canvas: Canvas) -> list[str]:
    """All that cannot be read as it should be; nothing if the screen is as it ought to be."""
    if not canvas.texts:
        return ["nothing is written on it"]
    return [*_cut(canvas), *_overlapping(canvas.texts)]


def _cut(canvas: Canvas) -> Iterator[str]:
    """What is clipped or leaves the window. A scrolled text may be out of sight above or below, never at the sides."""
    for text in canvas.texts:
        if text.scrolled:
            if text.clip.w and not text.clip.left <= text.rect.left <= text.rect.right <= text.clip.right:
                yield f"{text.text!r} is cut off at the side: {tuple(text.rect)} in {tuple(text.clip)}"
        elif not (text.clip.contains(text.rect) and canvas.rect.contains(text.rect)):
            yield f"{text.text!r} is cut off: {tuple(text.rect)} in {tuple(text.clip)}"


def _overlapping(texts: list[TextRecord]) -> Iterator[str]:
    """Two texts of which one lies on the other."""
    seen = [(text, text.rect.clip(text.clip)) for text in texts]
    for (one, first), (other, second) in combinations(seen, 2):
        if _touch(first, second) and any(_touch(a, b) for a in one.letters or [first] for b in other.letters or [second]):
            yield f"{one.text!r} lies on {other.text!r}: {tuple(first)}, {tuple(second)}"


def _touch(one: Rect, other: Rect) -> bool:
    shared = one.clip(other)
    return shared.w > SLACK and shared.h > SLACK
