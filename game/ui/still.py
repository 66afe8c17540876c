"""A part of a screen that often stays as it is while the rest changes. It is composed when anything in it has changed; else
it is laid down as it was, with its words and with what can be touched."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pygame
from pygame import Rect, Surface

from game.ui.attention import Hint, ScrollView
from game.ui.screen import Canvas, HotArea
from game.ui.spare import Spare
from game.ui.studio import TextRecord

_NOTHING = (0, 0, 0, 0)
_SHEETS = Spare(1, pygame.SRCALPHA)
"""The clear sheet, as large as the window: to make a new one, or to wipe all of it, would cost more than all that is painted
on it."""


@dataclass(slots=True)
class Still:
    """The part as it was composed last. Whoever composes it keeps it."""

    _key: object = None
    _names: frozenset[str] = frozenset()
    _seen: object = None
    _pieces: tuple[tuple[Rect, Surface], ...] = ()
    _texts: tuple[TextRecord, ...] = ()
    _areas: tuple[HotArea, ...] = ()
    _views: tuple[ScrollView, ...] = ()
    _hints: tuple[Hint, ...] = ()

    def compose(self, canvas: Canvas, key: object, pieces: Sequence[Rect], paint: Callable[[], None]) -> None:
        """Composes the part, which fills `pieces`, each on its own, with whatever `paint` draws there. If neither `key`,
        which must say everything that it is drawn from, nor what the player attends to in it has changed, it is laid down
        as it was last and `paint` is not called."""
        if not self._laid_again(canvas, key):
            with self._kept(canvas, key):
                paint()
                self._pieces = self._cut(canvas.surface, pieces)

    def compose_clear(self, canvas: Canvas, key: object, paint: Callable[[], Sequence[Rect]]) -> None:
        """The same for a part through which something is seen that may change: it is painted on a clear sheet of its own.
        `paint` answers where it has drawn."""
        if self._laid_again(canvas, key):
            return
        clear = _SHEETS.take(canvas.surface.get_size())
        with self._kept(canvas, key), canvas.onto(clear):
            drawn = [rect.clip(canvas.rect) for rect in paint()]
            self._pieces = tuple((rect, canvas.surface.subsurface(rect).copy()) for rect in drawn if rect)
        for rect in drawn:
            clear.fill(_NOTHING, rect)
        _SHEETS.give(clear)
        self._lay(canvas)

    def _laid_again(self, canvas: Canvas, key: object) -> bool:
        """Lays it down as it was, if nothing has changed."""
        if self._key != _whole(canvas, key) or self._seen != self._attended(canvas):
            return False
        self._lay(canvas)
        canvas.texts += self._texts
        canvas.areas += self._areas
        canvas.views += self._views
        canvas.hints += self._hints
        return True

    @contextmanager
    def _kept(self, canvas: Canvas, key: object) -> Iterator[None]:
        """Keeps what comes onto the canvas while this lasts; something that moves by itself is not the same next time."""
        texts, areas, views, hints = len(canvas.texts), len(canvas.areas), len(canvas.views), len(canvas.hints)
        due = canvas.next_frame
        yield
        self._key = _whole(canvas, key) if canvas.next_frame == due else None
        self._texts, self._areas = tuple(canvas.texts[texts:]), tuple(canvas.areas[areas:])
        self._views, self._hints = tuple(canvas.views[views:]), tuple(canvas.hints[hints:])
        self._names = frozenset(area.id for area in self._areas)
        self._seen = self._attended(canvas)

    def _lay(self, canvas: Canvas) -> None:
        for rect, piece in self._pieces:
            canvas.surface.blit(piece, rect)

    def _cut(self, surface: Surface, pieces: Sequence[Rect]) -> tuple[tuple[Rect, Surface], ...]:
        """The pieces of what was painted, on the Surfaces of those before them where they have the same size."""
        old = {piece.get_size(): piece for _, piece in self._pieces}
        return tuple((rect, _copied(surface, rect, old.pop(rect.size, None))) for rect in pieces)

    def _attended(self, canvas: Canvas) -> object:
        """What of the player's attention shows in this part."""
        seen = canvas.attention
        marks = (seen.hovered, seen.pressed, seen.focus if seen.focus_shown else None)
        return (tuple(name if name in self._names else None for name in marks), tuple(seen.scroll.items()))


def _whole(canvas: Canvas, key: object) -> object:
    return (key, canvas.theme.key, canvas.words.language, canvas.surface.get_size())


def _copied(surface: Surface, rect: Rect, onto: Surface | None) -> Surface:
    copy = onto or Surface(rect.size, 0, surface)
    copy.blit(surface, (0, 0), rect)
    return copy
