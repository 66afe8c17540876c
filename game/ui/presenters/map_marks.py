"""What lies on the map, as one side knows it: places, routes, people, the Old Man, countries, journeys."""

from collections.abc import Collection, Iterator
from typing import Literal

from game.match.draft import Draft
from game.rules.definitions import Place
from game.rules.geography import turns_for
from game.rules.nouns import OLD_MAN, Label, Mode, PlaceKind, Status
from game.rules.orders import Order
from game.rules.view import CenterView, View
from game.ui.map.model import (
    CountryTag,
    Glyph,
    Highlight,
    JourneyMark,
    Legend,
    MapModel,
    PlaceMark,
    RouteMark,
    Search,
    Shape,
    Token,
)
from game.ui.map.model import Mode as LineMode
from game.ui.presenters.dates import month_words, opening_words
from game.ui.presenters.people import body_words, portrait_of
from game.ui.words import Words

_FORGOTTEN_DAYS = 365
"""Days after which a sighting is as faint as it gets."""


def map_model(
    view: View, draft: Draft, _: Words, *, selected: str = "", targets: Collection[str] | None = None, aimed: Order | None = None
) -> MapModel:
    """The map of a side with its unsealed orders. While one is aimed, `targets` are lawful and `aimed` is the order."""
    places = view.catalogue.places
    old_man, own, search = _old_man(view, draft, _, selected), _own(view, draft, selected), _search(view, _)
    orders = draft.orders if aimed is None else (*(one for one in draft.orders if one.agent != aimed.agent), aimed)
    journeys = [journey_mark(view, order, _) for order in orders]
    return MapModel(
        side="center" if isinstance(view, CenterView) else "circle",
        places=tuple(place_mark(view, place) for place in places),
        routes=route_marks(view),
        tokens=tuple(token for token in (*old_man, *own, *_others(view, _, selected)) if token.place in places),
        tags=_tags(view),
        journeys=tuple(mark for mark in journeys if mark is not None),
        highlights=tuple(_lights(targets, aimed)),
        selected=selected,
        search=search,
        reach=_reach(view, selected),
        legend=_legend(view, _),
        seats=tuple(token.place for token in old_man) or (search.places if search is not None else ()),
        stands=tuple(token.place for token in own if token.place in places),
    )


def _legend(view: View, _: Words) -> Legend:
    """The kinds of lines that there are in this scenario."""
    names: dict[LineMode, str] = {"rail": _("Rail"), "sea": _("Sea"), "air": _("Air"), "road": _("Road")}
    there = {route.mode.value for route in view.catalogue.routes.values()}
    modes = tuple((mode, words) for mode, words in names.items() if mode in there)
    return Legend(title=_("Lines of travel"), date=_("as at {date}", date=month_words(view, _)), modes=modes)


def _search(view: View, _: Words) -> Search | None:
    """While the Center does not know his seat: the houses of the country that has let him in."""
    if not isinstance(view, CenterView) or view.seat or not view.asylum:
        return None
    catalogue = view.catalogue
    houses = [place.id for place in catalogue.places.values() if place.country == view.asylum and PlaceKind.EXILE in place.kinds]
    if not houses:
        return None
    searched = tuple(house for house in houses if catalogue.area(house) in view.searched)
    country = catalogue.countries[view.asylum].name
    words = _("{hunted}: somewhere in {country}", hunted=body_words(view, OLD_MAN, _), country=country)
    return Search(places=tuple(houses), searched=searched, words=words)


def _reach(view: View, selected: str) -> dict[str, int]:
    """Turns from a selected person of one's own, or a place, to every place."""
    body = view.bodies.get(selected)
    origin = body.place if body is not None else selected
    if origin not in view.catalogue.places:
        return {}
    journeys = view.atlas.journeys(origin, view.closed_routes)
    area = view.catalogue.area(origin)
    return {
        place: turns_for(journey.days, view.catalogue)
        for place, journey in journeys.items() if view.catalogue.area(place) != area
    }  # fmt: skip


def _lights(targets: Collection[str] | None, aimed: Order | None) -> Iterator[Highlight]:
    for target in targets or ():
        if aimed is None or target != aimed.target:
            yield Highlight(id=target, mark="lawful")
    if aimed is not None and aimed.target:
        yield Highlight(id=aimed.target, mark="aimed")


def route_marks(view: View) -> tuple[RouteMark, ...]:
    """Every route, the shut ones marked."""
    places = view.catalogue.places
    return tuple(
        RouteMark(
            id=route.id,
            ends=(places[route.between[0]].at, places[route.between[1]].at),
            mode=route.mode.value,
            closed=route.id in view.closed_routes,
        )
        for route in view.catalogue.routes.values()
    )


def place_mark(view: View, place_id: str) -> PlaceMark:
    """The sign of a place as this side knows it."""
    place = view.catalogue.places[place_id]
    return mark_of(place, "seat" if place_id == view.seat and not view.moving_to else None)


