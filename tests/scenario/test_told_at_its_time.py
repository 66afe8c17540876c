"""What is told stands in its own year: introductions, the names in the telegrams, and an ending that no other scenario has."""

import re
from datetime import date
from functools import cache
from itertools import combinations

import pytest

from game.rules.definitions import Scenario
from game.rules.words import Arrive
from game.scenario import find_packs, load

PACKS = find_packs()
NAMES = PACKS.scenario_ids()
YEAR = re.compile(r"\b(?:18|19)\d\d\b")
ALIKE = 8
"""So many words in a row are no chance any more."""


@cache
def shipped(name: str) -> Scenario:
    return load(name, PACKS)


def comes(scenario: Scenario, person: str) -> date:
    """When somebody is first met: at the start, or with the event that brings him."""
    if scenario.setup.people[person].place:
        return scenario.catalogue.start
    dated = (event for event in scenario.setup.events.values() if event.date)
    brought = (event.date for event in dated if any(isinstance(each, Arrive) and each.person == person for each in event.do))
    return date.fromisoformat(min(brought, default=str(scenario.catalogue.start)))


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_introduced_by_a_year_that_is_yet_to_come(name: str) -> None:
    scenario = shipped(name)
    years = {id_: max(map(int, YEAR.findall(person.about)), default=0) for id_, person in scenario.setup.people.items()}
    assert {id_: year for id_, year in years.items() if year > comes(scenario, id_).year} == {}


@pytest.mark.parametrize(
    ("name", "person", "told"),
    [
        ("prinkipo-1929", "jeanne_martin", "Lev"),        # whom she came to know on the island, in the summer
        ("long-hunt-1929", "jeanne_martin", "Lev"),
        ("prinkipo-1929", "parijanine", "autobiography"),  # which is yet to be written
        ("long-hunt-1929", "parijanine", "autobiography"),
        ("long-hunt-1929", "van_heijenoort", "seven years"),
    ],
)  # fmt: skip
def test_nobody_is_introduced_by_what_he_has_yet_to_do(name: str, person: str, told: str) -> None:
    assert told not in shipped(name).setup.people[person].about


@pytest.mark.parametrize(
    ("name", "person", "code_name"),
    [
        ("prinkipo-1929", "eitingon", "NAUMOV"),
        ("reiss-1937", "eitingon", "KOTOV"),
        ("utka-1939", "eitingon", "TOM"),
        ("reiss-1937", "grigulevich", "JUZIK"),
        ("utka-1939", "grigulevich", "FELIPE"),
        ("paris-1936", "zborowski", "TULIP"),
        ("gnome-1940", "zborowski", "KANT"),
    ],
)
def test_telegrams_use_the_name_of_that_year(name: str, person: str, code_name: str) -> None:
    assert shipped(name).setup.people[person].code_name == code_name


def runs(scenario: Scenario) -> set[tuple[str, ...]]:
    """Every row of so many words in the endings; the sentence that opens one may be another's too."""
    found = set()
    for verdict in scenario.catalogue.verdicts.values():
        words = re.findall(r"[\w’']+", verdict.text.partition(". ")[2].lower())
        found |= {tuple(words[at : at + ALIKE]) for at in range(len(words) - ALIKE + 1)}
    return found


@pytest.mark.parametrize(("one", "other"), list(combinations(NAMES, 2)))
def test_no_ending_is_told_twice(one: str, other: str) -> None:
    assert {" ".join(words) for words in runs(shipped(one)) & runs(shipped(other))} == set()
