"""Pointer and keys of the top screen: from events to the hot area they mean, and to what its action answers. It draws
nothing and knows no window."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame
from pygame.event import Event

from game.ui.attention import Drag, Tip
from game.ui.keys import matches
from game.ui.moments import Moment
from game.ui.reach import (
    area_named,
    attended,
    bar_zone,
    focused,
    follow,
    keys_of,
    offset_now,
    scroll_to,
    settle,
    step_focus,
    step_within,
    to_focus,
    under,
    unexplained,
)
from game.ui.screen import HotArea, Outcome, Pop, Push, Stay, heard_with
from game.ui.screens.explain import ExplainSheet, Passage
from game.ui.screens.keys_sheet import KeysSheet
from game.ui.stack import Level
from game.ui.words import Words

DOUBLE_CLICK_MS = 350
_ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
_ENDS = {pygame.K_HOME: -1, pygame.K_END: 1}
_DO = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
_REPEATING = (*_ARROWS, pygame.K_TAB, pygame.K_PAGEUP, pygame.K_PAGEDOWN)
"""Keys that go on doing what they do while they are held; no other does anything twice."""
_WHEEL_STEP = 60


@dataclass(slots=True)
class Hand:
    """What the player's hand has been doing: where it pressed, where it dragged to, when it clicked last."""

    start: tuple[int, int] = (0, 0)
    last: tuple[int, int] = (0, 0)
    clicked: str | None = None
    clicked_at: int = -10_000
    clicked_where: tuple[int, int] = (-1, -1)
    held_key: int | None = None
    down: set[int] = field(default_factory=set)
    spent: int | None = None
    """The key that is down and has done something: the letter that comes with it is not for the field that this may have
    opened."""
    dragging_bar: str | None = None


