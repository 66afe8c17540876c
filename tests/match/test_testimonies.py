"""Testimonies: the same for the same game, no two games alike, every sentence whole, and nobody says what he cannot know."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from game.cli.app import run
from game.match import Match, Record
from game.match.records import read_record, write_record
from game.match.testimony import Testimony as Recollection
from game.match.testimony import testimonies as recollections
from game.match.testimony.course import Course, course_of
from game.match.testimony.facts import Fact
from game.match.testimony.knowledge import Knowledge
from game.match.testimony.names import Person, name_known
from game.match.testimony.own import own_facts
from game.match.testimony.pen import Pen, with_article
from game.match.testimony.speakers import Speaker, chosen_speakers, speaker_of
from game.match.testimony.writing import write_testimony
from game.rules.definitions import Scenario
from game.rules.dice import Dice
from game.rules.events import Event, EventKind
from game.rules.nouns import Audience, Side, Status
from game.rules.state import GameState
from game.rules.testimonies import Line
from game.rules.testimonies import Testimonies as Grammar
from game.rules.testimony_words import FactKind
from game.scenario import find_packs, load

SCENARIOS = (
    "alma-ata-1927",
    "gnome-1940",
    "long-hunt-1929",
    "paris-1936",
    "prinkipo-1929",
    "reiss-1937",
    "utka-1939",
    "visa-1933",
)
PUBLIC = {
    EventKind.BLOWN, EventKind.ARRESTED, EventKind.DEFECTED, EventKind.EXPELLED, EventKind.KILLED, EventKind.STRUCK,
    EventKind.DENOUNCED, EventKind.WRONGLY_DENOUNCED, EventKind.LEFT_COUNTRY, EventKind.ORDERED_OUT, EventKind.INTERNED,
    EventKind.RELEASED, EventKind.HEADLINE,
}  # fmt: skip
PRINTED = {EventKind.BLOWN, EventKind.ARRESTED, EventKind.DEFECTED, EventKind.EXPELLED, EventKind.KILLED, EventKind.DENOUNCED}
UNTOLD = {EventKind.NAMED, EventKind.STRANGER, EventKind.LEVER_LEARNT, EventKind.SURVEYED, EventKind.LAY_LOW}
"""What its subject does not know, or is too small to be told."""

IN_PLAY = (Status.ACTIVE, Status.IN_TRANSIT)
FLAW = re.compile(r"[{}]|  |\b(\w+) \1\b|\bin (?:in|at|on)\b| ,|\.\.|:\.|^[a-zà-ž]|[.?!] [a-zà-ž]")
"""What a sentence looks like that was not put together as it should."""


@cache
def scenario_of(name: str) -> Scenario:
    return load(name, find_packs())


@cache
def game(name: str, seed: int, center: str = "random", circle: str = "random") -> Record:
    match = Match.new(scenario_of(name), seed, seats={Side.CENTER: center, Side.CIRCLE: circle})
    while not match.is_over():
        match.resolve()
    return match.record()


@cache
def course(name: str, seed: int) -> Course:
    found = course_of(scenario_of(name), game(name, seed))
    assert found is not None
    return found


def everybody(whole: Course) -> Iterator[Speaker]:
    """Everybody who could be heard, not only those who are."""
    for person in sorted(whole.agents | whole.members):
        yield speaker_of(whole, person, whole.scenario.testimonies)


def assert_well_made(told: tuple[Recollection, ...]) -> None:
    assert len(told) >= 3
    for testimony in told:
        assert testimony.text and testimony.name and testimony.role and testimony.about
        for paragraph in (testimony.role.capitalize(), *testimony.text):
            flaw = FLAW.search(paragraph)
            assert flaw is None, (testimony.name, paragraph)
    sentences = [set(re.split(r"(?<=[.?!]) ", " ".join(testimony.text))) for testimony in told]
    for one, other in combinations(sentences, 2):
        assert len(one & other) < len(one) / 2


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_scenario_is_told_in_whole_sentences(name: str) -> None:
    scenario, record = scenario_of(name), game(name, 1)
    told = recollections(scenario, record, course(name, 1).states)
    assert_well_made(told)
    turns = {turn.turn for turn in record.turns}
    assert all(set(testimony.about) <= turns | {0} for testimony in told)


def test_the_same_record_is_told_in_the_same_words(tmp_path: Path) -> None:
    scenario, record = scenario_of("utka-1939"), game("utka-1939", 1)
    told = recollections(scenario, record)
    assert told == recollections(load("utka-1939", find_packs()), record)
    assert told == recollections(scenario, record, course("utka-1939", 1).states)
    write_record(tmp_path / "game.json", record)
    assert told == recollections(scenario, read_record(tmp_path / "game.json").record)


def test_no_two_games_are_told_alike() -> None:
    scenario = scenario_of("alma-ata-1927")
    told = [recollections(scenario, game("alma-ata-1927", seed)) for seed in range(8)]
    assert len({tuple(testimony.text for testimony in every) for every in told}) == len(told)


def test_an_unfinished_game_and_one_that_cannot_be_repeated_tell_nothing() -> None:
    scenario, record = scenario_of("alma-ata-1927"), game("alma-ata-1927", 1)
    assert recollections(scenario, replace(record, turns=record.turns[:3])) == ()
    broken = replace(record.turns[2], digest="0" * 64)
    assert recollections(scenario, replace(record, turns=(*record.turns[:2], broken, *record.turns[3:]))) == ()
    assert recollections(replace(scenario, testimonies=Grammar()), record) == ()


@pytest.mark.parametrize("name", ["utka-1939", "reiss-1937", "gnome-1940"])
def test_the_dead_the_recalled_and_the_silent_do_not_speak(name: str) -> None:
    whole = course(name, 1)
    silent = {voice.id for voice in whole.scenario.testimonies.voices.values() if voice.silent}
    speakers = {speaker.id for speaker in chosen_speakers(whole, whole.scenario.testimonies)}
    gone = {body.id for body in whole.last.bodies.values() if body.status in (Status.DEAD, Status.RECALLED)}
    assert speakers & (silent | gone | {whole.scenario.setup.old_man}) == set()
    sides = {person in whole.agents for person in speakers}
    assert sides == {True, False}, "both sides are heard"


# -- nobody says what he cannot know


def could_know(whole: Course, person: str, event: Event) -> bool:
    """Judged once more, and more simply: it was public, it was about him, he did it, or he was there and trusted."""
    if event.kind in PUBLIC:
        return True
    if person in (event.subject, event.other):
        return event.kind not in UNTOLD and not (event.kind is EventKind.FINDING and event.subject == person)
    body = whole.body(person, event.turn)
    return event.kind is EventKind.CLUE and body is not None and body.access <= 2 and whole.is_member(person, event.turn)


@pytest.mark.parametrize("name", ["utka-1939", "reiss-1937", "alma-ata-1927"])
def test_every_fact_rests_on_what_the_speaker_could_know(name: str) -> None:
    whole = course(name, 1)
    facts: list[tuple[str, Fact]] = [(speaker.id, fact) for speaker in everybody(whole) for fact in speaker.facts]
    assert len(facts) > 50
    for person, fact in facts:
        for known in fact.sources:
            assert known.event.audience is not Audience.ARCHIVE
            assert could_know(whole, person, known.event), (person, fact.kind, known.event)


@pytest.mark.parametrize("name", ["utka-1939", "reiss-1937"])
def test_nobody_is_named_whose_name_the_speaker_could_not_know(name: str) -> None:
    whole = course(name, 1)
    printed = {event.subject for event in whole.told if event.kind in PRINTED | {EventKind.WRONGLY_DENOUNCED}}
    outsiders = whole.agents - whole.members - printed
    for speaker in everybody(whole):
        assert speaker.knowledge is not None
        if speaker.id in whole.agents:
            continue
        told = write_testimony(whole, speaker, whole.scenario.testimonies)
        for other in outsiders:
            definition = whole.scenario.setup.people[other]
            passport = definition.cover_name or (definition.name if definition.true_name else "")
            assert name_known(speaker.knowledge, other) == passport
            if told is not None and definition.name != passport:
                assert definition.name not in " ".join(told.text), (speaker.id, other)


def without_the_other_side(whole: Course, person: str) -> Course:
    """The same game with the secrets of the side that somebody is not of turned upside down.

    Nothing is left of what was told to that side alone, unless it was about him, and its own part of every state is emptied
    of what it thought, had and counted.
    """
    other = Side.CIRCLE if person in whole.agents else Side.CENTER
    turns = tuple(
        replace(turn, events=tuple(event for event in turn.events if keeps(event, person, other))) for turn in whole.record.turns
    )
    record = replace(whole.record, turns=turns)
    return Course(whole.scenario, record, tuple(forgetful(state, person, other) for state in whole.states))


def keeps(event: Event, person: str, other: Side) -> bool:
    if event.audience is Audience.ARCHIVE:
        return False
    return event.kind in PUBLIC or event.audience is not other.audience or person in (event.subject, event.other)


def forgetful(state: GameState, person: str, other: Side) -> GameState:
    state = state.copy()
    state.secret = replace(
        state.secret,
        loyalty={id_: loyalty if id_ == person else 5 - loyalty for id_, loyalty in state.secret.loyalty.items()},
        levers={},
        exposed=0,
        clues=99,
    )
    if other is Side.CENTER:
        state.secret.allegiance = dict.fromkeys(state.secret.allegiance, Side.CIRCLE)
        state.center = replace(state.center, agents={}, sightings={}, levers={}, faces={}, paranoia=0, track=0, seat="")
    else:
        members = {id_: replace(file, doubt=9700 - file.doubt) for id_, file in state.circle.members.items()}
        state.circle = replace(state.circle, members=members, strangers={}, findings=(), clues=(), visas=(), funds=0)
    return state


@pytest.mark.parametrize("name", ["utka-1939", "reiss-1937", "gnome-1940"])
def test_a_secret_that_he_cannot_know_changes_nothing_in_what_somebody_says(name: str) -> None:
    whole = course(name, 1)
    book = whole.scenario.testimonies
    heard = 0
    for speaker in everybody(whole):
        changed = without_the_other_side(whole, speaker.id)
        told = write_testimony(whole, speaker, book)
        assert write_testimony(changed, speaker_of(changed, speaker.id, book), book) == told, speaker.id
        heard += told is not None
    assert heard > 10


def test_nobody_tells_of_others_before_he_came_or_after_he_was_gone() -> None:
    games = [course("utka-1939", seed) for seed in (1, 2)]
    late = 0
    for played, speaker in [(game, speaker) for game in games for speaker in everybody(game)]:
        present = [turn for turn in played.turns if (body := played.body(speaker.id, turn)) and body.status in IN_PLAY]
        of_others = [fact for fact in speaker.facts if fact.kind in (FactKind.EXPOSED, FactKind.COLLEAGUE, FactKind.WRONGED)]
        assert all(min(present) <= fact.turn <= max(present) for fact in of_others), speaker.id
        late += min(present) > 1 and bool(of_others)
    assert late


# -- the grammar


def pen(**lines: Line) -> Pen:
    book = Grammar(lines=lines, phrases={"thing": ("egg",), "both": ("{thing.a} and {other}",)})
    return Pen(book=book, dice=Dice(1), speaker="x", tags=frozenset(("center",)), blanks={"me": "Nobody"})


def test_only_lines_that_fit_are_said_and_none_of_them_twice() -> None:
    writing = pen(
        a=Line(id="a", tell="surveil", say=("plain.",)),
        b=Line(id="b", tell="surveil", when=("center",), say=("special.",)),
        c=Line(id="c", tell="surveil", when=("center", "done"), say=("very special.",)),
        d=Line(id="d", tell="surveil", when=("center",), unless=("center",), say=("never.",)),
    )
    said = [writing.write("surveil") for _ in range(3)]
    assert sorted(said) == ["", "Plain.", "Special."] and said[2] == ""


def test_what_cannot_be_filled_is_passed_over() -> None:
    writing = pen(a=Line(id="a", tell="surveil", say=("{both} were there.",)), b=Line(id="b", tell="surveil", say=("I was.",)))
    assert writing.write("surveil") == "I was."
    assert writing.write("surveil", blanks={"other": Person("Ruth Blau", she=True)}) == "An egg and Ruth Blau were there."


def test_people_are_named_in_full_once_and_have_pronouns() -> None:
    writing = pen(a=Line(id="a", tell="surveil", say=("{other}. {other.He} is {other}; I saw {other.him} and {other.his} hat.",)))
    said = writing.write("surveil", blanks={"other": Person("James P. Marsh")})
    assert said == "James P. Marsh. He is Marsh; I saw him and his hat."


def test_an_order_without_a_line_of_its_own_is_told_all_the_same() -> None:
    assert pen(a=Line(id="a", tell="deed", say=("I did it.",))).write("bribe") == "I did it."
    assert (with_article("egg"), with_article("book")) == ("an egg", "a book")


def test_heavy_sentences_come_sooner() -> None:
    lines = {
        "a": Line(id="a", tell="surveil", weight=9, say=("heavy.",)),
        "b": Line(id="b", tell="surveil", say=("light.",)),
    }
    book = Grammar(lines=lines)
    assert 150 < first_of_many(book).count("Heavy.") < 200


def test_closer_sentences_come_sooner_and_alone_if_there_are_enough() -> None:
    plain = Line(id="a", tell="surveil", say=("plain.",))
    close = Line(id="b", tell="surveil", when=("center",), say=("close.",))
    assert 120 < first_of_many(Grammar(lines={"a": plain, "b": close})).count("Close.") < 200
    enough = replace(close, say=tuple(f"close {number}." for number in range(6)))
    assert "Plain." not in first_of_many(Grammar(lines={"a": plain, "b": enough}))


def first_of_many(book: Grammar) -> list[str]:
    """What each of two hundred speakers says first."""
    tags = frozenset(("center",))
    pens = (Pen(book=book, dice=Dice(1), speaker=str(number), tags=tags, blanks={}) for number in range(200))
    return [writing.write("surveil") for writing in pens]


# -- the command


def test_a_retold_game_ends_with_its_testimonies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "game.json"
    record = game("alma-ata-1927", 1)
    write_record(path, record)
    assert run(["replay", str(path), "--text"]) == 0
    printed = capsys.readouterr().out
    told = recollections(scenario_of("alma-ata-1927"), record)
    assert "From this game's files." in printed and all(testimony.name in printed for testimony in told)


# -- many games


@pytest.mark.soak
@pytest.mark.parametrize("name", SCENARIOS)
def test_fifty_games_of_every_scenario_are_told_each_in_its_own_way(name: str) -> None:
    scenario = scenario_of(name)
    pairs = (("planner", "planner"), ("rush", "planner"), ("groom", "random"), ("moles", "turtle"), ("terror", "denounce"))
    told = [recollections(scenario, game(name, seed, *pairs[seed % len(pairs)])) for seed in range(50)]
    for every in told:
        assert_well_made(every)
    assert len({tuple(testimony.text for testimony in every) for every in told}) == len(told)


def test_a_house_is_remembered_for_as_long_as_it_was_lived_in() -> None:
    """Whoever moved with the household did not live in the first house all the time."""
    seats = ["prinkipo"] * 3 + ["barbizon"] * 5 + ["saint_palais"] * 2

    def before(turn: int) -> SimpleNamespace:
        return SimpleNamespace(circle=SimpleNamespace(seat=seats[turn - 1]))

    course = SimpleNamespace(turns=range(1, 11), before=before, is_agent=lambda person, turn: False)
    course.scenario = SimpleNamespace(catalogue=SimpleNamespace(operations={}))
    knowledge = SimpleNamespace(course=course, person="guard", known=[], lived_there=lambda turn: turn > 1)
    (house,) = own_facts(cast(Knowledge, knowledge))
    assert (house.kind, house.place, house.turn, house.count) == (FactKind.HOUSE, "barbizon", 4, 5)
