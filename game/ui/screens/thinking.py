"""Somebody is thinking: how far it has got, over the screen it is about, and a way not to wait for it."""

from typing import Protocol

from pygame import Rect

from game.ui.keys import key_cap
from game.ui.papers import desk
from game.ui.screen import Action, Canvas, Outcome, Screen
from game.ui.screens.sheets import inner_width, sheet_over
from game.ui.widgets.buttons import button, button_height, button_width

_WIDTH = 480
_KEY = "escape"
"""The key that gives up: not Enter, which somebody who has just sealed may press once more out of habit."""
_LOOK_AGAIN_MS = 80


class Thought(Protocol):
    """Whatever is thought about."""

    @property
    def progress(self) -> float:
        """How much is done, 0 to 1."""

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to wait for any more."""


class ThinkingScreen(Screen):
    """Waits without holding the window up. `done` says what follows; `give_up` ends it, and is what Esc does."""

    overlay = True
    fades = False

    def __init__(self, title: str, thought: Thought, *, done: Action, give_up: Action, leave: str, alone: bool = False) -> None:
        """`leave` is what the button that gives up says. `alone`: there is no screen to lie on."""
        self._title, self._thought, self._leave = title, thought, leave
        self.overlay = not alone
        self._done, self._give_up = done, give_up

    def back(self) -> Outcome:
        """Nobody need wait."""
        return self._give_up()

    def tick(self, now: int) -> Outcome | None:
        """Goes on once there is an answer."""
        return self._done() if self._thought.is_done else None

    def compose(self, canvas: Canvas) -> None:
        """Title, a line that grows, and the way out."""
        canvas.request_frame(_LOOK_AGAIN_MS)
        if not self.overlay:
            canvas.panel("thinking desk", canvas.rect, lambda painter, box: desk(painter, box, "center"), opaque=True)
        wide, gap, foot = inner_width(canvas, _WIDTH), canvas.px(16), button_height(canvas)
        head, line = canvas.paragraph_height("h3", self._title, wide), max(6, canvas.px(8))
        inner = sheet_over(canvas, _WIDTH, head + line + foot + 2 * gap)
        canvas.paragraph("h3", self._title, Rect(inner.x, inner.y, wide, head))
        bar = Rect(inner.x, inner.y + head + gap, inner.w, line)
        canvas.fill(bar, "ink", 0.15)
        canvas.fill(Rect(bar.x, bar.y, round(bar.w * self._thought.progress), bar.h), "select")
        canvas.frame(bar, "ink", max(1, canvas.px(1)))
        wide = min(inner.w, button_width(canvas, self._leave, key_cap(_KEY, canvas.words)))
        place = Rect(inner.x, inner.bottom - foot, wide, foot)
        button(canvas, "give_up", place, self._leave, self._give_up, key=_KEY, show_key=True)
