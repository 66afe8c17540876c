"""The way through pages that lead to one another, with arrows to walk it back and forth."""

from functools import partial
from typing import Generic, TypeVar

from pygame import Rect

from game.ui.attention import Tip
from game.ui.moments import Moment
from game.ui.screen import Canvas, Outcome, Stay
from game.ui.signs import chevron
from game.ui.widgets.focus import focus_frame

_Page = TypeVar("_Page")
_MOST_STEPS = 200
"""How far back the way is kept."""


class Way(Generic[_Page]):
    """The pages that were opened, in order, and the one that is open. Without a `first` it begins with the page that is gone to
    first."""

    def __init__(self, first: _Page | None = None) -> None:
        self._pages: list[_Page] = [first] if first is not None else []
        self._at = 0
        self._stepping = False

    @property
    def here(self) -> _Page | None:
        """The page that is open; nothing on a way that has not begun."""
        return self._pages[self._at] if self._pages else None

    def open(self, page: _Page) -> Outcome:
        """Opens a page; the way back leads to the one before."""
        self._stepping = False
        return self._go(page)

    def step(self, page: _Page) -> Outcome:
        """To a neighbour in a list; many steps in a row are one step of the way."""
        if self._stepping and self._at == len(self._pages) - 1:
            self._pages.pop()
            self._at -= 1
        self._stepping = True
        return self._go(page)

    def _go(self, page: _Page) -> Outcome:
        if self._pages and self._pages[self._at] == page:
            return Stay()
        self._pages = [*self._pages[: self._at + 1], page][-_MOST_STEPS:]
        self._at = len(self._pages) - 1
        return Stay(heard=Moment.PAGE)

    def _walk(self, steps: int) -> Outcome:
        self._at = max(0, min(self._at + steps, len(self._pages) - 1))
        self._stepping = False
        return Stay(heard=Moment.PAGE)

    def draw(self, canvas: Canvas, beside: Rect) -> int:
        """Draws the arrows at the right of a title on the desk; answers where they end."""
        _, x = canvas.words, beside.right + canvas.px(20)
        for left, id_, name, key in ((True, "before", _("Back"), "alt+left"), (False, "after", _("Forward"), "alt+right")):
            box = Rect(x, 0, max(36, canvas.px(40)), max(36, canvas.px(44)))
            box.centery = beside.centery
            there = self._at > 0 if left else self._at < len(self._pages) - 1
            action = partial(self._walk, -1 if left else 1)
            look = canvas.hot(id_, box, name, action, key=key, tip=Tip(name, _("The way you have gone.")), enabled=there)
            if look.hovered and there:
                canvas.fill(box, "ivory", 0.16)
            chevron(canvas, box.center, canvas.px(17), "ivory" if there else "ink3", left=left)
            if look.focused:
                focus_frame(canvas, box)
            x = box.right + canvas.px(6)
        return x
