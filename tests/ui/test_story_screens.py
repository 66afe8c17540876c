"""Choosing a game, the month as it plays out, and the verdict: what they say, and that they can be seen and used."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import pygame
import pytest
from pygame import Rect
from pygame.event import Event as Pressed

from game.match import Match
from game.rules.definitions import Catalogue, Scenario, SideNames
from game.rules.events import Change, Event, EventKind
from game.rules.geography import Atlas
from game.rules.nouns import Audience, Luck, Side, Status, VerdictName
from game.rules.setup import Allegiances, new_game
from game.rules.state import Face, MemberFile
from game.rules.view import CenterView, view_for
from game.scenario import Entry, available, load
from game.scenario.findings import Finding, Severity
from game.ui.app import App
from game.ui.desk.faces import Faces
from game.ui.portraits.gallery import PortraitGallery
from game.ui.presenters.bundles import MOST_TELEGRAMS
from game.ui.presenters.changes import change_rows
from game.ui.presenters.dates import month_words
from game.ui.presenters.month import Month, month_of, telegram_text
from game.ui.presenters.new_game import NewGame, Seating, briefing_sheet, scenario_rows, years
from game.ui.presenters.verdict import VerdictSheet, verdict_sheet
from game.ui.screen import Action, Canvas, Outcome, Quit, Screen, Stay
from game.ui.screens.dialog import Dialog
from game.ui.screens.explain import ExplainSheet
from game.ui.screens.month import MonthScreen
from game.ui.screens.new_game import NewGameScreen
from game.ui.screens.telegram import letters_at, typing_time
from game.ui.screens.verdict import VerdictScreen
from game.ui.settings import Settings
from game.ui.words import Words
from tests.ui.fit import TIGHT, faults
from tests.ui.windows import Opener, area, click, key

ASSETS = Path(__file__).parents[2] / "assets"
_ = Words()


@dataclass(frozen=True)
class Played:
    """A whole game between two of the computer's players."""

    match: Match
    months: tuple[Month, ...]
    told: tuple[tuple[Event, ...], ...]
    foreign: tuple[frozenset[str], ...]
    """For each month the names that only the other side knew."""
    verdict: VerdictSheet


@pytest.fixture(scope="module")
def played(utka: Scenario) -> Played:
    match = Match.new(utka, 2, seats={Side.CENTER: "planner", Side.CIRCLE: "random"})
    months, told, foreign = [], [], []
    while not match.is_over():
        turn = match.turn
        match.resolve()
        for side in Side:
            events = match.telegrams(Audience(side.value))
            months.append(month_of(match.view(side), events, turn, _))
            told.append(events)
            foreign.append(_names(match, side.other) - _names(match, side))
    return Played(match, tuple(months), tuple(told), tuple(foreign), verdict_sheet(utka, match.truth(), _))


def _names(match: Match, side: Side) -> frozenset[str]:
    return frozenset(face.name for face in match.view(side).faces.values())


SHOWN = ("utka-1939", "visa-1933")
"""Two scenarios are enough for a list; more would leave the window."""


@pytest.fixture(scope="module")
def entries() -> tuple[Entry, ...]:
    whole = tuple(sorted((entry for entry in available() if entry.id in SHOWN), key=lambda entry: entry.id))
    mistake = Finding(
        severity=Severity.ERROR, code="unknown-key", file="x.yaml", line=3, column=1, path="turms", message="unknown key 'turms'"
    )
    broken = replace(whole[0], id="broken", title="The Paris Archive 1936", scenario=None, findings=(mistake,))
    return (broken, *whole, *(replace(whole[0], id=f"more{n}", title=f"Scenario number {n}") for n in range(4)))


@pytest.fixture(scope="module")
def faces() -> Faces:
    return Faces(PortraitGallery(ASSETS))


