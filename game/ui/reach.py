"""What pointer and focus can reach on a level: the area under a point, the next one for the focus, how far a view is
scrolled, and what can be said of it all. It changes nothing but the player's attention."""

import pygame

from game.ui.attention import ScrollView, Tip
from game.ui.screen import WAY_BACK, HotArea, Outcome, Stay
from game.ui.stack import Level
from game.ui.words import Words


def settle(level: Level, now: int) -> bool:
    """Finds what lies under the pointer; whether that is another area than before."""
    seen = level.attention
    hovered = under(level, seen.pointer)
    name = hovered.id if hovered is not None else None
    if name == seen.hovered:
        return False
    seen.hovered, seen.hovered_since = name, now
    return True


def under(level: Level, at: tuple[int, int], *, with_wheel: bool = False) -> HotArea | None:
    """The topmost area at a point; with `with_wheel`, the topmost that answers the wheel and is not covered."""
    for area in reversed(level.areas):
        if area.contains(at) and (not with_wheel or area.wheel is not None or area.action is None):
            return area
    return None


def focused(level: Level) -> HotArea | None:
    """The area that has the focus, if it is there in this frame."""
    return area_named(level, level.attention.focus)


def step_focus(level: Level, step: int) -> Outcome | None:
    """Moves the focus on or back, round the end, and scrolls it into sight."""
    areas = [area for area in level.areas if area.focusable]
    if not areas:
        return None
    seen = level.attention
    names = [area.id for area in areas]
    if seen.focus not in names:
        index = 0 if step > 0 else len(areas) - 1
    elif not seen.focus_shown and not (level.screen.marks_first and seen.hovered is None):
        index = names.index(seen.focus)
    else:
        index = (names.index(seen.focus) + step) % len(areas)
    return to_focus(level, names[index])


def step_within(level: Level, area: HotArea, step: int) -> Outcome | None:
    """Moves the focus up or down the list that the area is in; nothing at its ends, from which an arrow goes on to what stands
    above or beneath, or outside a list. Above a list at the head of a page is only the way back: the focus stays."""
    row = [other for other in level.areas if other.focusable and other.view is not None and other.view == area.view]
    index = row.index(area) + step if area in row else -1
    if index < 0 and step < 0 and area in row and _follows_way_back(level, area):
        return Stay()
    if not step or not 0 <= index < len(row):
        return None
    return to_focus(level, row[index].id)


def follow(level: Level, view: ScrollView, area: HotArea, by: int) -> None:
    """The view that the area is in has been scrolled as far as it could by so many pixels: the focus goes on by as many, to what
    can be seen then."""
    offset = offset_now(level, view)
    seen = view.rect.move(0, offset - view.offset)  # where the areas of this picture lie that will be seen in the next
    row = [other for other in level.areas if other.focusable and other.view == view.id and seen.contains(other.rect)]
    if row:
        wanted = area.rect.centery + by
        level.attention.show_focus(min(row, key=lambda other: abs(other.rect.centery - wanted)).id)


def _follows_way_back(level: Level, area: HotArea) -> bool:
    areas = [other for other in level.areas if other.focusable]
    return area is not areas[0] and areas[areas.index(area) - 1].id == WAY_BACK


def to_focus(level: Level, name: str) -> Outcome:
    """Lays the focus on an area, which may come only with the next frame, and scrolls it into sight if it is there."""
    level.attention.show_focus(name)
    area = focused(level)
    level.attention.awaited = area is None
    if area is not None:
        reveal(level, area)
    return Stay()


def meet_awaited(level: Level) -> bool:
    """Scrolls what the focus has waited for into sight, once it is there; whether anything moved."""
    seen, area = level.attention, focused(level)
    if not seen.awaited or area is None:
        return False
    before, seen.awaited = dict(seen.scroll), False
    reveal(level, area)
    return before != seen.scroll


def reveal(level: Level, area: HotArea) -> None:
    """Scrolls the area's view so that it can be seen."""
    for view in level.views:
        if view.id == area.view:
            room = min(24, view.rect.h // 8)
            if area.rect.top < view.rect.top + room:
                scroll_to(level, view.id, view.offset - (view.rect.top + room - area.rect.top))
            elif area.rect.bottom > view.rect.bottom - room:
                scroll_to(level, view.id, view.offset + area.rect.bottom - view.rect.bottom + room)


def scroll_to(level: Level, view_id: str, offset: int) -> None:
    """Scrolls a view, within its bounds."""
    for view in level.views:
        if view.id == view_id:
            level.attention.scroll[view_id] = max(0, min(offset, view.furthest))


def offset_now(level: Level, view: ScrollView) -> int:
    """How far the view is scrolled by now; more than one event may have come since it was drawn."""
    return min(level.attention.scroll.get(view.id, 0), view.furthest)


def bar_zone(rect: pygame.Rect) -> pygame.Rect:
    """Where the bar of a scrolling view can be grasped: along its right edge."""
    return pygame.Rect(rect.right - 14, rect.y, 14, rect.h)


def attended(level: Level) -> HotArea | None:
    """The thing that has the player's attention: focus first, where anything has it, then the pointer."""
    seen = level.attention
    return (focused(level) if seen.focus_shown else None) or under(level, seen.pointer)


def unexplained(area: HotArea, words: Words) -> Tip | None:
    """What is said of a thing that neither explains itself nor is in the rulebook; nothing if it has not even a name."""
    return Tip(area.name, words("Nothing more is known of this.")) if area.name else None


def keys_of(level: Level, words: Words) -> list[tuple[str, str]]:
    """Every key of a screen with what it does, each key once."""
    named: dict[str, str] = {}
    for area in level.areas:
        if area.key is not None and area.name:
            named.setdefault(area.key, area.name)
    for binding in level.screen.keys(words):
        named.setdefault(binding.key, binding.name)
    return list(named.items())


def area_named(level: Level, name: str | None) -> HotArea | None:
    """The area of this name, if it is there in this frame."""
    return next((area for area in level.areas if area.id == name), None) if name is not None else None
