"""The Revelations: what they say is so, and everything in them can be reached by keyboard alone and by mouse alone."""

import re
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.match import Match, Record
from game.match.hinges import VERDICT, hinges_of
from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.nouns import OLD_MAN, Audience, Side
from game.rules.state import VerdictState
from game.ui import straight
from game.ui.archives import Archives
from game.ui.export import keeping
from game.ui.export.figures import file_stem
from game.ui.export.keeping import free_name
from game.ui.flow import Flow
from game.ui.office import Office
from game.ui.presenters.fallout import fallout_sheet
from game.ui.presenters.revelations.curves import charts_of
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.presenters.revelations.hinges import said, told
from game.ui.presenters.revelations.inside import ever_inside
from game.ui.presenters.revelations.marks import marks_of
from game.ui.presenters.verdict import verdict_sheet
from game.ui.screen import Pop, Reset, Screen, Stay
from game.ui.screens.archive import ArchiveScreen
from game.ui.screens.dialog import Dialog
from game.ui.screens.fallout import FalloutScreen
from game.ui.screens.revelations.screen import MAP, PAGES, RevelationsScreen
from game.ui.screens.title import TitleScreen
from game.ui.screens.verdict import VerdictScreen
from game.ui.screens.working import Work, WorkScreen
from game.ui.session import Session
from game.ui.tooltips import _lay
from game.ui.words import Words
from tests.ui.driving import Driver

_ = Words()


def opened(office: Office, folder: Path, screen: Screen) -> Driver:
    """A window in which there is no room for the map beside the pages, so that none has to be painted."""
    pygame.display.init()
    window = Driver(folder, office.assets, screen, size=(1024, 640), reduced_motion=True, text_size=200)
    assert not window.has("map")
    return window


@pytest.fixture
def window(office: Office, finished: Match, dossier: Dossier, tmp_path: Path) -> Driver:
    return opened(office, tmp_path, Archives(office, finished.scenario).shown(dossier, Pop))


def shown(window: Driver) -> RevelationsScreen:
    screen = window.screen
    assert isinstance(screen, RevelationsScreen)
    return screen


# -- what they say


def test_every_order_is_told_with_the_rolls_that_decided_it(dossier: Dossier) -> None:
    told = 0
    for turn in dossier.chronicle.record.turns:
        files = dossier.files(turn.turn)
        for side, sections in ((Side.CENTER, files.center), (Side.CIRCLE, files.circle)):
            lines = sections[0].lines
            assert len(lines) == len(turn.orders(side))
            for order, line in zip(turn.orders(side), lines, strict=True):
                assert dossier.names.operation(order.operation) in line.words
                rolled = [
                    event
                    for event in dossier.chronicle.events(turn.turn, Audience.ARCHIVE)
                    if event.subject == order.agent and event.text == f"{order.operation}:succeeds" and event.chance < 100
                ]
                for event in rolled:
                    assert f"needed {event.chance} or less, drew {event.roll}" in line.note
                    assert line.mark == ("done" if event.roll <= event.chance else "failed")
                    told += 1
    assert told > 40


def test_every_roll_is_told_but_what_was_sure(dossier: Dossier) -> None:
    for turn in dossier.chronicle.moments[:-1]:
        rolled = [event for event in dossier.chronicle.events(turn, Audience.ARCHIVE) if event.chance < 100]
        assert sorted((roll.chance, roll.drawn) for roll in dossier.rolls(turn)) == sorted(
            (event.chance, event.roll) for event in rolled
        )
    everything = [roll for turn in dossier.chronicle.moments for roll in dossier.rolls(turn)]
    assert not [roll for roll in everything if ":" in roll.what.replace(": traces left", "") or "_" in roll.who + roll.what]