class Story:
    """The screens of one game, opened in a window that notes what they answer."""

    def __init__(self, folder: Path, played: Played, entries: tuple[Entry, ...], faces: Faces, utka: Scenario) -> None:
        self._folder, self._played, self._entries, self._faces = folder, played, entries, faces
        self.utka = utka
        self.started: list[NewGame] = []
        self.faults: list[str] = []
        self.done = 0
        self.places: list[str | None] = []
        self.free = Rect(0, 0, 0, 0)

    def _start(self, game: NewGame) -> Outcome:
        self.started.append(game)
        return Stay()

    def _fault(self, scenario: str) -> Outcome:
        self.faults.append(scenario)
        return Stay()

    def _leave(self) -> Outcome:
        self.done += 1
        return Stay()

    def _map(self, canvas: Canvas, rect: Rect, place: str | None, free: Rect) -> None:
        self.places.append(place)
        self.free = free
        canvas.fill(rect, "map.sea")

    def brief(self, scenario: str) -> Catalogue | None:
        return None if scenario == "more3" else self.utka.catalogue

    def new_game(self) -> NewGameScreen:
        return NewGameScreen(
            self._entries, self.brief, self._start, self._fault, lambda canvas, rect, _: canvas.fill(rect, "map.sea")
        )

    def month(self, index: int = 0) -> MonthScreen:
        return MonthScreen(self._played.months[index], self._leave, self._map)

    def verdict(self) -> VerdictScreen:
        return VerdictScreen(self._played.verdict, self._faces, Quit, self._leave)

    def window(self, screen: Screen, size: tuple[int, int] = (1600, 900), settings: Settings | None = None) -> App:
        return Opener(self._folder)(screen, size, settings)

    def longest(self) -> int:
        """The month with the most to show on paper at once."""
        months = self._played.months
        return max(range(len(months)), key=lambda at: max(len(each.text) for each in months[at].telegrams))

    def raid(self) -> MonthScreen:
        """A month in which the house was attacked."""
        view = self._played.match.view(Side.CENTER)
        agent = next(iter(view.bodies))
        struck = Event(
            kind=EventKind.STRUCK, audience=Audience.CENTER, turn=10, phase="strikes", operation="raid", place="coyoacan"
        )
        failed = replace(struck, kind=EventKind.FAILED, subject=agent, chance=47)
        return MonthScreen(month_of(view, [struck, failed], 10, _), self._leave, self._map)


@pytest.fixture
def story(tmp_path: Path, played: Played, entries: tuple[Entry, ...], faces: Faces, utka: Scenario) -> Story:
    return Story(tmp_path, played, entries, faces, utka)


def words_of(canvas: Canvas) -> str:
    return " ".join(record.text for record in canvas.texts)


def whole(screen: MonthScreen, index: int) -> MonthScreen:
    """The month with one telegram read."""
    for each in range(index + 1):
        screen._go_to(each)
    screen._advance(False)
    return screen


def opened_seed(screen: NewGameScreen) -> NewGameScreen:
    screen._toggle_more()
    screen._seat(Seating.BOTH)
    return screen


def faulty(screen: NewGameScreen) -> NewGameScreen:
    screen._choose(len(screen._rows(_)) - 1)
    return screen


SCREENS: dict[str, Callable[[Story], Screen]] = {
    "new game": Story.new_game,
    "new game, more": lambda story: opened_seed(story.new_game()),
    "new game, faulty": lambda story: faulty(story.new_game()),
    "month, first": Story.month,
    "month, order": lambda story: whole(story.month(0), 0),
    "month, longest": lambda story: whole(story.month(story.longest()), 3),
    "month, raid": lambda story: whole(story.raid(), 0),
    "month, end": lambda story: whole(story.month(1), len(story._played.months[1].telegrams) - 1),
    "verdict": Story.verdict,
}


# What is drawn


@pytest.mark.parametrize(("size", "text"), TIGHT)
@pytest.mark.parametrize("name", SCREENS)
def test_everything_can_be_read(name: str, size: tuple[int, int], text: int, story: Story) -> None:
    canvas = story.window(SCREENS[name](story), size, Settings(text_size=text)).draw(1000)
    assert not faults(canvas)


