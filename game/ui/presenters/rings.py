"""The second board as rows: who stands in which ring and which corner of the world, who is tied to whom, as one side knows
it. Where they lie on the paper is arithmetic of another module."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import atan2
from typing import Literal

from game.rules.events import Event, EventKind
from game.rules.nouns import OLD_MAN, OUTSIDER, PlaceKind, Status
from game.rules.state import Body, Sighting
from game.rules.view import CenterView, CircleView, View
from game.ui.presenters.dates import opening_words
from game.ui.presenters.doubts import percent
from game.ui.presenters.house import keep_operations, keep_words
from game.ui.presenters.losses import Loss, losses
from game.ui.presenters.people import body_words, is_in_play, place_words, portrait_of, ring_words, short_name
from game.ui.words import Words

Shape = Literal["agent", "member", "stranger"]
"""A square of the Center's, a disc of the Circle's, or somebody whom the Circle knows only by sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RingPerson:
    """Somebody on the board. `sector` is an index into the sectors; `doubt` per cent, for the Circle alone.

    `faint`: was seen some time ago, or is on a journey.
    """

    id: str
    name: str
    full: str
    ring: int
    sector: int
    portrait: Mapping[str, str]
    shape: Shape
    note: str
    doubt: int | None = None
    faint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RingString:
    """A tie between two people on the board; `weight` 1-3."""

    ends: tuple[str, str]
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A corner of the world: its name, and its bearing in radians, 0 east and growing clockwise."""

    name: str
    bearing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RingsModel:
    """All that lies on the board. `keeps` are the words for what the household can be told to keep, if it can be told here;
    `losses` are who stood on it and does so no more."""

    sectors: tuple[Sector, ...]
    people: tuple[RingPerson, ...]
    strings: tuple[RingString, ...]
    old_man: Mapping[str, str]
    called: str
    keeps: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()


def rings_model(view: View, history: Iterable[Event], _: Words) -> RingsModel:
    """The board of a side. `history` is what that side was told so far."""
    history = tuple(history)
    own = {person: body for person, body in view.bodies.items() if is_in_play(body) and person != view.catalogue.old_man}
    others = _others(view)
    areas = _areas(view, own, others)
    names = short_names(view, (*own, *others))
    people = (
        *(_own_person(view, person, body, names, areas, _) for person, body in own.items()),
        *(_other_person(view, sighting, names, areas, _) for sighting in others.values()),
    )
    shown = {person.id for person in people} | {OLD_MAN}
    strings = _rapport(view) if isinstance(view, CenterView) else _sponsors(history)
    return RingsModel(
        sectors=_sectors(view, areas),
        people=people,
        strings=tuple(string for string in strings if shown.issuperset(string.ends)),
        old_man=portrait_of(view, view.catalogue.old_man),
        called=body_words(view, OLD_MAN, _),
        keeps=tuple(keep_words(keep, _) for keep in keep_operations(view)) if isinstance(view, CircleView) else (),
        losses=losses(view, history, _),
    )


def short_names(view: View, people: Sequence[str]) -> dict[str, str]:
    """Names with initials for first names, as long as nobody else has the same."""
    names = {person: short_name(view.name(person)) for person in people}
    taken = list(names.values())
    return {person: name if taken.count(name) == 1 else view.name(person) for person, name in names.items()}


def area_words(view: View, area: str) -> str:
    """The name of an area: that of its first city, else of its first place."""
    places = [place for id_, place in view.catalogue.places.items() if view.catalogue.area(id_) == area]
    cities = [place for place in places if PlaceKind.CITY in place.kinds]
    return next((place.name for place in (*cities, *places)), area)


def _others(view: View) -> dict[str, Sighting]:
    seen = view.sightings if isinstance(view, CenterView) else view.strangers
    old_man = view.catalogue.old_man
    return {id_: one for id_, one in seen.items() if not one.gone and id_ not in view.bodies and id_ != old_man}


def _area_of(view: View, body: Body) -> str:
    return view.catalogue.area(body.destination if body.status is Status.IN_TRANSIT else body.place)


def _areas(view: View, own: Mapping[str, Body], others: Mapping[str, Sighting]) -> list[str]:
    """Every area where somebody is, in the order of the places."""
    used = {_area_of(view, body) for body in own.values()}
    used |= {view.catalogue.area(sighting.place) for sighting in others.values()}
    ordered = [view.catalogue.area(place) for place in view.catalogue.places]
    return [area for index, area in enumerate(ordered) if area in used and area not in ordered[:index]]


def _sectors(view: View, areas: Sequence[str]) -> tuple[Sector, ...]:
    """Where each area lies as seen from the middle of them all, so that the board is turned like the map."""
    at = [next(p.at for id_, p in view.catalogue.places.items() if view.catalogue.area(id_) == area) for area in areas]
    north = (max(y for y, _ in at) + min(y for y, _ in at)) / 2 if at else 0.0
    east = (max(x for _, x in at) + min(x for _, x in at)) / 2 if at else 0.0
    return tuple(
        Sector(name=area_words(view, area), bearing=atan2(north - latitude, (longitude - east) / 2))
        for area, (latitude, longitude) in zip(areas, at, strict=True)
    )


def _own_person(view: View, person: str, body: Body, names: Mapping[str, str], areas: Sequence[str], _: Words) -> RingPerson:
    return RingPerson(
        id=person,
        name=names[person],
        full=view.name(person),
        ring=body.access,
        sector=areas.index(_area_of(view, body)),
        portrait=portrait_of(view, person),
        shape="agent" if isinstance(view, CenterView) else "member",
        note=f"{place_words(view, body, _)} · {ring_words(body.access, _)}",
        doubt=percent(view.members[person].doubt) if isinstance(view, CircleView) else None,
        faint=body.status is Status.IN_TRANSIT,
    )


def _other_person(view: View, sighting: Sighting, names: Mapping[str, str], areas: Sequence[str], _: Words) -> RingPerson:
    place = view.catalogue.places[sighting.place].name
    when = opening_words(view.catalogue, sighting.turn, "%B %Y", _)
    return RingPerson(
        id=sighting.id,
        name=names[sighting.id],
        full=view.name(sighting.id),
        ring=sighting.access if isinstance(view, CenterView) else OUTSIDER,
        sector=areas.index(view.catalogue.area(sighting.place)),
        portrait=portrait_of(view, sighting.id),
        shape="member" if isinstance(view, CenterView) else "stranger",
        note=_("last seen in {place}, {when}", place=place, when=when),
        faint=sighting.turn < view.turn - 1,
    )


def _rapport(view: CenterView) -> list[RingString]:
    return [
        RingString(ends=(agent.id, other), weight=rapport)
        for agent in view.agents.values()
        for other, rapport in agent.contacts
        if rapport
    ]


def _sponsors(history: Iterable[Event]) -> list[RingString]:
    """Who vouched for whom, as far as the Circle was told."""
    pairs = {event.subject: event.other for event in history if event.kind is EventKind.CAME_CLOSER and event.other}
    return [RingString(ends=(person, sponsor)) for person, sponsor in pairs.items() if person != sponsor]
