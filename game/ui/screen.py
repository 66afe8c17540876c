"""What a screen is: the canvas it composes a frame on, the hot areas that can be touched there, and the outcomes its
actions answer with. The app carries outcomes out and lets be heard what they name; drawing never changes the game.

These are one module because they are one contract: an action answers with an outcome, an outcome may hold a screen,
a screen composes on a canvas, and a canvas collects actions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Protocol

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.ui.attention import Attention, Drag, Hint, Look, ScrollView, Tip
from game.ui.painter import Painter
from game.ui.settings import Settings
from game.ui.studio import Panel, Studio, TextRecord
from game.ui.words import NO_WORDING, Words

BLEED = 8
"""Design pixels that a row or a button without a frame reaches beyond the words of its neighbours, left and right."""


@dataclass(frozen=True, slots=True)
class Audible:
    """What every outcome can have: the moment that is heard with it (see `game.ui.moments`)."""

    heard: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Stay(Audible):
    """Same screen, drawn again. `focus` names the hot area where the keyboard goes on, if it was a key that led here."""

    focus: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Push(Audible):
    """A screen on top of this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop(Audible):
    """Back to the screen beneath; `then` is run after it and says what follows."""

    then: Callable[[], Outcome] | None = None


@dataclass(frozen=True, slots=True)
class Replace(Audible):
    """Another screen in the place of this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Reset(Audible):
    """This screen and no other."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Change(Audible):
    """New settings, in force and kept from now on."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class Quit(Audible):
    """The window closes."""


Outcome = Stay | Push | Pop | Replace | Reset | Change | Quit
Action = Callable[[], Outcome]


def heard_with(outcome: Outcome, moment: str) -> Outcome:
    """The outcome with a moment to be heard, unless it has one of its own."""
    return outcome if outcome.heard else replace(outcome, heard=moment)


WAY_BACK = "back"
"""The id of the arrow in a page's head that leads back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyBinding:
    """A key of a screen that has no hot area of its own. `key` may name several, apart by spaces."""

    key: str
    name: str
    action: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class HotArea:
    """A part of the screen that answers. `name` is what it is, in words; `hold` is the milliseconds it must be held;
    `subject` is the area that the rulebook explains in its place, where it is about another thing than its id says; `ends`
    takes what can be set to its least (-1) or most (1).

    A disabled area can be pointed at and focused, so that its tip can say why, but does nothing.
    """

    id: str
    rect: Rect
    name: str
    clip: Rect
    action: Action | None = None
    double: Action | None = None
    key: str | None = None
    tip: Tip | None = None
    enabled: bool = True
    focusable: bool = True
    hold: int = 0
    arrow: Callable[[int, int], Outcome | None] | None = None
    drag: Callable[[Drag], Outcome] | None = None
    wheel: Callable[[tuple[int, int], int], Outcome] | None = None
    typing: Callable[[Event], Outcome | None] | None = None
    view: str | None = None
    subject: str = ""
    ends: Callable[[int], Outcome] | None = None

    def contains(self, point: tuple[int, int]) -> bool:
        """Whether the pointer there touches it: inside, and not scrolled out of sight."""
        return bool(self.rect.collidepoint(point) and self.clip.collidepoint(point))


class PaintPanel(Protocol):
    """Paints a panel into `rect` of the painter's Surface."""

    def __call__(self, painter: Painter, rect: Rect, /) -> None:
        """Paints from its key alone."""


