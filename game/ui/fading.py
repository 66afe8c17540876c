"""From one page to the next: what was on the screen last fades off what is there now, so that nothing pops."""

from pygame import Surface

from game.ui.motion import Transition, cubic_out
from game.ui.screen import Canvas, Screen


class Fading:
    """The last page of one window while it fades. Only the picture lingers; what can be touched is the new page's at once."""

    def __init__(self) -> None:
        self._shown: tuple[Screen, object] | None = None
        self._before: Surface | None = None
        self._going: Transition | None = None

    def watch(self, surface: Surface, screen: Screen, now: int, lasts: int) -> None:
        """Before a frame is drawn over the last one: if it will be of another page, that one begins to fade."""
        page = (screen, screen.page)
        before, self._shown = self._shown, page
        if before is None or before == page:
            return
        self.end()
        if lasts > 0 and screen.fades and before[0].fades:
            self._before = surface.copy()
            self._going = Transition(began=now, lasts=lasts, start=255, end=0, easing=cubic_out)

    def lay(self, canvas: Canvas) -> None:
        """What is left of the last page, over the new one; asks for another frame until it is gone."""
        if self._before is None or self._going is None or self._before.get_size() != canvas.surface.get_size():
            self.end()
            return
        if self._going.over(canvas.now):
            self.end()
            return
        self._before.set_alpha(round(self._going.at(canvas.now)))
        canvas.surface.blit(self._before, (0, 0))
        canvas.request_frame()

    def end(self) -> None:
        """No more of it, now."""
        self._before = self._going = None

    def forget(self) -> None:
        """There was no page before: the window is a new one."""
        self._shown = None
        self.end()
