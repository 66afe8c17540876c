"""Words of the vocabulary are recognised by their key, and a wrong one gets one clear error."""

import pytest

from game.rules.definitions import ScenarioEvent
from game.rules.words import All, Arrive, DateWithin, Flag, Is, Leave, MeterWithin, Not, PersonIs, Span, Stat, StatWithin
from game.scenario.reader import read_text
from game.scenario.shaping import Shaper


def shaped(when: str = "{located: true}", do: str = "[]") -> tuple[ScenarioEvent | None, Shaper]:
    shaper = Shaper()
    return shaper.shape(ScenarioEvent, read_text(f"id: x\nwhen: {when}\ndo: {do}\n", "f").tree), shaper


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{stat: charm, at_least: 2}", StatWithin),
        ("{is: legal}", Is),
        ("{not: {is: legal}}", Not),
        ("{all: [{is: legal}, {person: a, is: active}]}", All),
        ("{person: a, is: active}", PersonIs),
        ("{date: {from: 1939-10-01}}", DateWithin),
        ("{meter: funds, of: center, at_most: 3}", MeterWithin),
    ],
)
def test_conditions(text: str, kind: type) -> None:
    event, shaper = shaped(when=text)
    assert not shaper.findings
    assert event is not None and isinstance(event.when, kind)


def test_effects_on_a_person() -> None:
    event, shaper = shaped(do="[{person: a, arrives: paris, access: 2}, {person: b, leaves: true}]")
    assert not shaper.findings
    assert event is not None
    assert event.do == (Arrive(person="a", arrives="paris", access=2), Leave(person="b", leaves=True))


def test_dates_stay_words() -> None:
    event, _ = shaped(when="{date: {from: 1939-10-01, to: '1940-01-01'}}")
    assert event is not None and event.when == DateWithin(date=Span(from_="1939-10-01", to="1940-01-01"))


@pytest.mark.parametrize(
    ("when", "code", "path", "hint"),
    [
        ("{metre: funds, at_least: 1}", "unknown-word", "when", "meter"),
        ("{influence: 8}", "unknown-word", "when", "write {stat: influence, …} or {meter: influence, …}"),
        ("{person: a, iss: active}", "unknown-key", "when.iss", "is"),
        ("{person: a}", "missing-key", "when", ""),
        ("{all: [{is: leagl}]}", "unknown-name", "when.all[0].is", "legal"),
        ("{all: [{is: legal}], any: [{is: legal}]}", "ambiguous-word", "when", "all"),
        ("{tolerance: usa, at_least: 5, person: a, is: active}", "ambiguous-word", "when", "all"),
        ("{sections: 4, tolerance: usa}", "ambiguous-word", "when", "all"),
        ("[{is: legal}]", "wrong-type", "when", "stat"),
        ("[{located: true}, {visas: 1}]", "wrong-type", "when", "join several with {all: [...]}"),
        ("{located: yes}", "wrong-type", "when.located", "write true"),
        ("{sections: 05}", "wrong-type", "when.sections", "write 5"),
        ("{all: {is: legal}}", "wrong-type", "when.all", ""),
    ],
)
def test_wrong_conditions_get_one_error(when: str, code: str, path: str, hint: str) -> None:
    _, shaper = shaped(when=when)
    first = shaper.findings[0]
    assert (first.code, first.path) == (code, path)
    assert hint in first.hint
    assert len([finding for finding in shaper.findings if finding.code != "missing-key"]) <= 1


def test_an_effect_that_could_be_two() -> None:
    _, shaper = shaped(do="[{person: a}]")
    assert [finding.code for finding in shaper.findings] == ["ambiguous-word"]
    assert "arrives" in shaper.findings[0].hint and "leaves" in shaper.findings[0].hint


@pytest.mark.parametrize(
    ("when", "hint"),
    [
        ("{meter: zeal, at_least: 1}", "one of: funds, influence, paranoia, preparation, track"),
        ("{meter: trak, at_least: 1}", "did you mean 'track'? one of: funds, influence, paranoia, preparation, track"),
        ("{is: leagl}", "did you mean 'legal'?"),
    ],
)
def test_words_that_are_few_or_like_none_are_listed(when: str, hint: str) -> None:
    _, shaper = shaped(when=when)
    assert [finding.hint for finding in shaper.findings] == [hint]


@pytest.mark.parametrize("text", ["{stat: wit, at_least: 1}", "{is: happy}"])
def test_a_word_that_is_like_none_is_answered_with_all_that_are_allowed(text: str) -> None:
    _, shaper = shaped(when=text)
    (finding,) = shaper.findings
    words = Stat if text.startswith("{stat") else Flag
    assert set(finding.hint.removeprefix("one of: ").split(", ")) == {word.value for word in words}