@pytest.mark.parametrize("scale", (1.0, 1.5))
@pytest.mark.parametrize("name", SCREENS)
def test_what_can_be_clicked_is_large_enough_and_named(name: str, scale: float, story: Story) -> None:
    app = story.window(SCREENS[name](story), (1024, 640), Settings(interface_scale=scale))
    for each in app.stack.top.areas:
        if each.action is not None:
            assert each.name and each.rect.w >= 34 and each.rect.h >= 34, each


@pytest.mark.parametrize("name", ("new game", "month, end", "verdict"))
def test_an_idle_screen_asks_for_no_frame(name: str, story: Story) -> None:
    assert story.window(SCREENS[name](story)).draw(9000).next_frame is None


@pytest.mark.parametrize("name", SCREENS)
def test_tab_reaches_every_hot_area_and_returns(name: str, story: Story) -> None:
    app = story.window(SCREENS[name](story), (1024, 640))
    wanted = [each.id for each in app.stack.top.areas if each.focusable]
    reached = []
    for _each in wanted:
        key(app, pygame.K_TAB)
        reached.append(str(app.stack.top.attention.focus))
        shown = area(app, reached[-1])
        assert shown.rect.clip(shown.clip).h > 0
    assert sorted(reached) == sorted(wanted)


# Choosing a game


def test_a_game_is_chosen_by_keys_alone(story: Story) -> None:
    app = story.window(story.new_game())
    key(app, pygame.K_DOWN)
    key(app, pygame.K_UP)
    for _each in range(2):
        key(app, pygame.K_TAB)
        if app.stack.top.attention.focus == "seating":
            break
    key(app, pygame.K_DOWN)
    while app.stack.top.attention.focus != "opponent":
        key(app, pygame.K_TAB)
    key(app, pygame.K_LEFT)
    key(app, pygame.K_TAB)
    key(app, pygame.K_RIGHT)
    key(app, pygame.K_TAB)
    key(app, pygame.K_RETURN)
    key(app, pygame.K_TAB)
    assert app.stack.top.attention.focus == "temper"
    key(app, pygame.K_RIGHT)
    key(app, pygame.K_TAB)
    key(app, pygame.K_RIGHT)
    key(app, pygame.K_TAB)
    for digit in "1x94":
        app.feed(Pressed(pygame.TEXTINPUT, text=digit), 0)
        app.draw(0)
    key(app, pygame.K_RETURN)
    assert story.started == [
        NewGame(
            scenario=scenario_rows(story._entries, _)[0].id, seating=Seating.CIRCLE, opponent="random", temper="any",
            allegiances=Allegiances.HISTORICAL, luck=Luck.STEADY, seed=194,
        )
    ]  # fmt: skip


def test_luck_is_chosen_by_mouse_and_says_what_it_means(story: Story) -> None:
    app = story.window(story.new_game(), (1600, 1200))
    click(app, "more")
    assert "Streaks happen" in words_of(app.draw(0))
    click(app, "luck.1")
    assert "luck evens out" in " ".join(words_of(app.draw(0)).split())
    click(app, "open")
    assert story.started[-1].luck is Luck.STEADY


def test_a_temperament_is_chosen_by_mouse_and_belongs_to_the_side(story: Story) -> None:
    app = story.window(story.new_game(), (1600, 1400))
    for id in ("seating.center", "opponent.2", "more", "temper.2"):
        click(app, id)
    first = words_of(app.draw(0))
    click(app, "temper.2")
    assert words_of(app.draw(0)) != first, "once more chooses the next one"
    click(app, "open")
    assert story.started[-1].player == "normal:hunter"
    click(app, "seating.circle")
    click(app, "open")
    assert story.started[-1].player == "normal", "the other side has other temperaments"


def test_a_game_is_chosen_by_mouse_alone(story: Story) -> None:
    app = story.window(story.new_game())
    for id in ("scenario.1", "seating.both", "opponent.0", "allegiances.1", "open"):
        click(app, id)
    assert [(game.seating, game.opponent, game.seed) for game in story.started] == [(Seating.BOTH, "random", None)]
    assert story.started[-1].luck is Luck.DICE
    click(app, "seating.center")
    click(app, "opponent.4")
    said = " ".join(words_of(app.draw(0)).split())
    assert "Both machines hold the whole game" in said and not any(each.id == "more" for each in app.stack.top.areas)
    click(app, "open")
    assert (story.started[-1].seating, story.started[-1].opponent) == (Seating.CENTER, "mail")
    click(app, "seating.watch")
    click(app, "open")
    assert story.started[-1].seating is Seating.WATCH


