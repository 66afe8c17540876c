"""Builds the scenario that the rules play from a layout in which nothing is wrong."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from game.rules.definitions import Catalogue, Country, PersonDefinition, Place, Route, Scenario, Setup
from game.rules.nouns import Step
from game.scenario.layout import Layout

MOST_TURNS = 1000
LAST_YEAR = 9000


def build(layout: Layout, fingerprint: str, mods: tuple[tuple[str, str], ...] = ()) -> Scenario | None:
    """The scenario, or nothing where the layout lacks what no scenario can do without."""
    if layout.start is None or layout.step is None or layout.turns is None or layout.numbers is None or layout.old_man is None:
        return None
    places = places_in_play(layout)
    catalogue = Catalogue(
        id=layout.id,
        title=layout.title,
        subtitle=layout.subtitle,
        start=layout.start,
        step=layout.step,
        turns=layout.turns,
        briefing=layout.briefing,
        sides=layout.sides,
        places=places,
        routes=routes_in_play(layout, places),
        countries=_countries_in_play(layout, places),
        operations=layout.operations,
        numbers=layout.numbers,
        verdicts=layout.verdicts,
        telegrams=layout.telegrams,
        wording=layout.wording,
        words=layout.words,
        tempers=layout.tempers,
        skills=layout.skills,
        old_man=layout.old_man.person,
        called=layout.old_man.called,
        wins=layout.wins,
        own_loyalty=layout.own_loyalty,
        archive=layout.archive,
        card=layout.card,
        length=layout.length,
        level=layout.level,
        history=layout.history,
    )
    setup = Setup(
        people={person: _with_a_face(layout, layout.people[person]) for person in layout.cast if person in layout.people},
        cast=layout.cast,
        old_man=layout.old_man.person,
        seat=layout.old_man.seat,
        center=layout.meters.center,
        circle=layout.meters.circle,
        ties=layout.ties,
        sections=layout.sections,
        newcomers=layout.newcomers,
        events=layout.events,
        directives=layout.directives,
        aims=layout.aims,
    )
    return Scenario(catalogue=catalogue, setup=setup, fingerprint=fingerprint, mods=mods, testimonies=layout.testimonies)


def _with_a_face(layout: Layout, person: PersonDefinition) -> PersonDefinition:
    """Somebody without a portrait is drawn as what the given name says, as newcomers are: testimonies speak of him or her so."""
    if person.portrait:
        return person
    return replace(person, portrait={"kind": "woman" if layout.testimonies.names_a_woman(person.name) else "man"})


def places_in_play(layout: Layout) -> dict[str, Place]:
    """The places on the scenario's map, in its order; all of the library if it names none."""
    names = layout.map or tuple(layout.places)
    return {name: layout.places[name] for name in names if name in layout.places}


def routes_in_play(layout: Layout, places: Mapping[str, Place]) -> dict[str, Route]:
    """The routes of which both ends are in play."""
    return {name: route for name, route in layout.routes.items() if all(end in places for end in route.between)}


def span_of(layout: Layout) -> tuple[date, date] | None:
    """The first and the last day of the scenario, if it says when it begins and how long it lasts."""
    start, step, turns = layout.start, layout.step, layout.turns
    if start is None or step is None or turns is None or not 0 < turns <= MOST_TURNS or start.year > LAST_YEAR:
        return None
    if step.months:
        months = start.month - 1 + turns * step.months
        end = date(start.year + months // 12, months % 12 + 1, min(start.day, 28))
    else:
        end = start + timedelta(days=turns * (7 if step is Step.WEEK else 14))
    return start, end - timedelta(days=1)


def _countries_in_play(layout: Layout, places: Mapping[str, Place]) -> dict[str, Country]:
    used = {place.country for place in places.values()}
    return {name: country for name, country in layout.countries.items() if name in used}