@dataclass(slots=True)
class Input:
    """Turns events into outcomes. None means that nothing needs to be drawn again. `passage` finds what the rulebook says of a
    hot area."""

    words: Words
    passage: Callable[[HotArea], Passage | None] = lambda area: None
    hand: Hand = field(default_factory=Hand)

    def feed(self, level: Level, event: Event, now: int) -> Outcome | None:
        """What the event means on this level."""
        answered = level.screen.handle(event)
        if answered is not None:
            return answered
        match event.type:
            case pygame.MOUSEMOTION:
                return self._move(level, event.pos, now)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return self._press(level, event.pos, now)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return self._release(level, event.pos, now)
            case pygame.MOUSEWHEEL:
                return self._turn_wheel(level, event.y)
            case pygame.KEYDOWN:
                return self._key_pressed(level, event, now)
            case pygame.KEYUP:
                return self._let_key_go(level, event)
            case pygame.TEXTINPUT if self.hand.spent is None:
                area = focused(level)
                typed = area.typing(event) if area is not None and area.typing is not None else None
                return heard_with(typed, Moment.LETTER) if typed is not None else None
            case pygame.WINDOWFOCUSLOST:
                self.hand.down.clear()
                self.hand.spent = None
                self.hand.held_key, level.attention.pressed = None, None
                return Stay()
            case pygame.WINDOWLEAVE:
                return self._move(level, (-1, -1), now)
        return None

    def hold(self, level: Level, now: int) -> Outcome | None:
        """Carries out the action of an area that has been held down long enough."""
        seen = level.attention
        area = area_named(level, seen.pressed)
        if area is None or not area.hold or now - seen.pressed_since < area.hold:
            return None
        seen.pressed, self.hand.held_key = None, None
        return _act(area)

    # The pointer

    def _move(self, level: Level, at: tuple[int, int], now: int) -> Outcome | None:
        seen = level.attention
        seen.pointer = at
        pressed = area_named(level, seen.pressed)
        if self.hand.dragging_bar is not None:
            return self._drag_bar(level, at)
        if pressed is not None and pressed.drag is not None:
            moved = (at[0] - self.hand.last[0], at[1] - self.hand.last[1])
            self.hand.last = at
            return pressed.drag(Drag(start=self.hand.start, at=at, moved=moved, done=False))
        was_uninvited, seen.uninvited = seen.uninvited, False
        if not settle(level, now):
            if not was_uninvited:
                return None
            seen.hovered_since = now
        seen.pointing = seen.pointing or seen.hovered is not None
        return Stay()

    def _press(self, level: Level, at: tuple[int, int], now: int) -> Outcome | None:
        self._move(level, at, now)
        seen = level.attention
        seen.focus_shown = False
        self.hand.start = self.hand.last = at
        for view in reversed(level.views):
            if view.furthest and bar_zone(view.rect).collidepoint(at):
                self.hand.dragging_bar = view.id
                return self._drag_bar(level, at)
        area = under(level, at)
        if area is None:
            return Stay()
        if area.focusable:
            seen.focus = area.id
        seen.pressed, seen.pressed_since = area.id, now
        if area.drag is not None and area.enabled:
            return area.drag(Drag(start=at, at=at, moved=(0, 0), done=False))
        return Stay()

    def _release(self, level: Level, at: tuple[int, int], now: int) -> Outcome | None:
        seen = level.attention
        area = area_named(level, seen.pressed)
        seen.pressed, self.hand.dragging_bar = None, None
        if area is None:
            return Stay()
        if area.drag is not None and area.enabled and at != self.hand.start:
            moved = (at[0] - self.hand.last[0], at[1] - self.hand.last[1])
            return area.drag(Drag(start=self.hand.start, at=at, moved=moved, done=True))
        if not area.contains(at) or area.hold:
            return Stay()
        again = now - self.hand.clicked_at <= DOUBLE_CLICK_MS
        twice = again and self.hand.clicked == area.id
        if again and not twice and at == self.hand.clicked_where:
            return Stay()  # the second half of a double click, meant for what gave way to this
        self.hand.clicked, self.hand.clicked_at, self.hand.clicked_where = area.id, now, at
        if twice and area.double is not None and area.enabled:
            return heard_with(area.double(), Moment.PRESS)
        return _act(area)

    def _turn_wheel(self, level: Level, steps: int) -> Outcome | None:
        at = level.attention.pointer
        area = under(level, at, with_wheel=True)
        if area is not None and area.wheel is not None:
            return area.wheel(at, steps)
        for view in reversed(level.views):
            if view.rect.collidepoint(at) and view.furthest:
                scroll_to(level, view.id, offset_now(level, view) - steps * _WHEEL_STEP)
                return Stay()
        return None

    def _drag_bar(self, level: Level, at: tuple[int, int]) -> Outcome | None:
        for view in level.views:
            if view.id == self.hand.dragging_bar:
                share = (at[1] - view.rect.y) / max(1, view.rect.h)
                scroll_to(level, view.id, round(share * view.content - view.rect.h / 2))
                return Stay()
        return None

    # The keys

    def _key_pressed(self, level: Level, event: Event, now: int) -> Outcome | None:
        """What is typed goes to the field that has the focus; else the key does what it is for."""
        area = focused(level)
        repeated = event.key in self.hand.down
        self.hand.down.add(event.key)
        if not repeated:
            self.hand.spent = None
        if area is not None and area.typing is not None and event.key not in (pygame.K_TAB, pygame.K_ESCAPE):
            answered = area.typing(event)
            if answered is not None:
                return answered
        done = self._key(level, area, event, now, repeated=repeated)
        if done is not None:
            self.hand.spent = event.key
        if isinstance(done, Stay) and done.focus:
            to_focus(level, done.focus)
        return done

    def _key(self, level: Level, area: HotArea | None, event: Event, now: int, *, repeated: bool) -> Outcome | None:
        if repeated and event.key not in _REPEATING:
            return None
        if event.key == pygame.K_ESCAPE:
            left = level.screen.back()
            return heard_with(left, Moment.SHEET_TAKEN) if isinstance(left, Pop) else left
        if event.key == pygame.K_TAB and not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return step_focus(level, -1 if event.mod & pygame.KMOD_SHIFT else 1)
        return self._meant_for(area, level, event, now) or self._global(level, event) or _scroll_key(level, event)

    def _meant_for(self, area: HotArea | None, level: Level, event: Event, now: int) -> Outcome | None:
        """The focused area first, then the shortcuts of areas and of the screen, then arrows as a way to move on;
        in a list they move along it first."""
        arrow = None if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT) else _ARROWS.get(event.key)
        shown = level.attention.focus_shown
        if area is not None and shown:
            if arrow is not None and area.arrow is not None and area.enabled:
                answered = area.arrow(*arrow)
                if answered is not None:
                    return answered
            if event.key in _ENDS and area.ends is not None and area.enabled:
                return area.ends(_ENDS[event.key])
            moved = step_within(level, area, arrow[1]) if arrow is not None else None
            if moved is not None:
                return moved
            if event.key in _DO and (area.action or not area.enabled):
                return self._activate(level, area, event.key, now)
        for other in reversed(level.areas):
            if other.key is not None and matches(other.key, event):
                return self._activate(level, other, event.key, now)
        for binding in level.screen.keys(self.words):
            if matches(binding.key, event):
                return binding.action()
        if area is not None and not shown and event.key in _DO and area.action is not None:
            return self._activate(level, area, event.key, now)
        return step_focus(level, arrow[0] + arrow[1]) if arrow is not None else None

    def _activate(self, level: Level, area: HotArea, key: int, now: int) -> Outcome | None:
        if not area.enabled:
            level.attention.show_focus(area.id)
            return Stay(heard=Moment.REFUSED)
        if not area.hold:
            return _act(area)
        seen = level.attention
        if seen.pressed != area.id:
            seen.pressed, seen.pressed_since, self.hand.held_key = area.id, now, key
        return Stay()

    def _let_key_go(self, level: Level, event: Event) -> Outcome | None:
        self.hand.down.discard(event.key)
        if self.hand.spent == event.key:
            self.hand.spent = None
        if self.hand.held_key != event.key:
            return None
        self.hand.held_key, level.attention.pressed = None, None
        return Stay()

    def _global(self, level: Level, event: Event) -> Outcome | None:
        if event.key == pygame.K_F1:
            return self._explain(level)
        if matches("?", event) and not isinstance(level.screen, KeysSheet):
            return Push(KeysSheet(keys_of(level, self.words)))
        return None

    def _explain(self, level: Level) -> Outcome | None:
        """Says what the thing under the hand is, as the screen and as the rulebook have it."""
        area = attended(level)
        if area is None:
            return None
        passage = self.passage(area)
        named = "" if area.subject else area.name  # what is about another thing is called as that is
        tip = area.tip or (Tip(named or passage.title) if passage is not None else unexplained(area, self.words))
        return Push(ExplainSheet(tip, passage)) if tip is not None else None


