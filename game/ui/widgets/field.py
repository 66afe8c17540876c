"""A line to write on, with a caret. The text and the caret are one value; each key gives the next one."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

import pygame
from pygame import Rect
from pygame.event import Event

from game.ui.keys import matches
from game.ui.screen import Canvas, Outcome, Stay
from game.ui.widgets.focus import focus_frame

PASTE = "ctrl+v"


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands on the line, and before which letter the caret is."""

    text: str = ""
    caret: int = 0

    def after(self, event: Event, most: int = 80) -> "Entry | None":
        """The entry after a key or typed text; None if the event means nothing here."""
        if event.type == pygame.TEXTINPUT:
            return self._with(event.text, most)
        if event.type != pygame.KEYDOWN:
            return None
        match event.key:
            case pygame.K_v if matches(PASTE, event):
                return self._with(_clipboard(), most)
            case pygame.K_BACKSPACE:
                before = max(0, self.caret - 1)
                return Entry(self.text[:before] + self.text[self.caret :], before)
            case pygame.K_DELETE:
                return replace(self, text=self.text[: self.caret] + self.text[self.caret + 1 :])
            case pygame.K_LEFT:
                return replace(self, caret=max(0, self.caret - 1))
            case pygame.K_RIGHT:
                return replace(self, caret=min(len(self.text), self.caret + 1))
            case pygame.K_HOME:
                return replace(self, caret=0)
            case pygame.K_END:
                return replace(self, caret=len(self.text))
        return None

    def _with(self, text: str, most: int) -> "Entry":
        typed = "".join(letter for letter in text if letter.isprintable())[: most - len(self.text)]
        return Entry(self.text[: self.caret] + typed + self.text[self.caret :], self.caret + len(typed))


def _clipboard() -> str:
    """The words on the clipboard, where there is one with words on it."""
    with suppress(pygame.error):
        return pygame.scrap.get_text()
    return ""


def text_field(
    canvas: Canvas, id: str, rect: Rect, name: str, entry: Entry, changed: Callable[[Entry], Outcome], *,
    hint: str = "", icon: str | None = None, most: int = 80,
) -> None:  # fmt: skip
    """A line to write on. While it has the focus, letters go to it and to nothing else."""

    written = entry

    def typing(event: Event) -> Outcome | None:
        nonlocal written  # several letters may come before the next frame
        after = written.after(event, most)
        if after is not None:
            written = after
            return changed(after)
        return Stay() if event.type == pygame.KEYDOWN and event.unicode and event.unicode.isprintable() else None

    look = canvas.hot(id, rect, name, typing=typing)
    canvas.fill(rect, "field")
    canvas.frame(rect, "ink", max(2, canvas.measure("rule")))
    left = rect.x + canvas.px(14)
    if icon:
        size = canvas.px(22)
        canvas.icon(icon, (left + size / 2, rect.centery), size)
        left += size + canvas.px(12)
    room = Rect(left, rect.y + 3, rect.right - left - canvas.px(10), rect.h - 6)
    writing = canvas.attention.focus == id
    before = canvas.text_width("body", entry.text[: entry.caret])
    slide = max(0, before - room.w + 2)
    with canvas.clip(room):
        if entry.text:
            canvas.text("body", entry.text, (room.x - slide, room.centery), anchor="midleft")
        elif hint:
            canvas.text("body", hint, (room.x, room.centery), "ink2", anchor="midleft", width=room.w)
        if writing:
            caret = Rect(room.x - slide + before, room.y + room.h // 6, max(1, canvas.px(2)), room.h * 2 // 3)
            canvas.fill(caret, "ink")
    if look.focused:
        focus_frame(canvas, rect)