def test_the_rolls_that_ended_the_game_are_shown_at_its_end(window: Driver, dossier: Dossier) -> None:
    assert shown(window).moment == dossier.last
    shown(window).open("rolls")
    window.draw()
    said = " ".join(window.words())
    turn = dossier.chronicle.turns
    assert dossier.rolls(turn) and not dossier.rolls(dossier.last)
    assert f"These fell in the last turn, {dossier.date(turn)}" in said
    assert f"{dossier.rolls(turn)[0].who}:" in said and "Nothing was rolled" not in said


def test_what_a_side_held_is_judged_by_the_truth(dossier: Dossier) -> None:
    judged = set()
    for moment in dossier.chronicle.moments:
        knowledge, state = dossier.knowledge(moment), dossier.chronicle.states[moment - 1]
        assert knowledge is not None
        home = next(belief for belief in knowledge.center if belief.about == "Where he lives")
        located = state.center.seat == state.circle.seat and not state.circle.moving_to
        assert home.judgement == ("right" if located else "wrong" if state.center.seat else "unknown")
        for belief in knowledge.circle:
            judged.add(belief.judgement)
            if belief.so.startswith("Moscow’s"):
                person = next(id_ for id_ in state.bodies if dossier.names.of(id_) == belief.about)
                assert person in state.center.agents
    assert judged >= {"right", "unknown"}


def test_moles_are_told_with_how_they_were_won(dossier: Dossier) -> None:
    inside = ever_inside(dossier.chronicle)
    assert inside
    sections = [section for moment in dossier.chronicle.moments for section in dossier.files(moment).center]
    named = [line for section in sections if section.head == "Inside the Circle" for line in section.lines]
    assert {dossier.names.agent(person) for person in inside} == {line.words.rsplit(", ", 1)[0] for line in named}
    assert all(line.note and "doubt" in line.note for line in named)


def test_the_map_shows_everybody_as_whom_he_truly_served(dossier: Dossier) -> None:
    for moment in dossier.chronicle.moments:
        state = dossier.chronicle.states[moment - 1]
        for token in dossier.marks(moment).tokens:
            if token.id == OLD_MAN:
                assert token.place == (state.circle.moving_to or state.circle.seat)
            else:
                assert (token.shape == "center") == (token.id in state.center.agents)
                assert token.place == state.bodies[token.id].place


@pytest.mark.parametrize(("verdict", "there"), [("alive", True), ("deported", True), ("killed_all_know", False)])
def test_after_a_killing_he_is_no_longer_on_the_map(dossier: Dossier, verdict: str, there: bool) -> None:
    end = dossier.chronicle.states[-1].copy()
    end.public.verdict = VerdictState(id=verdict, score=0, attribution=0, turn=end.turn)
    chronicle = replace(dossier.chronicle, states=(*dossier.chronicle.states[:-1], end))
    shown = {token.id for token in marks_of(chronicle, chronicle.moments[-1], dossier.names, _).tokens}
    assert (OLD_MAN in shown) is there and len(shown) > 5


def test_charts_give_the_numbers_of_each_moment(dossier: Dossier) -> None:
    charts = {chart.id: chart for chart in dossier.charts}
    states = dossier.chronicle.states
    assert charts["paranoia"].curves[0].values == tuple(state.center.paranoia for state in states)
    assert charts["influence"].curves[0].values == tuple(state.public.influence for state in states)
    assert charts["chance"].curves[0].words_at(1) == f"{round(100 * dossier.chronicle.chances[0])}%"
    moles = set(ever_inside(dossier.chronicle))
    assert {curve.name for curve in charts["doubt_moles"].curves} <= {dossier.names.of(person) for person in moles}


def test_a_number_that_never_moved_has_no_chart(dossier: Dossier) -> None:
    assert "security" in {chart.id for chart in dossier.charts}
    states = tuple(state.copy() for state in dossier.chronicle.states)
    for state in states:
        state.circle.security = dict.fromkeys(state.circle.security, 0)
    still = charts_of(replace(dossier.chronicle, states=states), dossier.names, _)
    assert {chart.id for chart in dossier.charts} - {chart.id for chart in still} == {"security"}


