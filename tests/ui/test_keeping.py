"""Nothing is lost and nothing is given away at the desk: drafts, PINs, recaps, letters, saves of other rules, the sounds."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from math import dist
from pathlib import Path

import pygame
import pytest
from pygame.event import Event

from game.match import Match, list_saves, load_save, save_match
from game.match.letters import LETTER_SUFFIX
from game.match.pins import lock_with, opens
from game.match.records import write_record
from game.rules.definitions import Scenario
from game.rules.legality import actors, legal_orders
from game.rules.nouns import OLD_MAN, Side
from game.rules.orders import Order
from game.rules.setup import Allegiances
from game.rules.view import View
from game.ui.desk.screen import DeskScreen
from game.ui.flow import Flow
from game.ui.moments import PUBLIC
from game.ui.office import Office
from game.ui.presenters.ledger import figures
from game.ui.presenters.new_game import BY_MAIL, NewGame, Seating
from game.ui.screen import Push, Reset, Screen
from game.ui.screens.dialog import Dialog
from game.ui.screens.fallout import FalloutScreen
from game.ui.screens.handover import HOLD_MS, HandoverScreen
from game.ui.screens.letters import LettersScreen
from game.ui.screens.month import MonthScreen
from game.ui.screens.pin import PinSheet
from game.ui.screens.recap import RecapScreen
from game.ui.screens.record import RecordScreen
from game.ui.screens.saves import SavesScreen
from game.ui.screens.title import TitleScreen
from game.ui.screens.verdict import VerdictScreen
from game.ui.session import Session
from tests.ui.driving import Driver


class Place:
    """Somebody's machine: a folder, and the window that is open there. What is slow to read is read once for all."""

    def __init__(self, folder: Path, read: Office) -> None:
        self.folder = folder
        self.office = Office(saves=folder / "saves", progress=folder / "progress.json")
        vars(self.office).update({name: getattr(read, name) for name in ("gallery", "faces", "library", "map_sheet")})
        self.open()

    def open(self) -> None:
        """Opens the window on the title."""
        self.office.attendant = None
        self.flow = Flow(self.office)
        self.window = Driver(
            self.folder, self.office.assets, self.flow.title(), (1024, 640),
            attendant=lambda: self.office.attendant, reduced_motion=True,
        )  # fmt: skip

    def close(self) -> None:
        """Closes it from outside."""
        self.window.app.feed(Event(pygame.QUIT), 0)
        assert not self.window.app.running

    @property
    def screen(self) -> Screen:
        return self.window.screen

    @property
    def session(self) -> Session:
        assert self.flow._session is not None
        return self.flow._session

    def show(self, outcome: object) -> None:
        """Carries an outcome out, as the window does."""
        assert isinstance(outcome, (Push, Reset))
        self.window.app._carry_out(outcome, self.window.now)
        self.window.draw()

    def drop(self, path: Path) -> None:
        """Drops a file onto the window."""
        self.window.app.feed(Event(pygame.DROPFILE, file=str(path)), self.window.now)
        self.window.draw()

    def lift(self) -> None:
        """Holds the lock of the covered desk."""
        at = self.window.area("lock").rect.center
        self.window.app.feed(Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1), self.window.now)
        self.window.now += HOLD_MS + 50
        self.window.app.pass_time(self.window.now)
        self.window.app.feed(Event(pygame.MOUSEBUTTONUP, pos=at, button=1), self.window.now)
        self.window.draw()

    def type(self, letters: str) -> None:
        for letter in letters:
            self.window.app.feed(Event(pygame.TEXTINPUT, text=letter), self.window.now)
            self.window.draw()

    def seal(self) -> None:
        """Seals what the desk on top has, which is nothing."""
        assert isinstance(self.screen, DeskScreen)
        self.show(self.flow._seal(self.session, Side(self.screen.side)))

    def hear(self) -> None:
        """Reads the month to its end."""
        assert isinstance(self.screen, MonthScreen)
        self.show(self.screen._done())

    def words(self) -> str:
        return " ".join(" ".join(self.window.words()).split())

    def letter(self) -> Path:
        """The letter that the page says is to be sent."""
        assert isinstance(self.screen, LettersScreen)
        out = self.screen._model.out
        assert out is not None and out.is_file()
        return out


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory, cache_folder: Path) -> Iterator[Office]:
    pygame.display.init()
    yield Office(saves=tmp_path_factory.mktemp("none"), cache=cache_folder)
    pygame.display.quit()


