"""The archives being opened: the game is played again turn by turn, which is seen where it takes a while."""

from collections.abc import Callable, Generator
from time import perf_counter

from pygame import Rect

from game.match.chronicle import Chronicle
from game.ui.moments import Scene
from game.ui.papers import sheet
from game.ui.screen import Action, Canvas, Outcome, Replace, Screen
from game.ui.screens.verdict import paint_desks

SLICE_MS = 60
"""Milliseconds of work between two pictures."""


class OpeningScreen(Screen):
    """Works at a chronicle and gives way to what `open` makes of it. Esc leaves."""

    scene = Scene.VERDICT

    def __init__(self, work: Generator[tuple[int, int], None, Chronicle], open: Callable[[Chronicle], Screen], leave: Action) -> None:
        self._work, self._open, self._leave = work, open, leave
        self._done, self._whole = 0, 1

    def back(self) -> Outcome:
        """Esc gives it up."""
        return self._leave()

    def tick(self, now: int) -> Outcome | None:
        """Works on for a while."""
        return self.work(SLICE_MS)

    def work(self, budget_ms: float) -> Outcome | None:
        """Works on for about so many milliseconds; once all is done, the screen that follows."""
        until = perf_counter() + budget_ms / 1000
        while perf_counter() < until:
            try:
                self._done, self._whole = next(self._work)
            except StopIteration as finished:
                return Replace(self._open(finished.value))
        return None

    def compose(self, canvas: Canvas) -> None:
        """A slip with a bar that fills."""
        _ = canvas.words
        canvas.panel("both desks", canvas.rect, paint_desks, opaque=True)
        wide = min(canvas.px(460), canvas.rect.w - canvas.px(80))
        high = canvas.line("h3") + canvas.line("small") + canvas.px(64)
        box = Rect(0, 0, wide, high)
        box.center = canvas.rect.center
        canvas.panel("opening", box, lambda painter, place: sheet(painter, place, "sheet", "s2"), margin=canvas.px(24))
        inner = box.inflate(-2 * canvas.px(24), -2 * canvas.px(18))
        canvas.text("h3", _("The archives are opened"), inner.topleft, width=inner.w)
        note = _("{done} of {all} turns", done=max(0, self._done - 1), all=max(0, self._whole - 1))
        canvas.text("small", note, (inner.x, inner.y + canvas.line("h3")), "ink2", width=inner.w)
        line = Rect(inner.x, inner.bottom - canvas.px(12), inner.w, canvas.px(10))
        canvas.frame(line, "ink", max(1, canvas.px(2)))
        canvas.fill(Rect(line.x, line.y, line.w * self._done // max(1, self._whole), line.h), "ink")
        canvas.request_frame(1)
