"""A line on which what is on a screen is searched, and the key that leads there."""

from collections.abc import Callable

from pygame import Rect

from game.ui.screen import Canvas, KeyBinding, Outcome, Stay
from game.ui.widgets.field import Entry, text_field

_ID = "search"


class Search:
    """What is looked for on one screen. `changed` is told of it whenever it has become another, be it nothing."""

    def __init__(self, changed: Callable[[str], None]) -> None:
        self._changed = changed
        self._entry = Entry()

    @property
    def text(self) -> str:
        """What is written on the line."""
        return self._entry.text

    def draw(self, canvas: Canvas, rect: Rect, name: str, hint: str) -> None:
        """The line, with a hint while nothing is written on it."""
        text_field(canvas, _ID, rect, name, self._entry, self._write, hint=hint, icon="magnifying-glass")

    def clear(self) -> bool:
        """Wipes the line; whether anything was written on it."""
        written = bool(self.text)
        self._write(Entry())
        return written

    def key(self, name: str) -> KeyBinding:
        """The key that leads to the line."""
        return KeyBinding(key="/ ctrl+f", name=name, action=lambda: Stay(focus=_ID))

    def _write(self, entry: Entry) -> Outcome:
        before, self._entry = self._entry, entry
        if entry.text != before.text:
            self._changed(entry.text)
        return Stay()
