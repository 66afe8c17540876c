"""Under the pointer, the finger and the focus: what changes its look there does so in a moment, and does not jump."""

from dataclasses import dataclass

from pygame import Rect, Surface

from game.ui.motion import Transition, linear
from game.ui.reach import area_named
from game.ui.screen import Canvas, Screen
from game.ui.stack import Level
from game.ui.theme import Theme

_EDGE = 8
"""Design pixels round an area that its look may reach: frames and shadows."""
_LARGEST = 6
"""An area that takes more than one in so many pixels of the window is a ground, which has no look of its own."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How an area looked until now, where it lies, and how that fades."""

    area: str
    at: Rect
    place: Rect
    picture: Surface
    going: Transition


class Touching:
    """The looks of one window that are fading. Only pictures linger; what is done has been done at once."""

    def __init__(self) -> None:
        self._shown: tuple[Screen, dict[str, str | None]] | None = None
        self._looks: list[_Look] = []

    def watch(self, surface: Surface, level: Level, theme: Theme, now: int) -> None:
        """Before a frame is drawn over the last one: what has been touched or left since then begins to fade."""
        seen = level.attention
        marks = {"press": seen.pressed, "hover": seen.hovered, "focus": seen.focus if seen.focus_shown else None}
        before, self._shown = self._shown, (level.screen, marks)
        if before is None or before[0] is not level.screen or theme.reduced_motion:
            self._looks.clear()
            return
        for mark, name in marks.items():
            if name != before[1][mark]:
                lasts = theme.motion("press" if mark == "press" else "hover")
                going = Transition(began=now, lasts=lasts, start=255, end=0, easing=linear)
                for touched in (before[1][mark], name):
                    self._keep(surface, level, touched, theme.px(_EDGE), going)

    def _keep(self, surface: Surface, level: Level, name: str | None, edge: int, going: Transition) -> None:
        area = area_named(level, name)
        if area is None or area.rect.w * area.rect.h * _LARGEST > surface.get_width() * surface.get_height():
            return
        place = area.rect.inflate(2 * edge, 2 * edge).clip(area.clip.inflate(2 * edge, 2 * edge)).clip(surface.get_rect())
        if place and all(look.area != area.id or look.going.began != going.began for look in self._looks):
            self._looks = [look for look in self._looks if look.area != area.id]
            self._looks.append(_Look(area.id, area.rect, place, surface.subsurface(place).copy(), going))

    def lay(self, canvas: Canvas) -> None:
        """What is left of the looks, over the new ones; asks for another frame until they are gone. Something that has moved
        meanwhile lets go of them."""
        if not self._looks:
            return
        places = {area.id: area.rect for area in canvas.areas}
        self._looks = [look for look in self._looks if not look.going.over(canvas.now) and places.get(look.area) == look.at]
        for look in self._looks:
            look.picture.set_alpha(round(look.going.at(canvas.now)))
            canvas.surface.blit(look.picture, look.place)
        if self._looks:
            canvas.request_frame()

    def end(self) -> None:
        """No more of it, now."""
        self._looks.clear()
