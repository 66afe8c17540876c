"""Finds on the screen what a lesson points at. Everything that can be touched has a name there; nothing is measured twice."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import assert_never

from pygame import Rect

from game.scenario.lessons import OperationAt, Part, PartAt, PersonAt, PlaceAt, Pointing, TargetAt
from game.ui.desk.screen import DeskScreen
from game.ui.screen import HotArea, Screen
from game.ui.stack import Level
from game.ui.words import Words

AREAS = MappingProxyType(
    {
        Part.SEAL: ("seal",),
        Part.COMMIT: ("commit",),
        Part.CARDS: ("card.*",),
        Part.ORDERS: ("order.*",),
        Part.TASKS: ("slip",),
        Part.FUNDS: ("meter.funds",),
        Part.SIGNALS: ("meter.signals",),
        Part.PARANOIA: ("meter.paranoia",),
        Part.TRACK: ("meter.track",),
        Part.PREPARATION: ("meter.preparation",),
        Part.INFLUENCE: ("meter.influence",),
        Part.SECURITY: ("meter.security",),
        Part.TOLERANCE: ("meter.tolerance",),
        Part.COVER: ("fact.cover",),
        Part.DOUBT: ("fact.doubt",),
        Part.SUCCESS: ("odds.success",),
        Part.TRACES: ("odds.traces",),
        Part.CALL_OFF: ("line.less", "line.more"),
        Part.TARGETS: ("target.*",),
        Part.MAP: ("leave", "way.map"),
        Part.RINGS: ("way.rings",),
        Part.LOG: ("way.log",),
        Part.MENU: ("way.menu",),
        Part.RING_BOARD: ("person.*",),
        Part.TELEGRAM: ("telegram",),
        Part.GO_ON: ("leave",),
        Part.HOUSEHOLD: ("house",),
    }
)
"""The names of the hot areas that each part stands for; `card.*` is the first whose name begins so."""

LEADING_ON = ("seal", "commit", "leave", "onward", "result")
"""What the player presses to go on, and what came of an order: whatever a card is about, it lies on none of these."""


def names_of(pointing: Pointing) -> tuple[str, ...]:
    """The hot areas that can be meant, those first that are nearer to what is to be done."""
    match pointing:
        case PartAt():
            return AREAS[pointing.part]
        case PersonAt(person=one):
            on_cards = (f"target.{one}", f"card.{one}", f"roll.{one}", f"person.{one}")
            return (*on_cards, f"map.person.{one}")
        case PlaceAt(place=one):
            return (f"target.{one}", f"map.place.{one}")
        case OperationAt(operation=one):
            return (f"order.{one}",)
        case TargetAt(target=one):
            return (f"target.{one}",)
        case _:
            assert_never(pointing)


def find(level: Level, pointings: Iterable[Pointing]) -> HotArea | None:
    """The first of the things pointed at that is on the screen, though it may have to be scrolled to. What cannot be
    touched yet, such as a button that still waits for a target, is pointed at only where nothing else is."""
    meant = [pointing for pointing in pointings if not _of_another(pointing, level.screen)]
    there = [area for pointing in meant for name in names_of(pointing) for area in level.areas if _is(area, name)]
    return next((area for area in there if area.enabled), there[0] if there else None)


def all_named(level: Level, pointings: Iterable[Pointing]) -> list[HotArea]:
    """Everything on the screen that has the very name of a thing pointed at, wherever it shows."""
    names = {name for pointing in pointings for name in names_of(pointing)}
    return [area for area in level.areas if area.id in names]


def _of_another(pointing: Pointing, screen: Screen) -> bool:
    """Whether an order of one person is pointed at while another's sheet lies open."""
    if not isinstance(pointing, OperationAt) or not pointing.by:
        return False
    return not isinstance(screen, DeskScreen) or screen.shown != pointing.by


def _is(area: HotArea, name: str) -> bool:
    return area.id.startswith(name[:-1]) if name.endswith("*") else area.id == name


def in_sight(area: HotArea) -> Rect:
    """The part of an area that can be seen; empty where it is scrolled away."""
    return area.rect.clip(area.clip)


def turn_to_card(level: Level, pointings: Iterable[Pointing], words: Words) -> None:
    """Turns the drawer to the page with the card of the first person pointed at."""
    person = next((pointing.person for pointing in pointings if isinstance(pointing, PersonAt)), "")
    if person and isinstance(level.screen, DeskScreen):
        level.screen.turn_to(person, words)