_STANDING: tuple[tuple[PlaceKind, Glyph, int], ...] = (
    (PlaceKind.CENTRE, "headquarters", 1), (PlaceKind.RESIDENCY, "residency", 2), (PlaceKind.EXILE, "house", 6),
    (PlaceKind.INFILTRATION, "way_in", 4), (PlaceKind.PORT, "port", 5),
)  # fmt: skip
"""Signs by what a place is, the first that fits; how early its name finds room."""


def mark_of(place: Place, special: Literal["seat", "former_seat"] | None) -> PlaceMark:
    """The sign of a place by what it is, or by what it is or was to the Old Man: his seat shows before anything else, a former
    one only where it is no headquarters."""
    glyph, rank = next(
        (
            (glyph, rank)
            for kind, glyph, rank in _STANDING
            if kind in place.kinds and not (kind in (PlaceKind.INFILTRATION, PlaceKind.PORT) and PlaceKind.CITY in place.kinds)
        ),
        ("city", 3),
    )
    if special == "seat":
        glyph, rank = "seat", 0
    elif special == "former_seat" and glyph != "headquarters":
        glyph, rank = "former_seat", 2
    return PlaceMark(id=place.id, name=place.name, at=place.at, glyph=glyph, rank=rank + (4 if place.label is Label.MINOR else 0))


def _old_man(view: View, draft: Draft, _: Words, selected: str) -> tuple[Token, ...]:
    where = view.moving_to or view.seat
    if not where:
        return ()
    return (
        Token(
            id=OLD_MAN,
            name=body_words(view, OLD_MAN, _),
            place=where,
            shape="old_man",
            portrait=portrait_of(view, view.catalogue.old_man),
            note=_("on his way") if view.moving_to else "",
            ordered=draft.order_of(OLD_MAN) is not None,
            selected=selected == OLD_MAN,
        ),
    )


def _own(view: View, draft: Draft, selected: str) -> tuple[Token, ...]:
    shape: Shape = "center" if isinstance(view, CenterView) else "circle"
    return tuple(
        Token(
            id=person,
            name=view.name(person),
            place=body.place,
            shape=shape,
            portrait=portrait_of(view, person),
            ordered=draft.order_of(person) is not None,
            selected=selected == person,
        )
        for person, body in view.bodies.items()
        if body.status in (Status.ACTIVE, Status.IN_TRANSIT)
    )


def _others(view: View, _: Words, selected: str) -> tuple[Token, ...]:
    """People of the other side where they were last seen; strangers on whom the Circle has a dossier."""
    seen = view.sightings if isinstance(view, CenterView) else view.strangers
    return tuple(
        Token(
            id=person,
            name=view.name(person),
            place=sighting.place,
            shape="circle" if isinstance(view, CenterView) else "stranger",
            portrait=portrait_of(view, person),
            note="" if sighting.turn >= view.turn - 1 else opening_words(view.catalogue, sighting.turn, "%b %Y", _),
            selected=selected == person,
            last_seen=sighting.turn < view.turn - 1,
            age=min(1.0, max(0, view.turn - 1 - sighting.turn) * view.catalogue.step.days / _FORGOTTEN_DAYS),
        )
        for person, sighting in seen.items()
        if not sighting.gone and person not in view.bodies and person != view.catalogue.old_man
    )


def _tags(view: View) -> tuple[CountryTag, ...]:
    """The country of asylum, and every country that has a house of exile or an alert."""
    tags: dict[str, CountryTag] = {}
    for place in view.catalogue.places.values():
        country, now = place.country, view.countries[place.country]
        if country not in tags and (PlaceKind.EXILE in place.kinds or now.alert):
            tags[country] = CountryTag(
                id=country,
                name=view.catalogue.countries[country].name,
                at=place.at,
                tolerance=now.tolerance,
                alert=now.alert,
            )
    return tuple(tags.values())


def journey_mark(view: View, order: Order, _: Words) -> JourneyMark | None:
    """The way that an order leads, stop by stop; nothing where its target is no place or he is there."""
    places, agent, target = view.catalogue.places, order.agent, order.target
    body = view.bodies.get(agent)
    origin = body.place if body is not None else view.seat if agent == OLD_MAN else ""
    if target not in places or not origin or view.catalogue.area(origin) == view.catalogue.area(target):
        return None
    journey = view.atlas.journeys(origin, view.closed_routes).get(target)
    if journey is None:
        return None
    stops, modes = [origin], []
    for route_id in journey.routes:
        route = view.catalogue.routes[route_id]
        modes.append(route.mode)
        near = [end for end in route.between if view.catalogue.area(end) == view.catalogue.area(stops[-1])]
        start = near[0] if near else stops[-1]
        stops.append(route.between[1] if start == route.between[0] else route.between[0])
    longest = {Mode.SEA: _("by sea"), Mode.RAIL: _("by rail"), Mode.AIR: _("by air"), Mode.ROAD: _("by road")}
    mode = longest[modes[-1]] if len(set(modes)) == 1 else _("overland and by sea") if Mode.SEA in modes else _("overland")
    days = _.plural("{count} day", "{count} days", journey.days)
    side: Literal["center", "circle"] = "center" if isinstance(view, CenterView) else "circle"
    return JourneyMark(places=tuple(stops), words=f"{mode} · {days}", side=side)