class Canvas(Painter):
    """One frame of a screen: a painter that also collects what can be touched and when to draw again.

    `now` is milliseconds of a clock that only runs forward. `beneath` are the words behind it: of dimmed screens,
    and of its own ground.
    """

    def __init__(
        self, surface: Surface, studio: Studio, words: Words, settings: Settings, attention: Attention, now: int
    ) -> None:
        super().__init__(surface, studio)
        self.words = words
        self.settings = settings
        self.attention = attention
        self.now = now
        self.areas: list[HotArea] = []
        self.views: list[ScrollView] = []
        self.hints: list[Hint] = []
        self.pointed_out: list[Rect] = []
        """What a card over the screen speaks of: no tip is to lie on it."""
        self.beneath: list[TextRecord] = []
        self.next_frame: int | None = None
        self._view: str | None = None

    def request_frame(self, after: int = 16) -> None:
        """Draws again `after` milliseconds from now, though nothing happens: for what moves."""
        self.next_frame = min(after, self.next_frame) if self.next_frame is not None else after

    def hot(
        self, id: str, rect: Rect, name: str, action: Action | None = None, *,
        double: Action | None = None, key: str | None = None, tip: Tip | None = None, enabled: bool = True,
        focusable: bool = True, hold: int = 0, arrow: Callable[[int, int], Outcome | None] | None = None,
        drag: Callable[[Drag], Outcome] | None = None,
        wheel: Callable[[tuple[int, int], int], Outcome] | None = None,
        typing: Callable[[Event], Outcome | None] | None = None, subject: str = "",
        ends: Callable[[int], Outcome] | None = None,
    ) -> Look:  # fmt: skip
        """Registers a hot area of this frame and says how to draw it. Later areas lie on top of earlier ones; the
        focus goes through them in the order of registration."""
        area = HotArea(
            id=id, rect=Rect(rect), name=name, clip=Rect(self.surface.get_clip()), action=action, double=double,
            key=key, tip=tip, enabled=enabled, focusable=focusable, hold=hold, arrow=arrow, drag=drag, wheel=wheel,
            typing=typing, view=self._view, subject=subject, ends=ends,
        )  # fmt: skip
        self.areas.append(area)
        return self.look(area)

    def shield(self, rect: Rect) -> None:
        """Paper over something that can be touched: the pointer does not reach through it."""
        self.hot(f"shield{len(self.areas)}", rect, "", focusable=False)

    def look(self, area: HotArea) -> Look:
        """How an area is to be drawn now."""
        seen = self.attention
        pressed = seen.pressed == area.id
        if pressed and area.hold:
            self.request_frame()
        return Look(
            hovered=seen.hovered == area.id,
            pressed=pressed,
            focused=seen.focus_shown and seen.focus == area.id,
            held=min(1.0, (self.now - seen.pressed_since) / area.hold) if pressed and area.hold else 0.0,
        )

    def panel(
        self, key: object, rect: Rect, paint: PaintPanel, *, margin: int = 0, tilt: float = 0.0, opaque: bool = False
    ) -> None:
        """Paints something costly once and keeps it for as long as `key`, the size and the theme stay the same.

        `margin` is room around the rect for shadows. `tilt` turns the panel by so many degrees, clockwise. `paint`
        must draw from its key alone and is given a rect of the same size on a Surface of its own. `opaque` says that it
        leaves nothing clear, which is quicker. Hot areas are registered outside.
        """
        whole = (key, rect.size, margin, tilt, self.theme.key)
        panel = self.studio.panels.get(whole, lambda: self._paint(rect.size, paint, margin, tilt, opaque))
        spare = ((panel.surface.get_width() - rect.w) // 2, (panel.surface.get_height() - rect.h) // 2)
        first = len(self.texts)
        self.put(panel, (rect.x - spare[0], rect.y - spare[1]))
        for record in self.texts[first:]:
            if record.whole is not None:
                self.hints.append(Hint(record.rect, record.whole))

    @contextmanager
    def scroll(self, id: str, rect: Rect, content: int) -> Iterator[ScrollView]:
        """A view into something `content` real pixels tall. Draw inside from `rect.y - view.offset` down. The wheel,
        a dragged bar, Page up and down, and the focus move it."""
        view = ScrollView(id=id, rect=Rect(rect), content=content, offset=0)
        offset = max(0, min(self.attention.scroll.get(id, 0), view.furthest))
        view = ScrollView(id=id, rect=Rect(rect), content=content, offset=offset)
        self.views.append(view)
        before, self._view = self._view, id
        was_scrolled, self.scrolled = self.scrolled, self.scrolled or view.furthest > 0
        room = 4 * self.measure("focus")
        with self.clip(view.rect.inflate(room + 2 * self.px(BLEED), room)):
            yield view
        self._view, self.scrolled = before, was_scrolled

    @contextmanager
    def onto(self, surface: Surface) -> Iterator[None]:
        """What is drawn while this lasts goes onto another Surface of the same size, seen through the same clip."""
        usual = self.surface
        surface.set_clip(usual.get_clip())
        self.surface = surface
        try:
            yield
        finally:
            self.surface = usual

    def cover(self, rect: Rect) -> None:
        """Paper laid over what was drawn so far: the words that it touches are beneath."""
        self.beneath += [text for text in self.texts if text.rect.colliderect(rect)]
        self.texts = [text for text in self.texts if not text.rect.colliderect(rect)]

    @contextmanager
    def ground(self) -> Iterator[None]:
        """What is written while this lasts is only the ground on which papers will lie, and need not be read."""
        first = len(self.texts)
        yield
        self.beneath += self.texts[first:]
        del self.texts[first:]

    def note(self, text: str, role: str, ink: Rect, whole: str | None = None, letters: tuple[Rect, ...] = ()) -> None:
        """As every painter does; what was cut can be read whole when it is pointed at."""
        super().note(text, role, ink, whole, letters)
        if whole is not None:
            self.hints.append(Hint(ink, whole))

    def _paint(self, size: tuple[int, int], paint: PaintPanel, margin: int, tilt: float, opaque: bool) -> Panel:
        whole = (size[0] + 2 * margin, size[1] + 2 * margin)
        surface = Surface(whole, 0, self.surface) if opaque else Surface(whole, pygame.SRCALPHA)
        painter = Painter(surface, self.studio)
        paint(painter, Rect((margin, margin), size))
        if not tilt:
            return Panel(surface, tuple(painter.texts))
        turned = pygame.transform.rotozoom(surface, -tilt, 1.0)
        dx, dy = (turned.get_width() - surface.get_width()) // 2, (turned.get_height() - surface.get_height()) // 2
        clip = turned.get_rect()
        return Panel(turned, tuple(text.moved((dx, dy), clip, False) for text in painter.texts))


class Screen:
    """One screen of the game. Only `compose` must be written."""

    overlay = False
    """Whether the screen beneath is still seen, dimmed, behind this one."""

    fitted = False
    """Whether this is one picture that fills the window, which larger things would not fit: whatever size the player wants
    everything in, it has the window's own."""

    fills = False
    """Whether it paints every pixel of the window in every frame, so that nothing need be laid beneath it."""

    fades = True
    """Whether the page before may still be seen for a moment while this one comes, and this one while the next does."""

    first_focus: str | None = None
    """The hot area that has the focus when the screen opens."""

    marks_first = False
    """Whether that area is marked from the first, before any key: an arrow then goes on from there, and does not just show it."""

    scene: str = ""
    """Whose air is heard here (see `game.ui.moments`); empty for that of the screen beneath."""

    opening: tuple[str, ...] = ()
    """The moments that are heard as the screen opens, one after the other."""

    hushed = False
    """Whether somebody listens who may not know what happens here: then only what is public is heard."""

    wording: Mapping[str, str] = NO_WORDING
    """The messages that the scenario played on this screen words otherwise. What lies over the screen speaks likewise."""

    @property
    def page(self) -> object:
        """What it is open at: when that changes, what was seen before fades away."""
        return None

    def compose(self, canvas: Canvas) -> None:
        """Draws the whole screen and registers its hot areas. Must not change anything but the canvas."""
        raise NotImplementedError

    def title(self, words: Words) -> str:
        """The window's title. Nothing secret."""
        return words("UTKA")

    def back(self) -> Outcome:
        """What Esc does."""
        return Pop()

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """Keys of this screen without a hot area."""
        return ()

    def handle(self, event: Event) -> Outcome | None:
        """First refusal of every event; None to let it take its usual way."""
        return None

    def tick(self, now: int) -> Outcome | None:
        """Called before a frame the screen asked for by `request_frame`, for what goes on by itself."""
        return None
