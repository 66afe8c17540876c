"""Each lint finds what it is for; the shipped scenario gives each of them nothing to find."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario import Packs, Severity, examine
from game.scenario.lints import LINTS

Write = Callable[[str, str], Path]

BASE = "use: [utka-1939/scenario.yaml, rules/telegrams.yaml]\nid: mine\n"
CASES = {
    "missing-part": "title: null",
    "incomplete-entry": "people: {natalja: {place: coyoacan}}",
    "bad-id": "events: {'A B': {title: x}}",
    "named-twice": "cast: [trotsky, eitingon, natalia, natalia]",
    "unknown-place": "map: {add: [atlantis]}",
    "place-off-map": "people: {serge: {place: prague}}",
    "unknown-country": "places: {paris: {country: gaul}}",
    "country-off-map": "events: {x: {do: [{alert: norway, add: 1}]}}",
    "unknown-person": "ties: [{agent: jacson, to: silvia_ageloff, rapport: 2}]",
    "not-in-cast": "cast: {remove: [sylvia_ageloff]}",
    "unknown-relation": "people: {natalia: {relations: [{to: nobody_known, kind: family}]}}",
    "misspelt-relation": "people: {natalia: {relations: [{to: sylvia_ageloff, kind: colleage}]}}",
    "unknown-route": "events: {x: {do: [{route: paris_moon_air, closed: true}]}}",
    "unknown-area": "sections: {moon: 1}",
    "unknown-skill": "people: {natalia: {skills: {charme: 3}}}",
    "seat-not-exile": "old_man: {seat: paris}",
    "old-man": "people: {natalia: {old_man: true}}",
    "no-place": "people: {serge: {place: ''}}",
    "turns": "turns: 0",
    "bad-date": "aims: {five_sections: {by: February 1940}}",
    "date-outside": "aims: {five_sections: {by: 1950-02-01}}",
    "off-scale": "countries: {mexico: {tolerance: 11}}",
    "off-the-globe": "places: {paris: {at: [148.8, 2.3]}}",
    "meter-off-scale": "meters: {center: {paranoia: 11}}",
    "operation-off-scale": "operations: {press: {cost: -1}}",
    "number-off-scale": "numbers: {attribution: {clues_per_point: 0}}",
    "needs-an-order": "events: {x: {do: [{alert: here, add: 1}]}}",
    "needs-an-event": "operations: {watch: {needs: [{meter: track, at_least: 3}]}}",
    "says-nothing": "events: {serial: {when: {meter: influence}}}",
    "wrong-target": "operations: {smear: {do: [{rapport: target, add: 1}]}}",
    "wrong-actor": "operations: {vet: {do: [{rapport: target, add: 1}]}}",
    "idle-key": "operations: {press: {call_off: true}}",
    "beyond-scale": "events: {x: {do: [{tolerance: mexico, add: -100}]}}",
    "security-above-cap": "places: {coyoacan: {security: 10}}",
    "unreachable-place": "places: {nowhere: {name: Nowhere, country: mexico, at: [1, 2], kinds: [city]}}\nmap: {add: [nowhere]}",
    "unreachable-exile": "places: {isle: {name: Isle, country: mexico, at: [1, 2], kinds: [exile]}}\nmap: {add: [isle]}",
    "same-spot": "places: {twin: {name: Twin, country: france, at: [48.8557, 2.3213], kinds: [city]}}",
    "pointless-route": "routes: {ring_road: {between: [paris, paris], mode: road, days: 1}}",
    "not-in-play": "people: {clerk: {name: A Clerk, side: circle, place: paris, sources: [Game]}}",
    "unwinnable-center": "cast: [trotsky, natalia]",
    "lonely-old-man": "cast: [trotsky, eitingon, jacson]",
    "settled-chance": "operations: {watch: {success: {base: -90}}}",
    "idle-operation": "map: [coyoacan, mexico_city, paris, moscow, new_york, new_york_amtorg, brooklyn]",
    "bad-temper": "tempers: {circle: {hunter: {weights: {vet: -1}}}}",
    "bad-skill": "skills: {master: {center: {strike: 5}}}",
    "lesson-name": "lessons: {center: {a: {text: x, at: [{person: nobody}]}}}",
    "lesson-side": "lessons: {circle: {a: {text: x, until: {ordered: raid}}}}",
    "lesson-turn": "lessons: {circle: {a: {text: x, until: {turn: 99}}}}",
    "aimless-note": "notes: {a: {title: x, text: y, at: []}}",
    "unknown-fact": "testimonies: {worth: {surveyl: 3}}",
    "unknown-tag": "testimonies: {lines: {travel_many: {when: [oft]}}}",
    "bad-blank": "testimonies: {lines: {travel_many: {say: ['{other.she}']}}}",
    "endless-phrase": "testimonies: {phrases: {on: ['and {on}']}}",
    "wrong-length": "testimonies: {months: [Nivose]}",
    "unreachable-line": "testimonies: {lines: {travel_many: {when: [done, failed]}}}",
    "no-fallback": "testimonies: {lines: {deed_any: null}}",
    "misspelt-id": "testimonies: {voices: {natalja: {silent: true}}}",
    "missing-verdict": "verdicts: {alive: null}",
    "never-so": "aims: {to_be_read: {goal: {meter: influence, at_least: 21}}}",
    "long-name": "title: " + "Utka " * 20,
    "bad-wording": "wording: {'The gate': 'The {gate}'}",
    "bad-telegram": "telegrams: {center.failed: '{subject.__class__}'}",
    "missing-telegram": "telegrams: {center.failed: null}",
    "unread-telegram": "telegrams: {center.filed: 'x'}",
    "no-briefing": "briefing: {center: null}",
    "bad-word": "words: {Moscow: '{home}'}",
    "no-sources": "people: {natalia: {sources: []}}",
}


def found(packs: Packs) -> dict[str, str]:
    return {finding.code: finding.file for finding in examine("mine", packs).findings}


def test_every_lint_has_a_case_and_a_docstring() -> None:
    assert {lint.code for lint in LINTS} == set(CASES)
    assert all(lint.check.__doc__ for lint in LINTS)


def test_nothing_is_found_in_a_copy_of_the_shipped_scenario(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", BASE)
    assert not found(packs).keys() & CASES.keys()


@pytest.mark.parametrize("code", CASES)
def test_a_lint_finds_what_it_is_for(code: str, write: Write, packs: Packs) -> None:
    path = write("mine/scenario.yaml", f"{BASE}{CASES[code]}\n")
    codes = found(packs)
    assert code in codes, codes
    if code not in ("missing-part", "not-in-cast", "idle-operation", "missing-telegram", "no-briefing"):
        assert codes[code] == str(path)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("start: '9999-01-01'", "turns"),
        ("aims: {to_be_read: {goal: {meter: funds, of: circle, at_least: 30}}}", ""),
        ("events: {x: {when: {all: [{tolerance: mexico, at_least: 11}]}}}", "never-so"),
        ("events: {x: {title: X, do: [{person: trotsky, arrives: coyoacan}]}}", "old-man"),
        ("events: {x: {title: X, do: [{person: trotsky, leaves: true}]}}", "old-man"),
        ("events: {x: {title: X, when: {person: trotsky, is: active}}}", "old-man"),
        ("events: {x: {title: X, do: [{person: natalia, arrives: paris, access: 0}]}}", "off-scale"),
        ("events: {x: {title: X, do: [{person: natalia, arrives: paris, access: 4}]}}", ""),
        ("events: {x: {title: X, do: [{security: paris, add: 1}]}}", "seat-not-exile"),
        ("events: {x: {title: X, when: {security: paris, at_least: 1}}}", "seat-not-exile"),
        ("numbers: {asylum: {notice: -1}}", "number-off-scale"),
        ("numbers: {asylum: {interned_turns: -1}}", "number-off-scale"),
        ("numbers: {asylum: {visa_at: 11}}", ""),
        ("operations: {watch: {needs: [{is: archive}]}}", "idle-operation"),
        ("wording: {'Turn {turn}': '{turn'}", "bad-wording"),
        ("wording: {'Turn {turn}': 'Round {turn}'}", ""),
        ("tempers: {circle: {hermit: {name: H, weights: {vet: 1}}}}", ""),
        ("tempers: {circle: {hard: {name: H, weights: {vet: 1}}}}", "bad-temper"),
        ("people: {natalia: {name: " + "N" * 61 + "}}", "long-name"),
    ],
)
def test_what_only_shows_when_it_is_played_is_told_before(text: str, code: str, write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", f"{BASE}{text}\n")
    assert set(found(packs)) - {"date-outside"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("effect", "said"),
    [
        ("{tolerance: mexico, add: -100}", "found -100, but tolerance goes from 0 to 10 (-10 is all of it)"),
        ("{tolerance: mexico, add: -10}", ""),
        ("{alert: mexico, add: 6}", "found 6, but alert goes from 0 to 5 (5 is all of it)"),
        ("{security: coyoacan, add: 11}", "security goes from 0 to 10"),
        ("{section: paris, add: 4}", "the number of sections goes from 0 to 3"),
        ("{meter: influence, add: 99}", "influence goes from 0 to"),
        ("{meter: paranoia, add: -11}", "paranoia goes from 0 to 10"),
        ("{meter: funds, add: 99}", ""),
        ("{rapport: target, add: 4}", "rapport goes from 0 to 3"),
        ("{rapport: target, set: 4}", "found 4, expected 0 to 3"),
        ("{loyalty: target, add: -6}", "loyalty goes from 0 to 5"),
        ("{ring: target, closer: 4}", "the ring goes from 1 to 4 (3 is all of it)"),
        ("{ring: target, closer: 3}", ""),
    ],
)
def test_an_effect_beyond_its_scale_is_a_warning(effect: str, said: str, write: Write, packs: Packs) -> None:
    where = "operations: {cultivate: {do: [%s]}}" if "target" in effect else "events: {x: {title: X, do: [%s]}}"
    write("mine/scenario.yaml", f"{BASE}{where % effect}\n")
    told = [finding for finding in examine("mine", packs).findings if finding.code == "beyond-scale"]
    assert [finding.severity for finding in told] == [Severity.WARNING] * bool(said)
    assert all(said in f"{finding.message} ({finding.hint})" and finding.line == 3 for finding in told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tempers: {circle: {hermit: {name: H, weights: {strike: 3}}}}", "this weight is the Center's"),
        ("tempers: {center: {brute: {name: B, weights: {hide: 3}}}}", "this weight is the Circle's"),
        ("skills: {hard: {circle: {strike: 3}}}", "this weight is the Center's"),
        ("tempers: {circle: {hermit: {name: H, weights: {hid: 3}}}}", "did you mean 'hide'?"),
    ],
)
def test_a_weight_of_the_other_side_is_said_to_be_its(text: str, said: str, write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", f"{BASE}{text}\n")
    (finding,) = examine("mine", packs).findings
    assert (finding.code, finding.line) == ("unknown-key", 3) and said in finding.hint


def test_a_world_of_ones_own_may_borrow_newcomers_from_elsewhere(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", f"{BASE}newcomers: {{origins: {{lusian: {{countries: [lusia]}}}}}}\ncountries: {{usa: null}}\n")
    told = [finding.path for finding in examine("mine", packs).findings if finding.path.startswith("newcomers")]
    assert told == ["newcomers.origins.lusian.countries[0]"], "and not those of the library who come from the USA"


def test_a_place_that_is_written_and_not_on_the_map_is_told_but_none_of_a_library(write: Write, packs: Packs) -> None:
    place = "places: {puebla: {name: Puebla, country: mexico, at: [19.04, -98.2], kinds: [city], sources: [Coord]}}\n"
    write("world/mine.yaml", place)
    use = BASE.replace("use: [", "use: [world/mine.yaml, ")
    write("mine/scenario.yaml", use)
    assert not examine("mine", packs).findings
    write("mine/scenario.yaml", f"{use}{place}")
    (finding,) = examine("mine", packs).findings
    assert (finding.code, finding.path, finding.line) == ("not-in-play", "places.puebla", 3) and "`map`" in finding.hint


def test_a_tie_may_be_of_a_kind_of_ones_own_but_not_nearly_a_known_one(write: Write, packs: Packs) -> None:
    ties = "{to: sylvia_ageloff, kind: %s}"
    write("mine/scenario.yaml", f"{BASE}people: {{natalia: {{relations: [{ties % 'brother'}, {ties % 'Freind'}]}}}}\n")
    (finding,) = examine("mine", packs).findings
    assert finding.path.endswith("relations[1].kind") and "did you mean 'friend'?" in finding.hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("people: {natalia: {confidence: a}}", "one of: A, B, C"),
        ("people: {natalia: {confidence: sure}}", "one of: A, B, C"),
        ("places: {paris: {label: minr}}", "did you mean 'minor'?"),
    ],
)
def test_words_that_nothing_knows_are_told_with_those_that_there_are(text: str, said: str, write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", f"{BASE}{text}\n")
    (finding,) = examine("mine", packs).findings
    assert (finding.code, finding.line) == ("unknown-name", 3) and said in finding.hint


def test_what_is_told_of_an_invented_person_says_what_to_write(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", f"{BASE}people: {{natalia: {{sources: []}}, trotsky: {{place: paris}}}}\n")
    unsourced, homeless = sorted(examine("mine", packs).findings, key=lambda finding: finding.path)
    assert unsourced.code == "no-sources" and "[Game]" in unsourced.hint
    assert homeless.code == "old-man" and "found 'paris'" in homeless.message and "'coyoacan'" in homeless.message


def test_what_a_library_says_of_people_who_are_not_used_is_no_fault_of_the_scenario(write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", f"{BASE}people: {{night_warder: null, night_ward: {{name: A, side: circle, sources: [x]}}}}\n")
    assert "misspelt-id" not in found(packs)


@pytest.mark.parametrize(
    "condition",
    ["{meter: track, at_least: 3}", "{not: {located: true}}", "{any: [{is: there, of: target}, {visas: 1}]}"],
)
def test_words_of_events_do_not_make_an_order_sure(condition: str, write: Write, packs: Packs) -> None:
    path = write("mine/scenario.yaml", f"{BASE}operations: {{press: {{success: {{sure_unless: {condition}}}}}}}\n")
    (finding,) = (finding for finding in examine("mine", packs).findings if finding.code == "needs-an-event")
    assert (finding.file, finding.line) == (str(path), 3) and "sure" in finding.message


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        ("cultivate: {do: [{rapport: here, add: 1}]}", "wrong-actor"),
        ("cultivate: {do: [{rapport: agent, add: 1}]}", "wrong-actor"),
        ("cultivate: {do: [{ring: seat, closer: 1}]}", "wrong-actor"),
        ("move: {failing: [{deed: stumble}]}", "wrong-actor"),
        ("keep_gate: {do: [{deed: watch}]}", "wrong-actor"),
        ("keep_gate: {do: [{alert: here, add: 1}]}", "wrong-actor"),
        ("cultivate: {do: [{deed: inspect}]}", "wrong-target"),
        ("fortify: {failing_traced: [{meter: influence, add: -1}]}", "idle-key"),
        ("press: {extra: 3}", "idle-key"),
    ],
)
def test_an_order_that_would_do_nothing_or_fail_in_play_is_told(operation: str, code: str, write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", f"{BASE}operations: {{{operation}}}\n")
    assert code in found(packs)


@pytest.mark.parametrize("blank", ["{", "}", "{subject!r}", "{subject:>99999999}", "{0}", "{}", "{victim}"])
def test_telegrams_cannot_misuse_their_blanks(blank: str, write: Write, packs: Packs) -> None:
    write("mine/scenario.yaml", f"{BASE}telegrams: {{center.failed: '{blank}'}}\n")
    assert "bad-telegram" in found(packs)


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("center.failed.surveill", "did you mean 'surveil'?"),
        ("center.succeeded.vet", "write 'circle.succeeded.vet'"),
        ("circle.clue.papr", "did you mean 'paper'?"),
        ("circle.finding.again", "did you mean 'against'?"),
        ("center.surveyed.newley", "did you mean 'newly'?"),
        ("center.succeeded.travel.severel", ""),
        ("centre.failed", "did you mean 'center'?"),
        ("center.told.sereal", "did you mean 'serial'?"),
        ("lapsed.needs.at_set", "did you mean 'at_seat'?"),
        ("name.hous", "did you mean 'house'?"),
    ],
)
def test_a_telegram_that_is_never_read_is_told_with_what_may_be_meant(key: str, hint: str, write: Write, packs: Packs) -> None:
    path = write("mine/scenario.yaml", f"{BASE}events: {{serial: {{title: A serial}}}}\ntelegrams: {{{key}: x}}\n")
    (finding,) = (finding for finding in examine("mine", packs).findings if finding.code == "unread-telegram")
    assert (finding.file, finding.line) == (str(path), 4)
    assert hint in finding.hint


@pytest.mark.parametrize(
    "key",
    [
        "center.succeeded.bribe",
        "circle.succeeded.nowhere",
        "circle.clue.bribe",
        "circle.finding.for",
        "center.failed.bribe.several",
        "circle.told.serial",
    ],
)
def test_a_telegram_of_an_order_or_event_of_ones_own_is_read(key: str, write: Write, packs: Packs) -> None:
    bribe = "{side: center, name: Bribe, phase: contact, icon: id-card, target: contact, success: {base: 35}}"
    own = f"events: {{serial: {{title: A}}}}\noperations: {{bribe: {bribe}}}\ntelegrams: {{{key}: x}}\n"
    write("mine/scenario.yaml", BASE + own)
    assert "unread-telegram" not in found(packs)