def test_a_faulty_scenario_shows_its_faults_and_does_not_open(story: Story) -> None:
    app = story.window(story.new_game(), (1600, 1200))  # high enough for the last of the list
    last = len(story._entries) - 1
    click(app, f"scenario.{last}")
    assert story.faults == ["broken"]
    click(app, "show findings")
    assert story.faults == ["broken", "broken"]
    click(app, "open")
    assert story.started == []


def test_a_scenario_that_fails_to_load_says_so(story: Story) -> None:
    app = story.window(story.new_game())
    index = next(number for number, row in enumerate(scenario_rows(story._entries, _)) if row.id == "more3")
    click(app, f"scenario.{index}")
    assert "This scenario cannot be opened." in words_of(app.draw(0))


def test_a_scenario_that_must_be_read_is_seen_from_outside_first_and_can_be_opened_at_once(story: Story) -> None:
    read: list[str] = []

    def brief(scenario: str) -> Catalogue | None:
        read.append(scenario)
        return story.brief(scenario)

    def screen() -> NewGameScreen:
        return NewGameScreen(story._entries, brief, story._start, story._fault, at_hand=lambda _: False)

    app = story.window(screen())
    assert not read and app._wake_at is not None
    first = app.draw(0)
    assert any(area.id == "open" and area.enabled for area in first.areas)
    app.pass_time(20)
    app.draw(20)
    assert len(read) == 1 and len(words_of(app.draw(600))) > len(words_of(first))
    click(story.window(screen()), "open")
    assert len(read) == 2 and len(story.started) == 1


def test_no_tip_repeats_the_line_under_a_choice_and_an_explanation_has_it(story: Story) -> None:
    app = story.window(story.new_game())
    before = sorted(text.text for text in app.draw(0).texts)
    app.stack.top.attention.show_focus("opponent")
    assert sorted(text.text for text in app.draw(1000).texts) == before
    key(app, pygame.K_F1)
    assert isinstance(app.stack.top.screen, ExplainSheet)
    said = " ".join(text.text for text in app.draw(2000).texts)
    assert "Opponent" in said and "Nothing more is known" not in said


def test_without_any_scenario_there_is_a_screen_all_the_same(story: Story) -> None:
    screen = NewGameScreen((), story.brief, story._start, story._fault)
    app = story.window(screen)
    key(app, pygame.K_RETURN)
    key(app, pygame.K_DOWN)
    assert app.running and story.started == []


def test_the_briefing_is_that_of_the_side(utka: Scenario) -> None:
    center, circle = (briefing_sheet(utka.catalogue, seating, _) for seating in (Seating.CENTER, Seating.CIRCLE))
    assert "The plan lies approved" in center.text and "unsigned letter" not in center.text
    assert "unsigned letter" in circle.text and "The plan lies approved" not in circle.text
    both = briefing_sheet(utka.catalogue, Seating.BOTH, _).text
    assert "The plan lies approved" in both and "unsigned letter" in both
    assert "December 1940" in center.center_wins


@pytest.mark.parametrize(
    ("scenario", "first", "third"),
    [
        ("utka-1939", "August 1939", "October 1939"),
        ("reiss-1937", "19 Jul 1937", "2 Aug 1937"),
        ("prinkipo-1929", "May–Jul 1929", "Nov–Jan 1929/30"),
    ],
)
def test_the_bar_names_the_time_of_a_turn(scenario: str, first: str, third: str) -> None:
    read = load(scenario)
    atlas = Atlas(read.catalogue)
    view = view_for(read, atlas, new_game(read, atlas, 1)[0], Side.CENTER)
    assert (month_words(view, _), month_words(view, _, 3)) == (first, third)


