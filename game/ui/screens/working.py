"""Work that takes a while, done piece by piece before the player's eyes; he can give it up."""

from collections.abc import Callable
from time import perf_counter
from typing import Generic

from pygame import Rect

from game.scenario.steps import Made, Work
from game.ui.moments import Scene
from game.ui.papers import sheet
from game.ui.screen import Action, Canvas, Outcome, Screen
from game.ui.screens.verdict import paint_desks
from game.ui.words import Words

SLICE_MS = 60
"""Milliseconds of work between two pictures."""


class WorkScreen(Screen, Generic[Made]):
    """Works and gives way to what `done` answers about what was made. `title` and `note` put it into words; Esc leaves. The
    air is that of a `scene`."""

    def __init__(
        self, work: Work[Made], done: Callable[[Made], Outcome], leave: Action, title: Callable[[Words], str],
        note: Callable[[Words, int, int], str], scene: str = Scene.VERDICT,
    ) -> None:  # fmt: skip
        self.scene = scene
        self._work, self._then, self._leave, self._title, self._note = work, done, leave, title, note
        self._done, self._whole = 0, 1
        self._outcome: Outcome | None = None

    def back(self) -> Outcome:
        """Esc gives it up."""
        self._work.close()
        return self._leave()

    def tick(self, now: int) -> Outcome | None:
        """Works on for a while."""
        return self.work(SLICE_MS)

    def work(self, budget_ms: float) -> Outcome | None:
        """Works on for about so many milliseconds, one piece at least; once all is done, what follows, as often as it is
        asked."""
        until = perf_counter() + budget_ms / 1000
        while self._outcome is None:
            try:
                self._done, self._whole = next(self._work)
            except StopIteration as finished:
                self._outcome = self._then(finished.value)
            if perf_counter() >= until:
                break
        return self._outcome

    def compose(self, canvas: Canvas) -> None:
        """A slip with a bar that fills."""
        _ = canvas.words
        canvas.panel("both desks", canvas.rect, paint_desks, opaque=True)
        title = canvas.text_width("h3", self._title(_)) + canvas.px(60)
        wide = min(max(canvas.px(460), title), canvas.rect.w - canvas.px(80))
        box = Rect(0, 0, wide, canvas.line("h3") + canvas.line("small") + canvas.px(64))
        box.center = canvas.rect.center
        canvas.panel("working", box, lambda painter, place: sheet(painter, place, "sheet", "s2"), margin=canvas.px(24))
        inner = box.inflate(-2 * canvas.px(24), -2 * canvas.px(18))
        canvas.text("h3", self._title(_), inner.topleft, width=inner.w)
        note = self._note(_, self._done, self._whole)
        canvas.text("small", note, (inner.x, inner.y + canvas.line("h3")), "ink2", width=inner.w)
        line = Rect(inner.x, inner.bottom - canvas.px(12), inner.w, canvas.px(10))
        canvas.frame(line, "ink", max(1, canvas.px(2)))
        canvas.fill(Rect(line.x, line.y, line.w * self._done // max(1, self._whole), line.h), "ink")
        canvas.request_frame(1)
