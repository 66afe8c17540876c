"""Lints on ids: every name must stand for something that is in the scenario."""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from game.rules.definitions import TIES, PersonDefinition
from game.rules.nouns import PlaceKind, Skill
from game.rules.words import (
    AddAlert,
    AddSection,
    AddSecurity,
    AddTolerance,
    Arrive,
    Banish,
    CloseRoute,
    Leave,
    Lives,
    PersonIs,
    SecurityWithin,
    ToleranceWithin,
)
from game.scenario.layout import Layout
from game.scenario.lints.sheet import Remark, Sheet, missing
from game.scenario.nodes import nearest_mark
from game.scenario.packs import is_id
from game.scenario.shaping import keyed_names

HERE = frozenset(("here", "there", "seat"))
"""Words that stand for a country, an area or a house, as the order or the turn has it."""


_MISSPELT = 0.78
"""From which likeness on a free word is taken for a slip of the pen; `brother` is not one for `lover`."""


def bad_ids(sheet: Sheet) -> Iterator[Remark]:
    """Ids are small letters, digits, `_` and `-`; the scenario's is the name of its folder."""
    for kind in keyed_names(Layout):
        for name in sorted(sheet.ids(kind)):
            if not is_id(name):
                yield Remark(f"{kind}.{name}", f"'{name:.60}' cannot be an id", "use small letters, digits, _ and -")
    if sheet.layout.id and sheet.folder and sheet.layout.id != sheet.folder:
        yield Remark("id", f"found '{sheet.layout.id}', but the folder is named '{sheet.folder}'")


def unknown_places(sheet: Sheet) -> Iterator[Remark]:
    """Every place that is named exists."""
    layout, known = sheet.layout, sheet.ids("places")
    for index, name in enumerate(layout.map):
        yield from missing(f"map[{index}]", "place", name, known)
    if layout.old_man:
        yield from missing("old_man.seat", "place", layout.old_man.seat, known)
    for route in layout.routes.values():
        for index, end in enumerate(route.between):
            yield from missing(f"routes.{route.id}.between[{index}]", "place", end, known)
    for person in layout.people.values():
        if person.place:
            yield from missing(f"people.{person.id}.place", "place", person.place, known)
    for path, place in _places_in_words(sheet):
        yield from missing(path, "place", place, known)
    for path, word in sheet.words:
        if isinstance(word, Lives) and word.lives not in sheet.ids("countries"):
            yield from missing(f"{path}.lives", "place or country", word.lives, known | sheet.ids("countries"))


def places_off_the_map(sheet: Sheet) -> Iterator[Remark]:
    """Whoever is in play stands at, and comes to, places in play."""
    known, playing = sheet.ids("places"), sheet.place_ids
    named = [(f"people.{person.id}.place", person.place) for person in sheet.cast.values() if person.place]
    if sheet.layout.old_man:
        named.append(("old_man.seat", sheet.layout.old_man.seat))
    named += [(f"{path}.lives", word.lives) for path, word in sheet.words if isinstance(word, Lives)]
    for path, place in (*named, *_places_in_words(sheet)):
        if place in known and place not in playing:
            yield Remark(path, f"the place '{place}' is not on this scenario's map", "add it under `map`")


def unknown_countries(sheet: Sheet) -> Iterator[Remark]:
    """Every country that is named exists. That a borrowed file has newcomers from elsewhere is as it should be in a world of
    one's own."""
    known = sheet.ids("countries")
    for place in sheet.layout.places.values():
        yield from missing(f"places.{place.id}.country", "country", place.country, known)
    for index, name in enumerate(sheet.layout.meters.circle.visas):
        yield from missing(f"meters.circle.visas[{index}]", "country", name, known)
    for key, origin in sheet.layout.newcomers.origins.items():
        for index, name in enumerate(origin.countries):
            path = f"newcomers.origins.{key}.countries[{index}]"
            if nearest_mark(sheet.tree, path).file not in sheet.borrowed:
                yield from missing(path, "country", name, known)
    for path, word in sheet.words:
        if isinstance(word, AddAlert) and word.alert not in HERE:
            yield from missing(f"{path}.alert", "country", word.alert, known)
        if isinstance(word, AddTolerance | ToleranceWithin) and word.tolerance not in HERE:
            yield from missing(f"{path}.tolerance", "country", word.tolerance, known)