def test_years_are_short(entries: tuple[Entry, ...]) -> None:
    assert years(entries[1].start, entries[1].end) == "1939–40"
    assert years(entries[1].start, entries[1].start) == "1939"
    assert years(None, None) == ""


# The month: what it says


def test_nobody_reads_a_name_that_only_the_other_side_knows(played: Played) -> None:
    for month, foreign in zip(played.months, played.foreign, strict=True):
        said = _everything(month)
        assert foreign, "the two sides know people by different names"
        assert [name for name in foreign if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said)] == []


def _everything(month: Month) -> str:
    """Every word of a month, a line each."""
    lines: list[str] = []
    for each in month.telegrams:
        clipped = [each.clipping.text] if each.clipping else []
        lines += (each.title, each.caption, each.text, each.note, each.origin, *clipped)
        lines += [row.words for row in each.rows]
    return "\n".join(lines)


def test_no_roll_is_told_and_only_own_orders_say_what_they_needed(played: Played) -> None:
    for month, events in zip(played.months, played.told, strict=True):
        assert all(event.roll == -1 for event in events)
        for telegram in month.telegrams:
            assert not telegram.note or telegram.mark in ("done", "failed")


def test_a_month_has_few_telegrams_and_leaves_nothing_out(played: Played) -> None:
    for month, events in zip(played.months, played.told, strict=True):
        assert 1 <= len(month.telegrams) <= MOST_TELEGRAMS
        rows = sum(len(telegram.rows) for telegram in month.telegrams)
        assert bool(rows) == any(change.before != change.after for event in events for change in event.changes)
        headlines = [event.text for event in events if event.kind is EventKind.HEADLINE]
        shown = [each.clipping.text for each in month.telegrams if each.clipping and each.clipping.paper]
        assert shown == headlines


def test_orders_come_first_and_dispatches_belong_to_the_next_month(played: Played) -> None:
    for month in played.months:
        own = [telegram.mark in ("done", "failed") for telegram in month.telegrams]
        assert own == sorted(own, reverse=True) or any("Departures" in each.title for each in month.telegrams)
        later = [telegram.dispatch for telegram in month.telegrams]
        assert later == sorted(later) or month is played.months[-1]


def test_an_order_has_its_outcome_its_chance_and_its_changes(played: Played) -> None:
    view = played.match.view(Side.CENTER)
    assert isinstance(view, CenterView)
    agent = next(iter(view.agents))
    operation = next(each for each in view.catalogue.operations.values() if each.side is Side.CENTER)
    told = Event(
        kind=EventKind.FAILED, audience=Audience.CENTER, turn=3, phase=operation.phase, operation=operation.id,
        subject=agent, place=view.bodies[agent].place, chance=41,
        changes=(Change(what="paranoia", before=7, after=8), Change(what="funds", before=4, after=4)),
    )  # fmt: skip
    (telegram,) = month_of(view, [told], 3, _).telegrams
    assert telegram.title == f"{operation.name}: failed" and telegram.note == "needed 41 or less"
    assert [(row.before, row.after, row.note) for row in telegram.rows] == [("7", "8", "worse")]
    assert telegram.caption == view.name(agent) and telegram.mark == "failed"


def test_several_arrivals_are_one_telegram(played: Played) -> None:
    view = played.match.view(Side.CENTER)
    people = list(view.bodies)[:3]
    told = [
        Event(kind=EventKind.ARRIVED, audience=Audience.CENTER, turn=4, phase="dispatches", subject=each, place="paris")
        for each in people
    ]
    (telegram,) = month_of(view, told, 3, _).telegrams
    assert telegram.title == "Arrivals" and telegram.dispatch
    assert all(view.name(each) in telegram.text for each in people)


def test_a_raid_and_its_outcome_are_one_telegram_with_a_print(story: Story) -> None:
    screen = story.raid()
    assert len(screen._month.telegrams) == 1 and screen.telegram.clipping is not None
    assert screen.telegram.clipping.print and screen.telegram.title.endswith("failed")
    assert screen.telegram.text.startswith("Shots were heard")


