"""A part of a screen that often stays as it is while the rest changes. It is composed when anything in it has changed; else
it is laid down as it was, with its words and with what can be touched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pygame import Rect, Surface

from game.ui.attention import Hint, ScrollView
from game.ui.screen import Canvas, HotArea
from game.ui.studio import TextRecord


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
        whole = (key, canvas.theme.key, canvas.words.language, canvas.surface.get_size())
        if self._key == whole and self._seen == self._attended(canvas):
            for rect, piece in self._pieces:
                canvas.surface.blit(piece, rect)
            canvas.texts += self._texts
            canvas.areas += self._areas
            canvas.views += self._views
            canvas.hints += self._hints
            return
        texts, areas, views, hints = len(canvas.texts), len(canvas.areas), len(canvas.views), len(canvas.hints)
        due = canvas.next_frame
        paint()
        self._key = whole if canvas.next_frame == due else None
        self._texts, self._areas = tuple(canvas.texts[texts:]), tuple(canvas.areas[areas:])
        self._views, self._hints = tuple(canvas.views[views:]), tuple(canvas.hints[hints:])
        self._names = frozenset(area.id for area in self._areas)
        self._seen = self._attended(canvas)
        old = {piece.get_size(): piece for _, piece in self._pieces}
        self._pieces = tuple((rect, _copied(canvas.surface, rect, old.pop(rect.size, None))) for rect in pieces)

    def _attended(self, canvas: Canvas) -> object:
        """What of the player's attention shows in this part."""
        seen = canvas.attention
        marks = (seen.hovered, seen.pressed, seen.focus if seen.focus_shown else None)
        return (tuple(name if name in self._names else None for name in marks), tuple(seen.scroll.items()))


def _copied(surface: Surface, rect: Rect, onto: Surface | None) -> Surface:
    copy = onto or Surface(rect.size, 0, surface)
    copy.blit(surface, (0, 0), rect)
    return copy