def test_esc_from_the_secrets_that_a_command_shows_leads_to_the_title(
    finished: Match, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Pressed once more than a dialog over them needs it would close the window."""
    shown: list[Screen] = []
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(straight, "_show", lambda _office, first: shown.append(first))
    straight.open_revelations(finished.record(), finished.scenario)
    left = shown[0].back()
    assert isinstance(left, Reset) and isinstance(left.screen, TitleScreen)


def test_a_hinge_says_what_happened_and_what_came_of_it(dossier: Dossier) -> None:
    hinges = hinges_of(dossier.chronicle)
    assert len(hinges) == len(dossier.hinges) and all(line.words.endswith((".", "”")) for line in dossier.hinges)
    for hinge, line in zip(hinges, dossier.hinges, strict=True):
        if hinge.event is not None and hinge.event.subject and hinge.part != VERDICT:
            assert dossier.names.of(hinge.event.subject) in line.words
    made = replace(
        hinges[0], event=Event(kind=EventKind.SUCCEEDED, audience=Audience.CIRCLE, turn=1, subject=OLD_MAN), part="house"
    )
    assert "The house was" in " ".join(said(dossier.chronicle, made, dossier.names, _))
    silent = replace(hinges[0], event=None, part="influence")
    written = replace(silent, event=Event(kind=EventKind.HEADLINE, audience=Audience.CENTER, turn=1, place="Le Temps", text="X."))
    assert " ".join(said(dossier.chronicle, written, dossier.names, _)).endswith("In the same turn: Le Temps: “X”.")
    quoting = replace(written, event=replace(written.event, text="“Litany” sold out."))
    assert " ".join(said(dossier.chronicle, quoting, dossier.names, _)).endswith("Le Temps: “‘Litany’ sold out”.")
    assert "The Circle was heard" in " ".join(said(dossier.chronicle, silent, dossier.names, _))


def test_whatever_made_a_hinge_is_told_without_blanks(dossier: Dossier) -> None:
    for kind in EventKind:
        for audience in (Audience.CENTER, Audience.CIRCLE):
            event = Event(kind=kind, audience=audience, turn=1, subject=OLD_MAN, text="Rain fell. It went on.")
            assert "{" not in told(dossier.chronicle, event, dossier.names, _)
    news = Event(kind=EventKind.TOLD, audience=Audience.CIRCLE, turn=1, text="Rain fell. It went on.")
    assert told(dossier.chronicle, news, dossier.names, _) == "Rain fell."


def test_history_is_of_the_same_days_and_names_its_sources(dossier: Dossier) -> None:
    raid = next(line for line in dossier.whole_past if line.id == "the_raid")
    catalogue = dossier.chronicle.scenario.catalogue
    assert catalogue.first_day(raid.turn).isoformat()[:7] == "1940-05"
    assert all(line.sources for line in dossier.whole_past)
    assert len({line.id for line in dossier.whole_past}) == len(dossier.whole_past) > 20


def test_the_investigation_adds_up_to_the_attribution(finished: Match, office: Office) -> None:
    sheet = fallout_sheet(finished.scenario, finished.record().events(), finished.truth(), _)
    truth = finished.truth()
    assert sum(piece.points for piece in sheet.pieces if piece.portrait) >= truth.secret.exposed
    assert min(sheet.most, sum(piece.points for piece in sheet.pieces)) == sheet.total == truth.public.verdict.attribution  # type: ignore[union-attr]


@pytest.mark.parametrize("seed", range(6))
def test_the_investigation_adds_up_in_other_games_too(utka: Scenario, seed: int) -> None:
    match = Match.new(utka, seed, seats=dict.fromkeys(Side, "random"), digests=False)
    while not match.is_over():
        match.resolve()
    truth = match.truth()
    sheet = fallout_sheet(utka, match.record().events(), truth, _)
    assert min(sheet.most, sum(piece.points for piece in sheet.pieces)) == sheet.total
    assert len({piece.words for piece in sheet.pieces if piece.points == 1 and piece.portrait}) == truth.secret.exposed


def test_the_lost_are_told_when_and_how(finished: Match) -> None:
    events = finished.record().events()
    sheet = verdict_sheet(finished.scenario, finished.truth(), _, events)
    people = {person.id: person for person in (*sheet.center_people, *sheet.circle_people)}
    wronged = [event for event in events if event.kind is EventKind.WRONGLY_DENOUNCED]
    assert wronged
    for event in wronged:
        month = f"{finished.scenario.catalogue.first_day(event.turn):%B %Y}"
        assert people[event.subject].where == f"wrongly named as Moscow’s, and gone, {month}"


def _older(record: Record, turn: int) -> Record:
    """The record as a game of other rules would have it from a turn on; 0 is the opening."""
    if not turn:
        return replace(record, opening=replace(record.opening, events=record.opening.events[1:]))
    played = record.turns[turn - 1]
    changed = replace(played, events=(replace(played.events[0], place="elsewhere"), *played.events[1:]))
    return replace(record, turns=(*record.turns[: turn - 1], changed, *record.turns[turn:]))


@pytest.mark.parametrize(("turn", "said"), ((0, "Only its orders"), (3, "From October 1939 on")))
def test_a_game_of_other_rules_is_told_as_far_as_it_can_be(
    turn: int, said: str, office: Office, finished: Match, tmp_path: Path
) -> None:  # fmt: skip
    archives = Archives(office, finished.scenario)
    dossier = archives.dossier(_older(finished.record(), turn))
    assert "rules have changed" in dossier.caution and said in dossier.caution
    window = opened(office, tmp_path, archives.shown(dossier, Pop))
    assert any("rules have changed" in text.text for text in window.canvas.texts)
    for page in PAGES:
        shown(window).open(page)
        window.draw()
    assert dossier.files(7).center[0].lines and dossier.knowledge(7) is None and dossier.verdict is None
    assert dossier.marks(7).places and bool(dossier.marks(7).tokens) == bool(turn)


# -- how they are used


def test_by_keyboard_alone(window: Driver) -> None:
    screen, last = shown(window), shown(window).dossier.last
    assert screen.moment == last
    window.key("home")
    assert screen.moment == 1
    window.key("right")
    window.key("right")
    assert screen.moment == 3
    window.key("left")
    assert screen.moment == 2
    for number, page in enumerate((MAP, *PAGES), 1):
        if page == MAP:
            continue
        window.key(str(number), str(number))
        assert screen.page == page
    window.key("6", "6")
    line = screen.dossier.hinges[0]
    for _step in range(40):
        if window.app.stack.top.attention.focus == f"hinge.{line.turn}":
            break
        window.key("tab")
    window.key("return")
    assert screen.moment == line.turn
    window.key("end")
    assert screen.moment == last
    window.key("k", "k")
    assert isinstance(window.screen, Dialog)
    window.key("escape")
    window.key("escape")
    assert not window.app.running


def test_the_tip_of_the_months_leaves_what_happened_to_be_read(
    office: Office, finished: Match, dossier: Dossier, tmp_path: Path
) -> None:
    """The focus lies on the months while they run, and its tip with it."""
    window = Driver(tmp_path, office.assets, Archives(office, finished.scenario).shown(dossier, Pop), size=(1600, 900))
    (note,) = window.canvas.pointed_out
    assert any(note.contains(text.rect) for text in window.canvas.texts if text.role == "body")
    assert not _lay(window.canvas, window.area("strip").rect, (440, 90), 8, None).colliderect(note)


def test_by_mouse_alone(window: Driver) -> None:
    screen = shown(window)
    strip = window.area("strip").rect
    middle = (strip.centerx, strip.centery)
    for kind, at in ((pygame.MOUSEBUTTONDOWN, strip.midleft), (pygame.MOUSEMOTION, middle), (pygame.MOUSEBUTTONUP, middle)):
        extra = {"rel": (0, 0), "buttons": (1, 0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
        window.app.feed(pygame.event.Event(kind, pos=(max(at[0], strip.x + 2), at[1]), **extra), window.now)
        window.draw()
    assert abs(screen.moment - (screen.dossier.last + 1) / 2) <= 1
    window.click("page.5")
    hinge = next(line for line in screen.dossier.hinges if line.turn != screen.moment)
    window.click(f"hinge.{hinge.turn}")
    assert screen.moment == hinge.turn
    window.click("page.4")
    chart = window.area("chart.paranoia").rect
    window.click_at((chart.x + chart.w // 2, chart.bottom - 20))
    assert 1 < screen.moment < screen.dossier.last - 1
    window.click("page.6")
    window.click(next(area.id for area in window.canvas.areas if area.id.startswith("past.")))
    assert isinstance(window.screen, ArchiveScreen)
    window.key("escape")
    window.click("leave")
    assert not window.app.running


def test_the_months_run_and_come_to_rest_at_the_end(window: Driver) -> None:
    screen = shown(window)
    window.key("space")
    assert screen.moment == 1
    seen = {screen.moment}
    for _step in range(60):
        window.now += 700
        window.app.pass_time(window.now)
        window.draw()
        seen.add(screen.moment)
        if window.app._wake_at is None:
            break
    assert seen == set(screen.dossier.chronicle.moments) and window.app._wake_at is None
    window.key("space")
    window.key("escape")
    assert window.app.running, "Esc stops the months before it leaves"


def test_from_the_last_month_through_the_investigation_to_the_secrets(
    office: Office, finished: Match, tmp_path: Path
) -> None:  # fmt: skip
    pygame.display.init()
    session = Session(office, finished)
    window = Driver(tmp_path, office.assets, Flow(office).ending.fallout(session), size=(1024, 640), text_size=200)
    assert isinstance(window.screen, FalloutScreen) and not window.screen.done
    window.key("return")
    assert window.screen.done
    window.key("return")
    assert isinstance(window.screen, VerdictScreen)
    window.key("r", "r")
    assert isinstance(window.screen, WorkScreen) and any("turns" in text.text for text in window.canvas.texts)
    window.settle()
    assert isinstance(window.screen, RevelationsScreen)
    window.click("leave")
    assert isinstance(window.screen, VerdictScreen)


def test_work_that_is_done_can_be_asked_again() -> None:
    def work() -> Work[str]:
        yield 1, 2
        return "made"

    made: list[str] = []
    screen = WorkScreen(work(), lambda what: made.append(what) or Stay(), Stay, lambda _: "", lambda _, done, whole: "")
    assert isinstance(screen.work(60_000), Stay) and screen.work(60_000) is not None
    assert made == ["made"]


def test_the_page_is_kept_where_it_is_said_and_nothing_is_written_over(
    window: Driver, office: Office, finished: Match, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(keeping, "page_of", lambda *_asked: "the page")
    file = office.kept / f"{file_stem(dossier)}.html"
    assert dossier.verdict is not None
    ending = re.sub("[^a-z]+", "-", dossier.verdict.title.lower())
    assert file.name == f"utka-1939-{ending}-{finished.record().seed}.html", "in the scenario's words"
    window.key("k", "k")
    window.key("1", "1")
    window.settle()
    assert file.is_file() and str(file) in "".join(window.words()), "a long path may be broken into lines"
    window.key("return")
    before = file.read_bytes()
    file.write_text("mine")
    window.key("k", "k")
    window.key("1", "1")
    assert isinstance(window.screen, Dialog) and file.read_text() == "mine"
    window.key("return")  # what lies nearest writes over nothing
    window.settle()
    assert file.read_text() == "mine" and file.with_stem(f"{file.stem}-2").read_bytes() == before
    assert free_name(file).name == f"{file.stem}-3.html"
    window.key("return")
    shown(window)