def test_a_month_without_news_says_so(played: Played) -> None:
    (telegram,) = month_of(played.match.view(Side.CIRCLE), [], 3, _).telegrams
    assert telegram.text == "Nothing was heard"


def test_sentences_are_stopped_but_initials_are_not() -> None:
    assert telegram_text(["He is dead. She saw nothing.", "$31,000 came."]) == (
        "He is dead STOP She saw nothing STOP $31,000 came"
    )
    assert telegram_text(["James P. Cannon spoke."]) == "James P. Cannon spoke"


def test_better_and_worse_are_those_of_the_side(played: Played) -> None:
    change = Change(what="influence", before=5, after=7)
    notes = [change_rows(played.match.view(side), [change], _)[0].note for side in (Side.CENTER, Side.CIRCLE)]
    assert notes == ["worse", "better"]


# The month: how it plays


def test_letters_come_one_by_one_and_wait_at_a_stop() -> None:
    text = "AB STOP CD"
    assert letters_at(text, 0) == 0 and letters_at(text, 36) == 1
    assert letters_at(text, 2 * 35 + 100) == 2
    assert letters_at(text, typing_time(text)) == len(text)


def test_the_month_types_by_itself_and_goes_on(story: Story) -> None:
    app = story.window(screen := story.month())
    seen = []
    now = 0
    while screen.telegram is story._played.months[0].telegrams[0]:
        after = app.draw(now).next_frame
        assert after is not None
        now += after
        app.pass_time(now)
        seen.append(screen._elapsed)
        assert now < 60_000
    assert seen[0] < seen[10]


def test_space_shows_all_then_the_next_and_enter_leaves(story: Story) -> None:
    app = story.window(screen := story.month())
    count = len(story._played.months[0].telegrams)
    for index in range(count):
        assert screen._index == index
        key(app, pygame.K_SPACE, " ")
        assert story.done == 0
        if index < count - 1:
            if screen.telegram.loss:
                key(app, pygame.K_SPACE, " ")
                assert screen._index == index, "what tells of a loss is not read past at a gallop"
            key(app, pygame.K_SPACE, " ")
    assert screen.finished
    key(app, pygame.K_RETURN)
    assert story.done == 1


def test_the_arrows_step_through_the_telegrams(story: Story) -> None:
    app = story.window(screen := story.month())
    key(app, pygame.K_RIGHT)
    key(app, pygame.K_RIGHT)
    key(app, pygame.K_LEFT)
    assert screen._index == 1 and screen.typed


def test_esc_leaves_the_telegrams_and_asks_while_some_are_unread(story: Story) -> None:
    app = story.window(screen := story.month())
    key(app, pygame.K_ESCAPE)
    unread = f"{len(story._played.months[0].telegrams)} telegrams have not been read"
    assert isinstance(app.stack.top.screen, Dialog) and unread in words_of(app.draw(0))
    key(app, pygame.K_ESCAPE)
    assert app.stack.top.screen is screen and screen._index == 0 and story.done == 0
    key(app, pygame.K_ESCAPE)
    key(app, pygame.K_RETURN)
    assert story.done == 1

    app = story.window(screen := story.month())
    for _ in story._played.months[0].telegrams:
        key(app, pygame.K_RIGHT)
        key(app, pygame.K_RIGHT)
    assert screen.read_through
    key(app, pygame.K_ESCAPE)
    assert story.done == 2, "when all are read there is nothing to ask"


def test_telegrams_that_were_passed_over_are_not_read(story: Story) -> None:
    app = story.window(screen := story.month())
    key(app, pygame.K_RIGHT)
    key(app, pygame.K_END)
    assert screen.finished and not screen.read_through
    for index in range(2, len(story._played.months[0].telegrams) - 1):
        assert not screen.read_through
        click(app, f"mark.{index}")
    assert screen.read_through