def countries_off_the_map(sheet: Sheet) -> Iterator[Remark]:
    """What changes a country needs a place of it on the map."""
    known = sheet.ids("countries")
    playing = {place.country for place in sheet.places.values()}
    named = [(f"meters.circle.visas[{index}]", name) for index, name in enumerate(sheet.layout.meters.circle.visas)]
    for path, word in sheet.words:
        if isinstance(word, AddAlert):
            named.append((f"{path}.alert", word.alert))
        if isinstance(word, AddTolerance | ToleranceWithin):
            named.append((f"{path}.tolerance", word.tolerance))
        if isinstance(word, Lives):
            named.append((f"{path}.lives", word.lives))
    for path, name in named:
        if name in known and name not in playing:
            yield Remark(path, f"no place of the country '{name}' is on this scenario's map")


def unknown_people(sheet: Sheet) -> Iterator[Remark]:
    """Every person who is named exists."""
    layout, known = sheet.layout, sheet.ids("people")
    for index, name in enumerate(layout.cast):
        yield from missing(f"cast[{index}]", "person", name, known)
    if layout.old_man:
        yield from missing("old_man.person", "person", layout.old_man.person, known)
    for index, tie in enumerate(layout.ties):
        yield from missing(f"ties[{index}].agent", "person", tie.agent, known)
        yield from missing(f"ties[{index}].to", "person", tie.to, known)
    for path, word in sheet.words:
        if isinstance(word, Arrive | Leave | PersonIs):
            yield from missing(f"{path}.person", "person", word.person, known)


def people_not_in_the_cast(sheet: Sheet) -> Iterator[Remark]:
    """Ties and events speak of people who are in play."""
    layout, known, cast = sheet.layout, sheet.ids("people"), frozenset(sheet.layout.cast)
    named = [("old_man.person", layout.old_man.person)] if layout.old_man else []
    for index, tie in enumerate(layout.ties):
        named += [(f"ties[{index}].agent", tie.agent), (f"ties[{index}].to", tie.to)]
    for path, word in sheet.words:
        if isinstance(word, Arrive | Leave | PersonIs):
            named.append((f"{path}.person", word.person))
    for path, name in named:
        if name in known and name not in cast:
            yield Remark(path, f"'{name}' is not in the cast of this scenario", "add the id under `cast`")


def unknown_relations(sheet: Sheet) -> Iterator[Remark]:
    """Relations lead to people of the library."""
    return lost_relations(sheet.layout.people, sheet.ids("people"))


def lost_relations(people: Mapping[str, PersonDefinition], known: Collection[str]) -> Iterator[Remark]:
    """Relations of these people that lead to nobody."""
    for person in people.values():
        for index, relation in enumerate(person.relations):
            yield from missing(f"people.{person.id}.relations[{index}].to", "person", relation.to, known)


def misspelt_relations(sheet: Sheet) -> Iterator[Remark]:
    """A relation may be of a kind of one's own, but not of one that nearly reads as one that there is."""
    return odd_relations(sheet.layout.people)


def odd_relations(people: Mapping[str, PersonDefinition]) -> Iterator[Remark]:
    """Relations of these people whose kind is most likely misspelt."""
    for person in people.values():
        for index, relation in enumerate(person.relations):
            close = get_close_matches(relation.kind.casefold(), TIES, n=1, cutoff=_MISSPELT)
            if close and relation.kind not in TIES:
                hint = (
                    f"did you mean '{close[0]}'? a word of your own is shown as it stands; known are: {', '.join(sorted(TIES))}"
                )
                yield Remark(f"people.{person.id}.relations[{index}].kind", f"no kind is named '{relation.kind:.60}'", hint)


def unknown_routes(sheet: Sheet) -> Iterator[Remark]:
    """Every route that is closed or opened exists and is in play."""
    known = sheet.ids("routes")
    for path, word in sheet.words:
        if isinstance(word, CloseRoute):
            yield from missing(f"{path}.route", "route", word.route, known)
            if word.route in sheet.layout.routes and word.route not in sheet.routes:
                yield Remark(f"{path}.route", f"the route '{word.route}' leaves this scenario's map")