@pytest.fixture
def place(tmp_path: Path, read: Office) -> Place:
    return Place(tmp_path / "one", read)


@pytest.fixture
def bare_desks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Desks and months that are not drawn: where only the way between screens matters."""
    for screen in (DeskScreen, MonthScreen):
        monkeypatch.setattr(screen, "compose", lambda self, canvas: None)


def game_of(place: Place, scenario: Scenario, turns: int = 0, seats: dict[Side, str] | None = None) -> Session:
    """A game after so many turns in which everybody held."""
    match = Match.new(scenario, 7, seats=seats or {})
    for _ in range(turns):
        for side in Side:
            if match.is_person(side):
                match.submit(side, ())
        match.resolve()
    return Session(place.office, match)


# Saves


@pytest.mark.usefixtures("bare_desks")
def test_closing_the_window_keeps_what_was_being_written(place: Place, utka: Scenario) -> None:
    place.show(place.flow.play(game_of(place, utka, seats={Side.CIRCLE: "random"})))
    view = place.session.view(Side.CENTER)
    assert place.session.draft(Side.CENTER).give(next(iter(legal_orders(view, actors(view)[0])))) is None
    orders = place.session.draft(Side.CENTER).orders
    place.close()
    place.open()
    place.window.click("resume")
    assert isinstance(place.screen, DeskScreen) and place.session.draft(Side.CENTER).orders == orders


def test_whoever_comes_back_finds_the_map_as_he_left_it(place: Place, utka: Scenario) -> None:
    place.show(place.flow.play(game_of(place, utka, seats={Side.CIRCLE: "random"})))
    board = place.flow._tables[Side.CENTER]._board
    board.steering.turn_to(board.view.cities.charts[0])
    place.window.draw()
    board.zoom(1)
    looks = board.steering.looks
    place.close()
    (entry,) = list_saves(place.office.saves)
    papers = load_save(entry.path).papers
    assert [look.sheet for look in papers.center.looks] == ["", board.view.cities.charts[0].id] and not papers.circle.looks
    place.open()
    place.window.click("resume")
    assert isinstance(place.screen, DeskScreen)
    again = place.flow._tables[Side.CENTER].looks
    assert [(look.sheet, look.step) for look in again] == [(look.sheet, look.step) for look in looks]
    assert all(new.at == pytest.approx(old.at, abs=0.01) for new, old in zip(again, looks, strict=True))


def test_people_stand_on_the_map_where_they_stood_when_the_game_was_saved(place: Place, utka: Scenario) -> None:
    """Also where a map that is laid anew would seat them otherwise."""
    place.show(place.flow.play(game_of(place, utka, seats={Side.CIRCLE: "random"})))
    place.window.settle()
    table = place.flow._tables[Side.CENTER]
    row = max((row for row in table.rows if not row.alone), key=lambda row: len(row.seats))
    moved = replace(row, first=(row.first[0], row.first[1] + 3))
    rows = tuple(moved if each == row else each for each in table.rows)
    place.session.keep_map(Side.CENTER, lambda: (table.looks, rows))
    place.close()
    place.open()
    place.window.click("resume")
    place.window.settle()
    again = place.flow._tables[Side.CENTER].rows
    assert moved in again and row not in again


def test_people_lie_on_the_rings_where_they_lay_when_the_game_was_saved(place: Place, utka: Scenario) -> None:
    """Also where a board that is laid anew would seat them otherwise."""
    place.show(place.flow.play(game_of(place, utka, seats={Side.CIRCLE: "random"})))
    place.window.key("r", "r")
    place.window.settle()
    board = place.flow._boards[Side.CENTER].board
    assert board is not None
    alone = max(board.portraits, key=lambda one: min(dist(one.at, each.at) for each in board.portraits if each is not one))
    moved = replace(alone, at=(alone.at[0] + 1.5, alone.at[1]))
    portraits = tuple(moved if each is alone else each for each in board.portraits)
    place.session.keep_board(Side.CENTER, lambda: replace(board, portraits=portraits))
    place.close()
    place.open()
    place.window.click("resume")
    place.window.key("r", "r")
    place.window.settle()
    again = place.flow._boards[Side.CENTER].board
    assert again is not None and set(again.portraits) == set(portraits)


@pytest.mark.usefixtures("bare_desks")
def test_influence_that_silence_has_cost_is_told_by_a_telegram(place: Place, utka: Scenario) -> None:
    session = game_of(place, utka, seats={Side.CENTER: "random"})
    before = session.view(Side.CIRCLE).influence
    hide = next(order for order in legal_orders(session.view(Side.CIRCLE), OLD_MAN) if order.operation == "hide")
    assert session.draft(Side.CIRCLE).give(hide) is None
    session.seal(Side.CIRCLE)
    session.resolve()
    telegrams = place.flow.last_month(session, Side.CIRCLE)._month.telegrams
    said = [each.text for each in telegrams if each.title == "Unheard"]
    assert session.view(Side.CIRCLE).influence < before
    assert said == ["He was silent, and influence is down by 1"]


@pytest.mark.usefixtures("bare_desks")
def test_sealed_orders_are_on_disk_before_the_turn_is_played_out(
    place: Place, utka: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = game_of(place, utka, seats={Side.CIRCLE: "random"})
    place.show(place.flow.play(session))
    monkeypatch.setattr(Session, "resolve", lambda self, thought: pytest.fail("killed here"))
    with pytest.raises(pytest.fail.Exception):
        place.flow._seal(session, Side.CENTER)
    (entry,) = list_saves(place.office.saves)
    assert load_save(entry.path).snapshot.center == ()


@pytest.mark.usefixtures("bare_desks")
def test_a_disk_that_refuses_is_told_and_the_orders_can_be_sealed_again(place: Place, utka: Scenario) -> None:
    place.office.saves.parent.mkdir(parents=True, exist_ok=True)
    place.office.saves.write_text("a file where the folder should be")
    place.show(place.flow.play(game_of(place, utka, seats={Side.CIRCLE: "random"})))
    place.seal()
    assert isinstance(place.screen, Dialog) and "could not be saved" in place.words()
    place.window.key("escape")
    place.office.saves.unlink()
    place.seal()
    assert isinstance(place.screen, MonthScreen) and len(list_saves(place.office.saves)) == 1


@pytest.mark.usefixtures("bare_desks")
def test_a_turn_that_could_not_be_saved_is_told_once(place: Place, utka: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    place.show(place.flow.play(game_of(place, utka, seats={Side.CIRCLE: "random"})))
    done = Match.resolve

    def resolve(match: Match) -> None:
        done(match)
        monkeypatch.setattr("game.match.envelope.os.fsync", fail)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Match, "resolve", resolve)
        place.seal()
    assert isinstance(place.screen, Dialog) and place.session.match.turn == 2
    said = place.words()
    assert "The game could not be saved Nothing can be written into" in said and "No space left on device. You can" in said
    place.window.key("escape")
    assert isinstance(place.screen, MonthScreen), "the turn before is not there any more"
    place.hear()
    place.seal()
    assert isinstance(place.screen, MonthScreen) and place.session.match.turn == 3, "he knows it"
    place.hear()
    monkeypatch.undo()
    place.seal()
    assert [entry.header.turn for entry in list_saves(place.office.saves) if entry.header] == [4]


@pytest.mark.usefixtures("bare_desks")
def test_a_window_is_not_closed_over_what_cannot_be_saved_without_asking(
    place: Place, utka: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.show(place.flow.play(game_of(place, utka, seats={Side.CIRCLE: "random"})))
    place.office.saves.write_text("a file where the folder should be")
    quit_ = Event(pygame.QUIT)
    place.window.app.feed(quit_, 0)
    assert isinstance(place.screen, Dialog)
    place.window.draw()
    assert "What was played since it was last saved will be lost" in place.words()
    place.window.key("return")
    assert isinstance(place.screen, DeskScreen), "what is safe lies nearest"
    place.window.app.feed(quit_, 0)
    assert not place.window.app.running


def other_window(place: Place, read: Office) -> Place:
    """Another window on the same saves."""
    return Place(place.folder, read)


def two_windows(place: Place, read: Office, utka: Scenario) -> Place:
    """One game that this window and the other, which is given back, have both gone on with."""
    game_of(place, utka, 1, seats={Side.CIRCLE: "random"}).autosave()
    place.open()
    other = other_window(place, read)
    for window in (place, other):
        window.window.click("resume")
        window.hear()
    return other


@pytest.mark.usefixtures("bare_desks")
def test_two_windows_on_one_game_do_not_save_over_each_other(place: Place, read: Office, utka: Scenario) -> None:
    other = two_windows(place, read, utka)
    place.seal()
    place.hear()
    assert place.session.match.turn == 3
    other.seal()
    assert isinstance(other.screen, Dialog) and "played on in another window" in other.words()
    other.window.key("escape")
    assert isinstance(other.screen, MonthScreen)
    other.hear()
    place.seal()
    other.seal()
    assert isinstance(place.screen, MonthScreen) and isinstance(other.screen, MonthScreen), "each goes on with its own"
    assert place.session.papers.game != other.session.papers.game
    assert [entry.header.turn for entry in list_saves(place.office.saves) if entry.header] == [4, 4]


@pytest.mark.usefixtures("bare_desks")
def test_a_game_by_mail_in_two_windows_is_kept_twice_under_one_game(place: Place, read: Office, utka: Scenario) -> None:
    """Both machines must call it the same, so the second window only takes another file, now and when it is opened again."""
    place.show(place.flow.start(utka, NewGame(scenario="utka-1939", seating=Seating.CENTER, opponent=BY_MAIL)))
    place.close()
    place.open()
    other = other_window(place, read)
    for window in (place, other):
        window.window.click("resume")
    for window in (place, other):
        window.seal()
    assert isinstance(other.screen, Dialog) and "one of the two alone" in other.words()
    entries = [entry for entry in list_saves(place.office.saves) if entry.header]
    assert len(entries) == 2 and len({entry.header.game for entry in entries if entry.header}) == 1
    files = {entry.path: entry.path.read_bytes() for entry in entries}
    own = next(path for path in files if path.name.startswith(other.session._name))
    other.open()
    other.show(other.flow.open_save(own))
    if isinstance(other.screen, Dialog):
        other.window.click("choice1")
    other.session.autosave()
    assert all(path == own or path.read_bytes() == before for path, before in files.items())


@pytest.mark.usefixtures("bare_desks")
def test_a_window_in_which_nothing_was_done_keeps_nothing_of_an_older_turn(place: Place, read: Office, utka: Scenario) -> None:
    """Else the older turn would be the newest save, and the title would go on with it."""
    other = two_windows(place, read, utka)
    place.seal()
    other.close()
    assert [entry.header.turn for entry in list_saves(place.office.saves) if entry.header] == [3]


def idle(view: View) -> tuple[Order, ...]:
    return ()


def test_a_save_whose_opponent_is_gone_is_told_of_by_continue(
    place: Place, utka: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    game_of(place, utka, 1, seats={Side.CIRCLE: "tests.ui.test_keeping:idle"}).autosave()
    monkeypatch.delattr("tests.ui.test_keeping.idle")
    place.open()
    place.window.click("resume")
    assert isinstance(place.screen, Dialog)
    assert "Who plays in this save cannot be seated: the player 'tests.ui.test_keeping:idle'" in place.words()
    place.window.key("escape")
    (entry,) = list_saves(place.office.saves)
    monkeypatch.setattr(place.office.library, "scenario", lambda _name: replace(utka, fingerprint="other"))
    place.show(place.flow.open_save(entry.path))
    place.window.click("choice0")
    assert "cannot be seated" in place.words(), "also where the rules have changed"


def test_each_game_has_a_save_of_its_own(place: Place, utka: Scenario) -> None:
    for _ in range(2):
        place.show(place.flow.play(game_of(place, utka)))
        place.close()
        place.open()
    assert len(list_saves(place.office.saves)) == 2


def test_what_moved_in_the_last_turn_is_told_also_of_a_game_that_was_opened(place: Place, utka: Scenario) -> None:
    def seen(session: Session) -> list[object]:
        views = [session.view_before(side) for side in Side]
        return [view and (view.turn, figures(view), view.bodies) for view in views]

    session = game_of(place, utka, 1)
    for turn in (2, 3):
        before: list[object] = [(view.turn, figures(view), view.bodies) for view in map(session.view, Side)]
        for side in session.people:
            session.match.submit(side, ())
        session.resolve()
        (entry,) = list_saves(place.office.saves)
        loaded = load_save(entry.path)
        opened = Session(place.office, Match.resume(utka, loaded.record, loaded.snapshot), loaded.papers)
        assert opened.resolved == turn and seen(opened) == before == seen(session)
    assert seen(game_of(place, utka)) == [None, None]
    other_rules = replace(utka, setup=replace(utka.setup, events={}))
    foreign = Session(place.office, Match.resume(other_rules, loaded.record, loaded.snapshot))
    assert seen(foreign) == [None, None], "the record cannot be played again by other rules"


@pytest.mark.usefixtures("bare_desks")
def test_who_goes_back_to_an_earlier_save_loses_nothing_of_the_later_one(place: Place, utka: Scenario) -> None:
    session = game_of(place, utka, 1)
    session.save("by hand")
    for side in session.people:
        session.match.submit(side, ())
    session.resolve()
    by_hand, further = sorted(list_saves(place.office.saves), key=lambda entry: entry.header.turn if entry.header else 0)
    for path, turns in ((further.path, [2, 3]), (by_hand.path, [2, 2, 3]), (by_hand.path, [2, 2, 2, 3])):
        place.open()
        place.show(place.flow.open_save(path))
        place.close()
        assert sorted(entry.header.turn for entry in list_saves(place.office.saves) if entry.header) == turns
    assert load_save(further.path).header.turn == 3


def test_a_save_of_other_rules_asks_how_to_go_on(place: Place, utka: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    game_of(place, utka, 1).save("old")
    (entry,) = list_saves(place.office.saves)
    places = {id_: each for id_, each in utka.catalogue.places.items() if id_ != "coyoacan"}
    other = replace(utka, fingerprint="other")
    smaller = replace(other, catalogue=replace(utka.catalogue, places=places))
    offered = {}
    for name, today in (("other", other), ("smaller", smaller)):
        monkeypatch.setattr(place.office.library, "scenario", lambda _name, today=today: today)
        place.show(place.flow.open_save(entry.path))
        assert isinstance(place.screen, Dialog)
        offered[name] = [choice.words for choice in place.screen._choices]
        if name == "smaller":
            assert "do not know place coyoacan" in place.words()
    new = "Go on with the new rules"
    assert offered["other"] == ["Go on with the rules as saved", new, "Look at the record", "Go back"]
    assert offered["smaller"] == [each for each in offered["other"] if each != new]
    place.window.click("choice1")
    assert isinstance(place.screen, RecordScreen)
    place.window.key("escape")
    place.show(place.flow.open_save(entry.path))
    place.window.click("choice0")
    assert isinstance(place.screen, HandoverScreen) and place.session.match.scenario == utka


def test_a_record_is_opened_from_the_list_and_by_dropping_it(place: Place, utka: Scenario, tmp_path: Path) -> None:
    session = game_of(place, utka, 2, {Side.CIRCLE: "random"})
    session.save("mine")
    place.window.click("load")
    assert isinstance(place.screen, SavesScreen)
    place.window.click("record")
    assert isinstance(place.screen, RecordScreen) and "Turn 1, from 1 August 1939" in place.words()
    place.window.click("after")
    assert "Turn 2" in place.words()
    assert set(place.screen._story.sides) == {Side.CENTER}
    write_record(tmp_path / "game.json", replace(session.match.record(), fingerprint="other"))
    place.drop(tmp_path / "game.json")
    assert isinstance(place.screen, RecordScreen) and "files have changed" in place.words()
    shutil.copy(tmp_path / "game.json", place.office.saves)
    place.window.key("escape")
    place.show(Push(place.flow.load_game()))
    place.window.click("save.1")
    assert "A record, to look at turn by turn" in place.words()
    place.window.click("open")
    assert isinstance(place.screen, RecordScreen)
    place.drop(tmp_path / "nothing.json")
    assert isinstance(place.screen, Dialog) and "cannot be read" in place.words()


# The log


@pytest.mark.usefixtures("bare_desks")
@pytest.mark.parametrize("skipped", [True, False])
def test_what_was_read_as_telegrams_is_not_new_in_the_log(place: Place, utka: Scenario, skipped: bool) -> None:
    place.show(place.flow.play(game_of(place, utka, 3, {Side.CENTER: "random"})))
    month = place.screen
    assert isinstance(month, MonthScreen) and len(month._month.telegrams) > 2
    if not skipped:
        month.read(len(month._month.telegrams) - 1)
    place.window.key("escape")
    if skipped:
        place.window.key("return")
    assert isinstance(place.screen, DeskScreen)
    assert (place.session.unread(Side.CIRCLE) > 0) is skipped


# Two at one desk


@pytest.mark.usefixtures("bare_desks")
def test_the_cover_leads_to_the_month_and_then_to_the_desk(place: Place, utka: Scenario) -> None:
    """Two covers a turn are enough: each side sees its month when it comes to write."""
    place.show(place.flow.play(game_of(place, utka)))
    seen: list[str] = []
    for _ in range(12):
        seen.append(type(place.screen).__name__)
        if isinstance(place.screen, HandoverScreen):
            place.lift()
        elif isinstance(place.screen, MonthScreen):
            place.hear()
        else:
            place.seal()
    first = ["HandoverScreen", "DeskScreen"] * 2
    assert seen == [*first, *["HandoverScreen", "MonthScreen", "DeskScreen"] * 2, "HandoverScreen", "MonthScreen"]


@pytest.mark.usefixtures("bare_desks")
def test_whoever_comes_back_to_a_shared_desk_reads_what_he_heard_last(place: Place, utka: Scenario) -> None:
    session = game_of(place, utka, 2)
    for side in Side:
        session.hear(side)
    session.autosave()
    place.open()
    place.window.click("resume")
    place.lift()
    assert isinstance(place.screen, RecapScreen) and "What you heard: September 1939" in place.words()
    place.window.click("again")
    place.hear()
    assert isinstance(place.screen, DeskScreen)


@pytest.mark.usefixtures("bare_desks")
def test_a_pin_is_set_asked_for_and_got_round_only_with_a_notice(place: Place, utka: Scenario) -> None:
    place.show(place.flow.play(game_of(place, utka)))
    place.lift()
    place.show(Push(place.flow.menu(place.session, Side.CENTER)))
    place.window.click("pin")
    place.type("1x9a40")
    place.window.key("return")
    assert isinstance(place.screen, Dialog) and place.session.lock(Side.CENTER) is not None
    place.window.click("choice0")
    place.close()
    place.open()
    place.window.click("resume")
    place.lift()
    assert isinstance(place.screen, PinSheet)
    place.type("1941")
    assert not any(digit in text.text for text in place.window.canvas.texts for digit in ("1941", "194"))
    place.window.key("return")
    assert isinstance(place.screen, PinSheet) and "not the PIN" in place.words()
    place.window.click("other")
    place.window.click("choice0")
    assert isinstance(place.screen, DeskScreen)
    place.close()
    place.open()
    place.window.click("resume")
    assert "opened without its PIN: August 1939" in place.words()
    place.lift()
    place.type("1940")
    place.window.key("return")
    assert isinstance(place.screen, DeskScreen)
    place.show(place.flow.go_on(place.session))
    assert "without its PIN" not in place.words()


def test_a_lock_opens_to_its_pin_alone() -> None:
    lock = lock_with("1940")
    assert opens(lock, "1940") and lock != lock_with("1940"), "salted"
    assert not any(opens(lock, wrong) for wrong in ("1941", "", "19400", "１９４０"))
    for bad in ("", "194", "19400", "abcd", "１９４０"):
        with pytest.raises(ValueError, match="4 digits"):
            lock_with(bad)


def test_nothing_is_heard_at_a_shared_desk_that_the_other_may_not_know(
    place: Place, utka: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def note(moments: Sequence[str], _now: int) -> None:
        heard.extend(moments)

    monkeypatch.setattr(place.window.app._sounds, "hear", note)
    place.show(place.flow.play(game_of(place, utka)))
    place.lift()
    for name in "n11g":
        place.window.key(name, name)
    assert place.session.draft(Side.CENTER).orders
    for _ in range(2):
        place.seal()
        place.lift()
    assert isinstance(place.screen, MonthScreen)
    while isinstance(place.screen, MonthScreen):
        place.window.key("space")
    assert len(heard) > 10 and set(heard) <= PUBLIC


@pytest.mark.usefixtures("bare_desks")
@pytest.mark.parametrize(("seats", "pictures"), [({}, 0), ({Side.CIRCLE: "random"}, 1)], ids=["two", "one"])
def test_no_picture_is_kept_of_a_desk_that_two_share(place: Place, utka: Scenario, seats: dict[Side, str], pictures: int) -> None:
    place.show(place.flow.play(game_of(place, utka, seats=seats)))
    if not seats:
        place.lift()
    assert isinstance(place.screen, DeskScreen)
    place.window.key("escape")
    place.session.save("mine")
    place.close()
    saves = list_saves(place.office.saves)
    assert saves and len(list(place.office.saves.glob("*.png"))) == pictures * len(saves)


def test_covers_recaps_and_letters_say_nothing_that_the_other_side_alone_knows(place: Place, utka: Scenario) -> None:
    match = Match.new(utka, 3, seats=dict.fromkeys(Side, "planner"))
    looked = 0
    while not match.is_over():
        match.resolve()
        record = replace(match.record(), seats=replace(match.record().seats, center="person", circle="person"))
        session = Session(place.office, Match.resume(utka, record, match.snapshot()))
        faces = {side: frozenset(face.name for face in match.view(side).faces.values()) for side in Side}
        for side in Side:
            recap, cover = place.flow.sharing.recap(session, side), place.flow.handover(session, side)
            foreign = {side: faces[side.other] - faces[side], side.other: frozenset().union(*faces.values())}
            for screen, names in ((recap, foreign[side]), (cover, foreign[side.other])):
                if screen is not None:
                    place.show(Reset(screen))
                    own = " ".join(face.about for face in match.view(side).faces.values())
                    read = f" {place.words()} ".replace(".", " ").replace(",", " ")
                    assert not [name for name in names if f" {name} " in read and name not in own]
                    assert pygame.display.get_caption()[0] == "UTKA"
                    looked += 1
    assert looked > 20


# By mail


def carried(letter: Path, to: Place) -> Path:
    """The letter, carried to another machine."""
    folder = to.office.letters
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(letter, folder / letter.name))


@pytest.mark.usefixtures("bare_desks")
def test_a_game_is_played_by_mail_from_two_windows(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = place.office.library.scenario("alma-ata-1927")
    short = replace(whole, catalogue=replace(whole.catalogue, turns=2))
    monkeypatch.setattr(place.office.library, "scenario", lambda _name: short)
    host, guest = place, Place(tmp_path / "two", place.office)
    host.show(host.flow.start(short, NewGame(scenario="alma-ata-1927", seating=Seating.CENTER, opponent=BY_MAIL)))
    assert isinstance(host.screen, LettersScreen) and "Send this invitation" in host.words()
    guest.drop(carried(host.letter(), guest))
    assert isinstance(guest.screen, Dialog) and "You play the Circle" in guest.words()
    guest.window.click("choice0")
    assert isinstance(guest.screen, DeskScreen) and guest.screen.side == "circle"
    host.window.click("leave")
    for turn in (1, 2):
        host.seal()
        assert isinstance(host.screen, LettersScreen) and "Send this letter" in host.words()
        guest.drop(carried(host.letter(), guest))
        if isinstance(guest.screen, MonthScreen):
            guest.hear()
        assert guest.session.match.turn == turn
        if isinstance(guest.screen, LettersScreen):
            guest.window.click("leave")
        guest.seal()
        letter = guest.letter()
        guest.close()
        carried(letter, host)
        host.window.key("f5")
        host.window.key("tab")
        while host.window.app.stack.top.attention.focus != "letter.0":
            host.window.key("tab")
        host.window.key("return")
        host.hear()
        guest.open()
        if host.session.match.is_over():
            break
        guest.window.click("resume")
        assert isinstance(guest.screen, LettersScreen)
    assert isinstance(host.screen, LettersScreen) and "The game is over" in host.words()
    assert len(host.office.register.files()) == 1, "though the window be closed here"
    guest.drop(carried(host.letter(), guest))
    guest.hear()
    for each in (host, guest):
        each.window.click("leave")
        while isinstance(each.screen, FalloutScreen):
            each.window.click("onward")
        assert isinstance(each.screen, VerdictScreen)
        (closed,) = each.office.register.files()
        assert closed.opponent == BY_MAIL and closed.scenario == "alma-ata-1927"
    assert host.session.match.record().turns == guest.session.match.record().turns


@pytest.mark.usefixtures("bare_desks")
def test_a_letter_dropped_onto_another_game_goes_on_with_its_own(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario = place.office.library.scenario("alma-ata-1927")
    host, guest = Place(tmp_path / "two", place.office), place
    host.show(host.flow.post.start(scenario, Side.CENTER, Allegiances.UNCERTAIN))
    guest.drop(carried(host.letter(), guest))
    guest.window.click("choice0")
    name = guest.session.papers.game
    guest.show(guest.flow.post.start(scenario, Side.CENTER, Allegiances.UNCERTAIN))
    host.window.click("leave")
    host.seal()
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: str(host.letter()))
    while guest.window.app.stack.top.attention.focus != "path":
        guest.window.key("tab")
    guest.window.key("v", mod=pygame.KMOD_CTRL)
    guest.window.key("return")
    assert isinstance(guest.screen, Dialog) and "belongs to another game" in guest.words()
    guest.drop(host.letter())
    assert guest.session.papers.game == name and guest.session.papers.mail is not None
    assert guest.session.papers.mail.theirs, "the letter has been read"
    assert {entry.header.game for entry in list_saves(guest.office.saves) if entry.header} > {name}


@pytest.mark.usefixtures("bare_desks")
def test_letters_that_cannot_be_read_are_marked_and_told(place: Place, tmp_path: Path) -> None:
    scenario = place.office.library.scenario("alma-ata-1927")
    place.show(place.flow.post.start(scenario, Side.CIRCLE, Allegiances.UNCERTAIN))
    mine = place.letter()
    carried(mine, place)
    (place.office.letters / f"worn{LETTER_SUFFIX}").write_bytes(b"{")
    place.window.click("again")
    assert "It is a letter of your own" in place.words() and "damaged or cut short" in place.words()
    assert not place.window.area("read").enabled
    renamed, other = Path(shutil.copy(mine, tmp_path / f"mine{LETTER_SUFFIX}.txt")), tmp_path / "other.txt"
    other.write_text("hello")
    for path, told in (
        (mine, "a letter of your own"),
        (renamed, "a letter of your own"),
        (tmp_path / f"no{LETTER_SUFFIX}", "cannot be read"),
        (other, "other.txt is none of its files"),
    ):
        place.drop(path)
        assert isinstance(place.screen, Dialog) and told in place.words()
        place.window.click("choice0")
    place.window.click("leave")
    place.show(Push(place.flow.menu(place.session, Side.CIRCLE)))
    place.window.click("leave")
    assert isinstance(place.screen, TitleScreen)
    place.drop(mine)
    assert "a letter of your own" in place.words()


@pytest.mark.usefixtures("bare_desks")
def test_what_was_sealed_and_sent_is_not_written_over_by_an_older_save(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it no letter that answers could ever be read."""
    clock = iter(datetime(2030, 5, 17, tzinfo=UTC) + timedelta(minutes=minute) for minute in count())
    monkeypatch.setattr("game.ui.session.save_match", lambda *args, **kwargs: save_match(*args, saved=next(clock), **kwargs))
    scenario = place.office.library.scenario("alma-ata-1927")
    place.show(place.flow.post.start(scenario, Side.CENTER, Allegiances.UNCERTAIN))
    place.session.save("before")
    place.window.click("leave")
    place.seal()
    sent = place.session.papers.mail
    older = next(entry.path for entry in list_saves(place.office.saves) if entry.header and entry.header.name == "before")
    place.show(place.flow.open_save(older))
    assert "There is a newer save" in place.words()
    place.window.click("choice0")
    assert isinstance(place.screen, LettersScreen) and place.session.papers.mail == sent
    place.show(place.flow.open_save(older))
    place.window.click("choice1")
    assert isinstance(place.screen, DeskScreen)
    place.seal()
    assert place.session.papers.mail != sent
    aside = [entry.path for entry in list_saves(place.office.saves) if entry.header and "set aside" in entry.header.name]
    assert [load_save(path).papers.mail for path in aside] == [sent]


def test_of_a_game_that_is_gone_on_with_only_the_last_news_are_new(place: Place, utka: Scenario) -> None:
    session = game_of(place, utka, 2)
    again = Session(session.office, session.match)
    for side in Side:
        assert again.unread(side) == len(again.telegrams(side)) < len(again.history(side))