def test_end_stays_on_the_last_telegram_whatever_is_named_in_it(story: Story) -> None:
    """End and then Enter went to the archive's page of whoever was named first."""
    month, looked_up = story.month()._month, list[str]()
    telegram = replace(month.telegrams[0], named=(("one", "One"), ("two", "Two")), rows=(), clipping=None)

    def look_up(id_: str) -> Action:
        def note() -> Outcome:
            looked_up.append(id_)
            return Stay()

        return note

    screen = MonthScreen(replace(month, telegrams=(telegram,)), story._leave, None, look_up)
    screen.read(0)
    app = story.window(screen)
    while app.stack.top.attention.focus != "telegram":
        key(app, pygame.K_TAB)
    key(app, pygame.K_END)
    assert app.stack.top.attention.focus == "telegram"
    key(app, pygame.K_RETURN)
    assert not looked_up


def test_the_month_by_mouse_alone(story: Story) -> None:
    app = story.window(screen := story.month())
    click(app, "pace.pause")
    assert screen._next_frame(False) is None
    click(app, "pace.fast")
    click(app, "telegram")
    assert screen.typed
    click(app, "mark.1")
    assert screen._index == 1
    click(app, "leave")
    assert screen.finished and story.done == 0
    click(app, "leave")
    assert story.done == 1


def test_what_is_not_read_yet_is_not_shown(story: Story) -> None:
    month = story._played.months[0]
    shown = words_of(story.window(story.month()).draw(0))
    assert all(telegram.caption not in shown for telegram in month.telegrams[1:] if telegram.caption)


def test_with_reduced_motion_the_telegram_is_there_at_once(story: Story) -> None:
    app = story.window(story.month(), settings=Settings(reduced_motion=True))
    shown = words_of(app.draw(0)).replace("  ", " ")
    assert story._played.months[0].telegrams[0].text.split()[-1] in shown


def test_the_map_is_given_the_place_of_the_telegram(story: Story) -> None:
    story.window(story.month())
    assert story.places[-1] == story._played.months[0].telegrams[0].place


def test_the_map_is_told_what_no_paper_covers(story: Story) -> None:
    window = story.window(story.month())
    form = next(area.rect for area in window.stack.top.areas if area.id == "telegram")
    assert story.free.w > 0 and story.free.h > 0 and not story.free.colliderect(form)


# The verdict


def test_the_verdict_reveals_the_truth_and_who_won(played: Played) -> None:
    sheet, truth = played.verdict, played.match.truth()
    assert truth.public.verdict is not None
    assert int(sheet.center_score.replace("−", "-")) == truth.public.verdict.score
    assert {person.id for person in sheet.center_people} >= set(truth.center.agents)
    listed = {person.id for person in (*sheet.center_people, *sheet.circle_people)}
    assert listed >= set(truth.circle.members) - {played.match.scenario.catalogue.old_man}
    for person in sheet.circle_people:
        assert person.id not in truth.center.agents and not person.second_name
    lost = {person.id for person in (*sheet.center_people, *sheet.circle_people) if person.lost}
    assert all(truth.bodies[person].status not in (Status.ACTIVE, Status.IN_TRANSIT) for person in lost)


def test_the_verdict_names_the_seed_and_the_luck(played: Played, utka: Scenario) -> None:
    assert played.verdict.drawn == "Seed 2, luck by dice"
    truth = played.match.truth().copy()
    truth.secret.luck = Luck.STEADY
    assert verdict_sheet(utka, truth, _).drawn == "Seed 2, steady luck"


def test_the_verdict_says_under_what_name_the_circle_knew_somebody_of_moscows(played: Played, utka: Scenario) -> None:
    truth = played.match.truth().copy()
    mole = next(person for person in truth.center.agents if person in utka.setup.people)
    truth.circle.members[mole] = MemberFile(id=mole, doubt=2500)
    own = utka.setup.people[mole].name
    for known_as, said in ((own, "To the Circle: "), ("Consuelo Prado", "To the Circle: Consuelo Prado, ")):
        truth.circle.faces[mole] = Face(name=known_as)
        fate = next(each for each in verdict_sheet(utka, truth, _).center_people if each.id == mole)
        assert fate.note.startswith(said) and own not in fate.note