def unknown_areas(sheet: Sheet) -> Iterator[Remark]:
    """Sections belong to areas: places in play, or the larger areas that they form."""
    named = [(f"sections.{area}", area) for area in sheet.layout.sections]
    named += [(f"{path}.section", word.section) for path, word in sheet.words if isinstance(word, AddSection)]
    for path, area in named:
        if area not in HERE:
            yield from missing(path, "area", area, sheet.areas | sheet.place_ids)


def unknown_skills(sheet: Sheet) -> Iterator[Remark]:
    """Skills are the five of the rules."""
    for person in sheet.layout.people.values():
        for skill in person.skills:
            yield from missing(f"people.{person.id}.skills.{skill}", "skill", skill, [known.value for known in Skill])


def seat_is_no_exile_place(sheet: Sheet) -> Iterator[Remark]:
    """The Old Man begins at an exile place that can be fortified, and can be sent to, and live at, no others."""
    seat = sheet.layout.places.get(sheet.layout.old_man.seat) if sheet.layout.old_man else None
    houses = [(f"{path}.banished", word.banished) for path, word in sheet.words if isinstance(word, Banish)]
    houses += [(f"{path}.lives", word.lives) for path, word in sheet.words if isinstance(word, Lives)]
    houses += [
        (f"{path}.security", word.security) for path, word in sheet.words if isinstance(word, AddSecurity | SecurityWithin)
    ]
    for path, name in houses:
        place = sheet.layout.places.get(name)
        if place and PlaceKind.EXILE not in place.kinds:
            yield Remark(path, f"'{place.id}' is not an exile place", "add `exile` to its kinds")
    if seat and PlaceKind.EXILE not in seat.kinds:
        yield Remark("old_man.seat", f"'{seat.id}' is not an exile place", "add `exile` to its kinds")
    elif seat and seat.security_cap < 1:
        yield Remark("old_man.seat", f"'{seat.id}' has no security_cap", "give it a security_cap from 1 to 10")


def old_man_in_order(sheet: Sheet) -> Iterator[Remark]:
    """The one who is hunted is marked as the Old Man in the library, and nobody else of the cast is; he is no person of whom
    events ask, or whom they move as they move others."""
    if sheet.layout.old_man is None:
        return
    hunted = sheet.layout.old_man.person
    for path, word in sheet.words:
        if isinstance(word, Arrive | Leave | PersonIs) and word.person == hunted:
            hint = "ask with `lives:`" if isinstance(word, PersonIs) else "write `banished:`"
            yield Remark(f"{path}.person", f"'{hunted}' is the Old Man, who comes and goes with his house", hint)
    for person in sheet.cast.values():
        if person.old_man and person.id != hunted:
            yield Remark(f"people.{person.id}.old_man", f"the Old Man of this scenario is '{hunted}'")
        if person.id == hunted and not person.old_man:
            yield Remark("old_man.person", f"'{hunted}' is not marked `old_man: true` among the people")
        if person.id == hunted and person.place and person.place != sheet.layout.old_man.seat:
            seat = sheet.layout.old_man.seat
            yield Remark(f"people.{hunted}.place", f"found '{person.place}', but the Old Man lives at his seat, '{seat}'")


def named_twice(sheet: Sheet) -> Iterator[Remark]:
    """Nobody is in the cast twice, and no place on the map."""
    for kind, names in (("cast", sheet.layout.cast), ("map", sheet.layout.map)):
        for index, name in enumerate(names):
            if name in names[:index]:
                yield Remark(f"{kind}[{index}]", f"'{name}' is named twice")


def _places_in_words(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The places that conditions and effects name, with their paths."""
    for path, word in sheet.words:
        if isinstance(word, Arrive):
            yield f"{path}.arrives", word.arrives
        if isinstance(word, Banish):
            yield f"{path}.banished", word.banished
        if isinstance(word, AddSecurity | SecurityWithin) and word.security not in HERE:
            yield f"{path}.security", word.security
