"""Places as sheets: what a place is, the mood of its country, and who is known to be there."""

from dataclasses import dataclass

from game.rules.nouns import PlaceKind, Status
from game.rules.view import CenterView, View
from game.ui.presenters.dates import opening_words
from game.ui.presenters.house import house_facts
from game.ui.presenters.people import ring_words
from game.ui.words import Words

_NAMED = 6
"""How many people the tip of a place names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHere:
    """Somebody known to be at a place."""

    id: str
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSheet:
    """A place in words: kinds, facts as pairs, people. `house` is what is known of the Old Man's house, if this is it."""

    id: str
    name: str
    kind: str
    note: str
    facts: tuple[tuple[str, str], ...]
    people: tuple[PersonHere, ...]
    house: tuple[tuple[str, str], ...] = ()


def kind_words(kind: PlaceKind, _: Words) -> str:
    """What a place is to the game."""
    return {
        PlaceKind.CENTRE: _("headquarters"),
        PlaceKind.RESIDENCY: _("residency"),
        PlaceKind.INFILTRATION: _("way in"),
        PlaceKind.EXILE: _("house of exile"),
        PlaceKind.PORT: _("port"),
        PlaceKind.CITY: _("city"),
        PlaceKind.ARCHIVE: _("archive"),
    }[kind]


def place_sheet(view: View, place_id: str, _: Words) -> PlaceSheet:
    """The sheet of a place as this side knows it."""
    place = view.catalogue.places[place_id]
    country = view.catalogue.countries[place.country]
    now = view.countries[place.country]
    kinds = ", ".join(kind_words(kind, _) for kind in place.kinds)
    facts = [
        (_("Tolerance of the exile"), _("{number} of 10", number=now.tolerance)),
        (_("Police"), _("{number} of 5", number=country.police)),
        (_("Police alert"), _("{number} of 5", number=now.alert)),
        (_("Moscow's leverage"), _("{number} of 3", number=country.leverage)),
    ]
    if PlaceKind.EXILE in place.kinds:
        facts.append((_("Security it can bear"), str(place.security_cap)))
    return PlaceSheet(
        id=place_id,
        name=place.name,
        kind=f"{country.name} · {kinds}",
        note=place.note,
        facts=tuple(facts),
        people=people_at(view, place_id, _),
        house=house_facts(view, _) if place_id == view.seat else (),
    )


def people_at(view: View, place_id: str, _: Words) -> tuple[PersonHere, ...]:
    """One's own people in the area of a place, then others who were seen there."""
    area = view.catalogue.area(place_id)
    own = [
        PersonHere(id=person, name=view.name(person), note=ring_words(body.access, _))
        for person, body in view.bodies.items()
        if body.status is Status.ACTIVE and view.catalogue.area(body.place) == area
    ]
    seen = view.sightings if isinstance(view, CenterView) else view.strangers
    others = [
        PersonHere(id=person, name=view.name(person), note=_last_seen(view, sighting.turn, _))
        for person, sighting in seen.items()
        if not sighting.gone and view.catalogue.area(sighting.place) == area and person not in view.bodies
    ]
    return (*own, *others)


def place_summary(view: View, place_id: str, _: Words) -> str:
    """A place in two lines for a tip: in which country it lies and what it is, and who is there."""
    place = view.catalogue.places[place_id]
    kinds = ", ".join(kind_words(kind, _) for kind in place.kinds)
    lines = [f"{view.catalogue.countries[place.country].name} · {kinds}"]
    people = people_at(view, place_id, _)
    if people:
        names = [f"{person.name} ({person.note})" for person in people[:_NAMED]]
        more = len(people) - len(names)
        lines.append(_("There: {names}", names=", ".join(names)) + (" " + _("and {count} more", count=more) if more else ""))
    return "\n".join(lines)


def _last_seen(view: View, turn: int, _: Words) -> str:
    if turn >= view.turn - 1:
        return _("seen now")
    return _("last seen {when}", when=opening_words(view.catalogue, turn, "%b %Y", _))