_PAGES = {pygame.K_PAGEUP: -0.9, pygame.K_PAGEDOWN: 0.9}
"""How much of a view these keys scroll by."""


def _scroll_key(level: Level, event: Event) -> Outcome | None:
    """Scrolls the view in which the focus is shown, else that under the pointer, else the first; the focus goes along a list."""
    if event.key not in _PAGES and event.key not in _ENDS:
        return None
    area, at = focused(level), level.attention.pointer
    held = area.view if area is not None and not level.attention.pointing else None
    moving = [view for view in level.views if view.furthest or view.id == held]
    under_hand = (view for view in moving if view.id == held or (held is None and view.rect.collidepoint(at)))
    chosen = next(under_hand, next((view for view in moving if view.furthest), None))
    if chosen is None:
        return None
    before = offset_now(level, chosen)
    by = round(_PAGES[event.key] * chosen.rect.h) if event.key in _PAGES else _ENDS[event.key] * chosen.content
    scroll_to(level, chosen.id, before + by)
    if area is not None and chosen.id == held and area.key is None:  # a row of a list has no key of its own, a telegram has one
        follow(level, chosen, area, by)
    return Stay()


def _act(area: HotArea) -> Outcome:
    if not area.enabled:
        return Stay(heard=Moment.REFUSED)
    return heard_with(area.action(), Moment.PRESS) if area.action is not None else Stay()