def test_the_verdict_says_which_figure_settled_it(played: Played, utka: Scenario) -> None:
    """How much he was heard and what it would have taken, or what Moscow thought of its own; of a death attribution tells."""
    truth, numbers = played.match.truth(), utka.catalogue.numbers
    verdict = truth.public.verdict
    assert verdict is not None

    def reason(id_: VerdictName, forgotten_most: int = numbers.scores.forgotten_most) -> str:
        scores = replace(numbers.scores, forgotten_most=forgotten_most, forgotten=40, alive=-20, alive_per_influence=0)
        told = replace(utka, catalogue=replace(utka.catalogue, numbers=replace(numbers, scores=scores)))
        public = replace(truth.public, influence=17, verdict=replace(verdict, id=id_.value))
        center = replace(truth.center, paranoia=10)
        return verdict_sheet(told, replace(truth, public=public, center=center), _).reason

    sides = utka.catalogue.sides
    assert reason(VerdictName.ALIVE, 12) == (
        f"**Influence 17** at the end. 12 or less decides for the {sides.center}, more for the {sides.circle}."
    )
    assert reason(VerdictName.FORGOTTEN, 0) == "**Influence 17** at the end."
    assert reason(VerdictName.HUNTERS_HUNTED) == "**Paranoia 10** at the end. At 10 the hunters are hunted."
    assert reason(VerdictName.KILLED_ALL_KNOW) == reason(VerdictName.DEPORTED) == ""


def test_the_stamp_names_the_winner_as_the_scenario_does(played: Played, utka: Scenario) -> None:
    truth = played.match.truth()
    verdict = truth.public.verdict
    assert verdict is not None
    called = replace(utka, catalogue=replace(utka.catalogue, sides=SideNames(center="Service", circle="Friends")))
    for score, stamp in ((40, "Won by the Service"), (-40, "Won by the Friends"), (0, "File closed")):
        public = replace(truth.public, verdict=replace(verdict, score=score))
        assert verdict_sheet(called, replace(truth, public=public), _).stamp == stamp


def test_the_verdict_waits_for_the_end(utka: Scenario) -> None:
    state = Match.new(utka, 1)._state
    with pytest.raises(ValueError, match="not over"):
        verdict_sheet(utka, state, _)


def test_the_verdict_by_keys_and_by_mouse(story: Story) -> None:
    app = story.window(story.verdict())
    click(app, "save")
    assert story.done == 1
    app.feed(Pressed(pygame.KEYDOWN, key=pygame.K_s, unicode="", mod=pygame.KMOD_LCTRL), 0)
    assert story.done == 2
    before = {view.id: view.offset for view in app.stack.top.views}
    key(app, pygame.K_PAGEDOWN)
    assert any(view.offset > before[view.id] for view in app.stack.top.views)
    key(app, pygame.K_ESCAPE)
    assert not app.running


@pytest.mark.parametrize("mark", ["", "done"])
@pytest.mark.parametrize(("size", "text"), [((1600, 900), 100), ((1024, 640), 150)])
def test_all_who_are_named_in_a_telegram_can_be_looked_up(story: Story, mark: str, size: tuple[int, int], text: int) -> None:
    month = story.month()._month
    named = tuple((f"person{number}", f"Somebody Known {number}") for number in range(9))
    telegram = replace(month.telegrams[0], named=named, mark=mark, rows=(), clipping=None)  # type: ignore[arg-type]
    screen = MonthScreen(replace(month, telegrams=(telegram,)), Quit, None, lambda _id: Stay)
    screen.read(0)
    app = story.window(screen, size, Settings(text_size=text))
    areas = {area.id: area.rect for area in app.stack.top.areas}
    ways = [areas[f"look_up.{id_}"] for id_, _name in named]
    assert not any(one.colliderect(other) for one, other in combinations(ways, 2))
    form = story.window(
        MonthScreen(replace(month, telegrams=(replace(telegram, named=()),)), Quit), size, Settings(text_size=text)
    )
    assert max(way.right for way in ways) <= next(area.rect.right for area in form.stack.top.areas if area.id == "telegram")
