"""The rings, the log, the saves, the covered desk and the menu: what they say, what they must not say, and their use."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path

import pygame
import pytest
from pygame.event import Event as Pressed

from game.cli.problems import CannotRunError
from game.cli.shots import parse_size
from game.match import Match
from game.match.draft import Draft
from game.match.save_file import SaveHeader
from game.match.saves import SaveEntry
from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.nouns import HOUSE, OLD_MAN, Audience, Keep, Side, Status
from game.rules.state import Clue, Finding, Suspect
from game.rules.view import CenterView, CircleView, View
from game.ui import glance
from game.ui.app import App
from game.ui.desk.faces import Faces
from game.ui.portraits.gallery import PortraitGallery
from game.ui.presenters.dossiers import dossier
from game.ui.presenters.grounds import grounds_of, with_reasons
from game.ui.presenters.log import LOG_KINDS, LogRow, filtered, kind_of, log_rows
from game.ui.presenters.people import status_line
from game.ui.presenters.ring_lines import Arena, Cell, draw_up
from game.ui.presenters.ring_places import settle, strays
from game.ui.presenters.rings import rings_model, short_names
from game.ui.presenters.unsent import unsent_by
from game.ui.screen import Outcome, Pop, Quit, Screen, Stay
from game.ui.screens.handover import HOLD_MS, Handover, HandoverScreen
from game.ui.screens.log import LogScreen
from game.ui.screens.menu import MenuActions, MenuScreen
from game.ui.screens.rings import RingsScreen
from game.ui.screens.saves import SavesScreen, line_of, openable, title_of
from game.ui.screens.settings import SettingsScreen
from game.ui.settings import Settings
from game.ui.theme import SideName
from game.ui.tooltips import _lay
from game.ui.words import Words
from tests.ui.driving import Driver
from tests.ui.fit import TIGHT, faults
from tests.ui.windows import Opener, area, click, key

ASSETS = Path(__file__).parents[2] / "assets"
TURNS = 6
_ = Words()

HEADER = SaveHeader(
    format=1, version="0.1", name="Before the winter", scenario="utka-1939", title="Utka", fingerprint="f",
    saved=datetime(2030, 5, 3, 14, 20, tzinfo=UTC), day=date(1940, 3, 1), turn=8, side="center", over=False,
)  # fmt: skip
SAVES = (
    SaveEntry(path=Path("autosave.utka"), header=HEADER),
    SaveEntry(path=Path("second.utka"), header=replace(HEADER, name="Second try", side="both", over=True, locked=True)),
    SaveEntry(path=Path("newer.utka"), header=None, problem="newer.utka was saved by a newer version of the game (9.0)"),
    SaveEntry(path=Path("worn.utka"), header=None, problem="the file is cut short", rescue=replace(HEADER, turn=7)),
    SaveEntry(path=Path("post.utka"), header=replace(HEADER, name="With Anna", side="circle", mail=True)),
)
COVER = Handover(
    next_side="circle", next_name="Circle", other_name="Center", month="May 1940", note="turn 10 of 17", sealed=True
)  # fmt: skip


class Table:
    """A game under way and its side screens, which note what they answer."""

    def __init__(self, utka: Scenario) -> None:
        self.match = Match.new(utka, 7, seats=dict.fromkeys(Side, "planner"))
        for _turn in range(TURNS):
            self.match.resolve()
        self.faces = Faces(PortraitGallery(ASSETS))
        self.said: list[str] = []
        self.drafts: dict[Side, Draft] = {}

    def note(self, what: str) -> Outcome:
        self.said.append(what)
        return Stay()

    def view(self, side: Side) -> View:
        return self.match.view(side)

    def history(self, side: Side) -> list[Event]:
        turns = range(1, self.match.turn + 1)
        return [event for turn in turns for event in self.match.events_of(turn, Audience(side.value))]

    def rings(self, side: Side, selected: str | None = None) -> RingsScreen:
        view = self.view(side)
        self.drafts[side] = Draft(view)
        return RingsScreen(
            view, self.drafts[side], self.history(side), self.faces, order=self.note, draw_bar=lambda canvas: None,
            selected=selected, leave=lambda: self.note("left"),
        )  # fmt: skip

    def rings_of_the_lost(self) -> RingsScreen:
        """A board from which four are missing, and the list of them open."""
        view = self.view(Side.CIRCLE)
        lost = list(view.bodies)[-4:]
        ends = [Event(kind=EventKind.GONE, audience=Audience.CIRCLE, turn=5, subject=person) for person in lost]
        gone = {person: replace(view.bodies[person], status=Status.GONE) for person in lost}
        screen = RingsScreen(
            replace(view, bodies={**view.bodies, **gone}), Draft(view), ends, self.faces,
            order=self.note, draw_bar=lambda canvas: None, leave=lambda: self.note("left"),
        )  # fmt: skip
        screen.list_losses()
        return screen

    def log(self, side: Side) -> LogScreen:
        rows = log_rows(self.view(side), self.history(side), 5, _)
        return LogScreen(rows, name_of(side), self.note, leave=lambda: self.note("left"))

    def saves(self, name: str | None = None, entries: Sequence[SaveEntry] = SAVES) -> SavesScreen:
        def said(what: str) -> Callable[[SaveEntry], Outcome]:
            return lambda entry: self.note(f"{what} {entry.path.stem}")

        save = None if name is None else lambda wanted: self.note(f"save {wanted}")
        return SavesScreen(
            lambda: entries, open=said("open"), delete=said("delete"), save=save, name=name or "",
            leave=lambda: self.note("left"),
        )  # fmt: skip

    def handover(self, model: Handover = COVER) -> HandoverScreen:
        return HandoverScreen(model, lift=lambda: self.note("lifted"), menu=lambda: self.note("menu"))

    def menu(self) -> MenuScreen:
        def to(name: str) -> Callable[[], Outcome]:
            return lambda: self.note(name)

        actions = MenuActions(save=to("save"), load=to("load"), settings=to("settings"), keys=to("keys"), quit=Quit)
        return MenuScreen(actions, "Utka", "March 1940", "center")


def name_of(side: Side) -> SideName:
    return "center" if side is Side.CENTER else "circle"


@pytest.fixture(scope="module")
def table(utka: Scenario) -> Table:
    return Table(utka)


Make = Callable[[Table], Screen]
SCREENS: dict[str, Make] = {
    "rings center": lambda table: table.rings(Side.CENTER),
    "rings circle": lambda table: table.rings(Side.CIRCLE),
    "rings center, one picked": lambda table: table.rings(Side.CENTER, "jacson"),
    "rings circle, one picked": lambda table: table.rings(Side.CIRCLE, "zborowski"),
    "rings circle, the lost": lambda table: table.rings_of_the_lost(),
    "rings circle, old man": lambda table: table.rings(Side.CIRCLE, OLD_MAN),
    "log center": lambda table: table.log(Side.CENTER),
    "log circle": lambda table: table.log(Side.CIRCLE),
    "load": lambda table: table.saves(),
    "no saves": lambda table: table.saves(entries=()),
    "save": lambda table: table.saves("Utka, March 1940"),
    "handover": lambda table: table.handover(),
    "first handover": lambda table: table.handover(replace(COVER, next_side="center", next_name="Center", sealed=False)),
    "menu": lambda table: table.menu(),
}


@pytest.fixture
def window(tmp_path: Path) -> Opener:
    return Opener(tmp_path)


# What is drawn


@pytest.mark.parametrize(("size", "text"), TIGHT)
@pytest.mark.parametrize("name", SCREENS)
def test_everything_can_be_read(name: str, size: tuple[int, int], text: int, window: Opener, table: Table) -> None:
    canvas = window(SCREENS[name](table), size, Settings(text_size=text)).draw(1000)
    assert not faults(canvas)


@pytest.mark.parametrize("name", SCREENS)
def test_what_can_be_clicked_is_large_enough_and_named(name: str, window: Opener, table: Table) -> None:
    for each in window(SCREENS[name](table), (1024, 640)).stack.top.areas:
        if each.action is not None:
            assert each.name and each.rect.w >= 34 and each.rect.h >= 34, each


@pytest.mark.parametrize("name", SCREENS)
def test_two_drawings_are_the_same_and_an_idle_screen_asks_for_none(name: str, window: Opener, table: Table) -> None:
    app = window(SCREENS[name](table))
    canvases = [app.draw(5000) for _time in range(2)]
    pictures = [pygame.image.tobytes(canvas.surface, "RGB") for canvas in canvases]
    assert pictures[0] == pictures[1]
    assert canvases[1].next_frame is None


@pytest.mark.parametrize("name", SCREENS)
def test_tab_reaches_every_hot_area(name: str, window: Opener, table: Table) -> None:
    app = window(SCREENS[name](table), (1280, 720))
    wanted = [each.id for each in app.stack.top.areas if each.focusable]
    reached = []
    for _area in wanted:
        key(app, pygame.K_TAB)
        reached.append(str(app.stack.top.attention.focus))
        shown = area(app, reached[-1])
        assert shown.rect.clip(shown.clip).h > 0
    assert sorted(reached) == sorted(wanted)


@pytest.mark.parametrize("name", SCREENS)
def test_a_click_on_everything_does_no_harm(name: str, window: Opener, table: Table) -> None:
    app = window(SCREENS[name](table))
    for id_ in [each.id for each in app.stack.top.areas]:
        if app.running and any(each.id == id_ for each in app.stack.top.areas):
            click(app, id_)


@pytest.mark.parametrize("name", SCREENS)
def test_the_window_is_only_called_utka(name: str, table: Table) -> None:
    assert SCREENS[name](table).title(_) == "UTKA"


# The second board


def test_everybody_stands_in_his_ring_and_touches_nobody() -> None:
    cells = [Cell(id=str(n), ring=1 + n % 4, sector=n % 3, half=48, above=40, below=56, core=34) for n in range(28)]
    middle = Cell(id="old man", ring=1, sector=0, half=70, above=70, below=80)
    arena = Arena(width=1100, height=780, old_man=middle, kept_clear=((0, 0, 260, 90),))
    rings = draw_up(cells, arena, (-0.5, 2.5, -2.6))
    places = settle(cells, arena, rings)
    assert places is not None and places == settle(cells, arena, rings)
    boxes = [
        (places[c.id][0] - c.half, places[c.id][1] - c.above, places[c.id][0] + c.half, places[c.id][1] + c.below) for c in cells
    ]
    for one, other in combinations([*boxes, *arena.kept_clear], 2):
        assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])
    for cell in cells:
        x, y = (places[cell.id][part] - arena.centre[part] for part in (0, 1))
        inside = [(x / rx) ** 2 + (y / ry) ** 2 <= 1.01 for rx, ry in rings.axes]
        assert cell.ring == 4 or inside[cell.ring - 1]
        assert cell.ring < 2 or not inside[cell.ring - 2]
    assert strays(cells, places, rings) <= 3


def test_too_many_people_find_no_room() -> None:
    cells = [Cell(id=str(n), ring=2, sector=0, half=60, above=40, below=60, core=30) for n in range(90)]
    arena = Arena(width=900, height=600, old_man=Cell(id="m", ring=1, sector=0, half=60, above=60, below=60))
    assert settle(cells, arena, draw_up(cells, arena, (0.0,))) is None


@pytest.mark.parametrize("side", list(Side))
def test_the_board_shows_whom_the_side_knows(table: Table, side: Side) -> None:
    view = table.view(side)
    model = rings_model(view, table.history(side), _)
    shown = {person.id for person in model.people}
    assert shown <= set(view.faces)
    assert view.catalogue.old_man not in shown
    assert all((person.doubt is not None) == (person.id in view.bodies and side is Side.CIRCLE) for person in model.people)
    assert all(set(string.ends) <= shown | {OLD_MAN} for string in model.strings)


def test_names_are_shortened_only_while_they_stay_apart(table: Table) -> None:
    view = table.view(Side.CIRCLE)
    names = short_names(view, ("alfred_rosmer", "marguerite_rosmer", "serge"))
    assert [name.replace("\u00a0", " ") for name in names.values()] == ["A. Rosmer", "M. Rosmer", "V. Serge"]
    assert short_names(table.view(Side.CENTER), ("jacson",)) == {"jacson": "RAYMOND"}


def test_the_reasons_add_up_to_the_doubt(table: Table) -> None:
    view = table.view(Side.CIRCLE)
    assert isinstance(view, CircleView)
    clue = Clue(
        id=9, turn=4, operation="prepare", place=view.seat, suspects=(Suspect(id="natalia", share=1500, before=500, after=1925),),
        cleared=(Suspect(id="serge", share=0, before=1200, after=100), Suspect(id="estrin", share=0, before=50, after=50)),
    )  # fmt: skip
    finding = Finding(turn=5, person="natalia", vetter="naville", guilty=False, before=1925, after=900)
    members = {**view.members, "natalia": replace(view.members["natalia"], doubt=900)}
    known = replace(view, clues=(clue,), findings=(finding,), members=members)
    sheet = grounds_of(known, "natalia", _)
    assert sheet is not None and sheet.doubt == 9 and sheet.before == 19
    assert [ground.points for ground in sheet.grounds] == [-10, 14, 5]
    assert sum(ground.points or 0 for ground in sheet.grounds) == sheet.doubt
    assert sheet.grounds[1].cleared == ("Victor Serge", "Lilia Estrin")
    at_the_desk = dossier(known, "natalia", _)
    assert at_the_desk is not None
    reasons = with_reasons(known, at_the_desk, _).reasons
    assert [reason.split()[0] for reason in reasons] == ["**\N{MINUS SIGN}10**", "**+14**", "**+5**"]
    struck = grounds_of(known, "serge", _)
    assert struck is not None and struck.grounds[0].points == -11 and "asking about the house" in struck.grounds[0].words


def test_the_center_reads_what_moves_a_person_and_who_knows_him(table: Table) -> None:
    view = table.view(Side.CENTER)
    assert isinstance(view, CenterView)
    agent, file = next((id_, file) for id_, file in view.agents.items() if file.contacts)
    friend, rapport = file.contacts[0]
    known = replace(view, levers={friend: ("love",)})
    sheet = grounds_of(known, friend, _)
    assert sheet is not None and sheet.doubt is None
    assert ("Moved by", "love") in sheet.facts
    assert (view.name(agent), rapport) in sheet.ties


def test_what_was_saved_by_itself_is_called_after_its_game() -> None:
    """A list of nothing but *Saved by itself* does not say which is which."""
    own = SaveEntry(path=Path("autosave-1.utka"), header=replace(HEADER, name="autosave-1"))
    named = SaveEntry(path=Path("mine.utka"), header=replace(HEADER, name="mine"))
    assert title_of(own, _).startswith(f"{HEADER.title}, ") and str(HEADER.day.year) in title_of(own, _)
    assert HEADER.title not in line_of(own, _) and "saved by itself" in line_of(own, _)
    assert title_of(named, _) == "mine" and HEADER.title in line_of(named, _)


def test_who_left_unsent_has_it_on_both_sheets(tmp_path: Path, table: Table) -> None:
    view = table.view(Side.CIRCLE)
    told = [
        Event(EventKind.SET_OUT, Audience.CIRCLE, turn, subject=who, other=view.seat)
        for turn, who in ((2, "estrin"), (1, "serge"), (3, "estrin"))
    ]
    unsent = unsent_by(told)
    seat = view.catalogue.places[view.seat].name
    sheet, grounds = dossier(view, "estrin", _, unsent), grounds_of(view, "estrin", _, unsent)
    assert sheet is not None and grounds is not None
    said = ("Unsent", f"left for {seat}, September 1939; left for {seat}, October 1939")
    assert said in sheet.facts and said in grounds.facts
    quiet = dossier(view, "natalia", _, unsent)
    assert quiet is not None and "Unsent" not in dict(quiet.facts)
    board = RingsScreen(
        view, Draft(view), told, table.faces, order=table.note, draw_bar=lambda canvas: None, selected="serge", leave=Stay
    )
    window = Driver(tmp_path, ASSETS, board, (1600, 900))
    assert "August 1939" in " ".join(window.words()), "the board goes by what was told"


def test_the_lost_are_listed_by_key_and_take_no_orders(window: Opener, table: Table) -> None:
    screen = table.rings_of_the_lost()
    screen.back()
    app = window(screen)
    canvas = key(app, pygame.K_n, "n")
    assert canvas is not None and "No longer with us" in [text.text for text in canvas.texts]
    person = next(each.id for each in app.stack.top.areas if each.id.startswith("loss."))
    click(app, person)
    assert screen.page == person.removeprefix("loss.")
    assert not any(each.id == "order" for each in app.stack.top.areas)
    for _time in range(2):
        key(app, pygame.K_ESCAPE)
    assert screen.page is False


def test_picking_and_ordering_by_keys_and_by_mouse(window: Opener, table: Table) -> None:
    table.said.clear()
    app = window(table.rings(Side.CIRCLE))
    canvas = click(app, "person.natalia")
    assert canvas is not None and "Natalia Sedova" in [text.text for text in canvas.texts]
    click(app, "order")
    key(app, pygame.K_g, "g")
    key(app, pygame.K_ESCAPE)
    assert table.said == ["natalia", "natalia"]
    key(app, pygame.K_ESCAPE)
    assert table.said[-1] == "left"
    app = window(table.rings(Side.CIRCLE))
    app.stack.top.attention.focus, app.stack.top.attention.focus_shown = "person.natalia", True
    key(app, pygame.K_RETURN)
    key(app, pygame.K_g, "g")
    assert table.said[-1] == "natalia"


@pytest.mark.parametrize("by_keys", (True, False))
def test_the_household_is_told_on_the_board_what_to_keep(window: Opener, table: Table, by_keys: bool) -> None:
    app = window(table.rings(Side.CIRCLE))
    now = table.view(Side.CIRCLE)
    assert isinstance(now, CircleView)
    other = 1 if now.keeps is Keep.GATE else 0
    before = pygame.image.tobytes(app.draw(0).surface, "RGB")
    people = {each.id: each.rect for each in app.stack.top.areas if each.id.startswith("person.")}
    key(app, pygame.K_k, "k") if by_keys else click(app, f"keep.{other}")
    given = table.drafts[Side.CIRCLE].order_of(HOUSE)
    assert given is not None and given.operation == ("keep_gate", "keep_walls")[other]
    assert pygame.image.tobytes(app.draw(0).surface, "RGB") != before
    assert people == {each.id: each.rect for each in app.stack.top.areas if each.id.startswith("person.")}, "nobody moves"
    key(app, pygame.K_z, mod=pygame.KMOD_CTRL)
    assert table.drafts[Side.CIRCLE].orders == ()
    key(app, pygame.K_y, mod=pygame.KMOD_CTRL)
    assert len(table.drafts[Side.CIRCLE].orders) == 1
    key(app, pygame.K_k, "k") if by_keys else click(app, f"keep.{1 - other}")
    assert table.drafts[Side.CIRCLE].orders == ()


def test_the_centers_board_has_no_switch(window: Opener, table: Table) -> None:
    app = window(table.rings(Side.CENTER))
    assert not [each.id for each in app.stack.top.areas if each.id.startswith("keep")]


def test_the_centers_roll_says_where_everybody_is_and_how_near(window: Opener, table: Table) -> None:
    app = window(table.rings(Side.CENTER))
    canvas, view = app.draw(0), table.view(Side.CENTER)
    rows = {area.id.removeprefix("roll."): area.rect for area in canvas.areas if area.id.startswith("roll.")}
    assert len(rows) > 5
    for person, rect in rows.items():
        written = {text.text for text in canvas.texts if rect.contains(text.rect)}
        assert written == {view.name(person), status_line(view, person, _)}


def test_the_center_reads_of_the_house_on_the_board(table: Table) -> None:
    view = table.view(Side.CENTER)
    assert isinstance(view, CenterView)
    known = replace(view, seat="coyoacan", guards_seen=2, guards_turn=3, security_seen=5, keeps_seen=Keep.WALLS, keeps_turn=2)
    sheet = grounds_of(known, OLD_MAN, _)
    assert sheet is not None and not sheet.own
    facts = dict(sheet.facts)
    assert facts["Guards"] == "2, seen, Oct 1939" and facts["Household"].startswith("kept the walls, told from inside, Sep 1939")


# The log


def test_the_log_is_newest_first_and_marks_what_is_new(table: Table) -> None:
    history = table.history(Side.CIRCLE)
    rows = log_rows(table.view(Side.CIRCLE), history, 3, _)
    assert [row.turn for row in rows] == sorted((row.turn for row in rows), reverse=True)
    assert [row.fresh for row in rows][:4] == [True, True, True, False]
    assert {row.kind for row in rows} == set(LOG_KINDS)


def test_the_log_is_sorted_and_searched() -> None:
    rows = [
        LogRow(turn=2, month="September 1939", kind="orders", icon="", words="TOM has left for Paris."),
        LogRow(turn=1, month="August 1939", kind="headlines", icon="", words="Germany and Russia sign.", note="Le Temps"),
    ]
    assert filtered(rows, frozenset({"orders"}), "") == (rows[0],)
    assert filtered(rows, frozenset(LOG_KINDS), "temps SIGN") == (rows[1],)
    assert filtered(rows, frozenset(LOG_KINDS), "paris august") == ()


def test_a_row_of_the_log_says_in_its_tip_what_its_sentence_leaves_out(window: Opener, table: Table) -> None:
    app = window(table.log(Side.CENTER))
    tips = {each.name: each.tip for each in app.stack.top.areas if each.id.startswith("row.")}
    assert tips and all(tip is None or words not in (tip.title, tip.body) for words, tip in tips.items())
    order = Event(
        kind=EventKind.FAILED,
        audience=Audience.CENTER,
        turn=2,
        operation="surveil",
        subject="jacson",
        place="coyoacan",
        chance=61,
    )
    (row,) = log_rows(table.view(Side.CENTER), [order], 0, _)
    assert (row.more, row.name, row.operation) == ("Surveil · Coyoacán · needed 61 or less", "RAYMOND", "surveil")
    clue = Event(kind=EventKind.CLUE, audience=Audience.CIRCLE, turn=2, operation="surveil", place="coyoacan")
    assert [row.operation for row in log_rows(table.view(Side.CIRCLE), [clue], 0, _)] == [""], "whose order it was is not said"


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_kind_of_event_is_filed(kind: EventKind) -> None:
    assert kind_of(Event(kind=kind, audience=Audience.CENTER, turn=1)) in LOG_KINDS


def test_the_log_by_keys_and_by_mouse(window: Opener, table: Table) -> None:
    table.said.clear()
    app = window(table.log(Side.CIRCLE))
    click(app, "search")
    for letter in "dobbs":
        app.feed(Pressed(pygame.TEXTINPUT, text=letter), 0)
        app.draw(0)
    found = [each for each in app.stack.top.areas if each.id.startswith("row.")]
    assert found and all("Dobbs" in each.name for each in found)
    click(app, found[0].id)
    assert table.said == ["dobbs"]
    for kind in LOG_KINDS:
        click(app, f"kind.{kind}")
    canvas = app.draw(0)
    assert "Nothing of this kind has been told." in [text.text for text in canvas.texts]
    key(app, pygame.K_ESCAPE)
    assert table.said == ["dobbs"]
    key(app, pygame.K_ESCAPE)
    assert table.said[-1] == "left"


# What the Circle must not read


def test_the_circle_reads_nothing_that_only_the_center_knows(window: Opener, table: Table) -> None:
    """Names of people, cover names, and the Center's own words: on the board, in every sheet, tip and row."""
    mine, theirs = table.view(Side.CIRCLE), table.view(Side.CENTER)
    assert isinstance(theirs, CenterView)
    known = {face.name for face in mine.faces.values()}
    foreign = {part for face in theirs.faces.values() for part in (face.name, face.subtitle) if part} - known
    foreign |= {task.task.title for task in theirs.tasks} | {"rapport", "cover", "lever", "paranoia", "directive"}
    shown: list[str] = []
    for person in (None, OLD_MAN, *mine.faces):
        shown += everything_read(window(table.rings(Side.CIRCLE, person)))
    app = window(table.log(Side.CIRCLE), (1600, 900))
    shown += everything_read(app)
    read = " ".join(shown)
    assert len(read) > 5000
    told = " ".join(face.about for face in mine.faces.values())
    for word in foreign:
        if word not in told:
            assert not holds(read, word), word


def holds(text: str, word: str) -> bool:
    if word.islower():
        return word in text.lower().split()
    return f" {word} " in f" {text} ".replace(".", " ").replace(",", " ").replace("%", " ")


def everything_read(app: App) -> list[str]:
    canvas = app.draw(2000)
    texts = [record.whole or record.text for record in canvas.texts]
    tips = [f"{each.tip.title} {each.tip.body}" for each in app.stack.top.areas if each.tip is not None]
    return [*texts, *tips, *(each.name for each in app.stack.top.areas)]


@pytest.mark.parametrize("sealed", (True, False))
def test_the_covered_desk_says_only_what_it_was_given(window: Opener, table: Table, sealed: bool) -> None:
    read = " ".join(everything_read(window(table.handover(replace(COVER, sealed=sealed)))))
    for side in Side:
        for face in table.view(side).faces.values():
            assert face.name not in read
    assert ("Sealed" in read or "sealed" in read) is sealed


# The saves


def test_a_save_is_opened_by_mouse_and_by_keys(window: Opener, table: Table) -> None:
    table.said.clear()
    app = window(table.saves())
    canvas = click(app, "save.1")
    lines = " ".join(text.text for text in canvas.texts) if canvas is not None else ""
    assert "two at one desk · with a PIN" in lines and "Circle · by mail" in lines
    click(app, "open")
    key(app, pygame.K_ESCAPE)
    assert table.said == ["open second", "left"]
    app = window(table.saves())
    key(app, pygame.K_TAB)
    key(app, pygame.K_RETURN)
    assert table.said[-1] == "open autosave"
    app = window(table.saves())
    app.draw(0)
    for name in (pygame.K_TAB, pygame.K_DOWN, pygame.K_RETURN):
        key(app, name)
        app.draw(0)
    assert table.said[-1] == "open second", "what the keyboard has come to, by one Enter"


def test_what_cannot_be_opened_says_why(window: Opener, table: Table) -> None:
    table.said.clear()
    app = window(table.saves())
    canvas = click(app, "save.2")
    assert canvas is not None and any("newer version" in text.text for text in canvas.texts)
    click(app, "open")
    click(app, "save.2")
    assert table.said == [] and not area(app, "open").enabled
    assert [openable(entry) for entry in SAVES] == [True, True, False, True, True]


def test_writing_over_and_deleting_ask_first(window: Opener, table: Table) -> None:
    table.said.clear()
    app = window(table.saves("Utka"))
    click(app, "save")
    assert table.said == ["save Utka"]
    click(app, "save.1")
    click(app, "save")
    key(app, pygame.K_RETURN)
    assert table.said == ["save Utka"], "what is replaced is not what lies nearest"
    click(app, "save")
    click(app, "choice1")
    assert table.said[-1] == "save Second try"
    click(app, "delete")
    key(app, pygame.K_ESCAPE)
    assert table.said[-1] == "save Second try"
    canvas = click(app, "delete")
    assert canvas is not None
    said = " ".join(text.text for text in canvas.texts)
    assert "“Second try” (Utka, turn 8, March 1940) and its backups" in said
    key(app, pygame.K_RETURN)
    assert table.said[-1] == "save Second try", "what is gone for good is not what lies nearest"
    click(app, "delete")
    click(app, "choice1")
    assert table.said[-1] == "delete second"


def test_arrows_go_through_the_saves_and_never_to_the_way_back(window: Opener, table: Table) -> None:
    app = window(table.saves(""))
    key(app, pygame.K_TAB)
    while app.stack.top.attention.focus != "save.0":
        key(app, pygame.K_TAB)
    key(app, pygame.K_UP)
    assert app.stack.top.attention.focus == "save", "the button for a name above them"
    app = window(SavesScreen(lambda: SAVES, open=lambda _entry: Stay(), delete=lambda _entry: Stay()))
    key(app, pygame.K_DOWN)
    key(app, pygame.K_UP)
    key(app, pygame.K_UP)
    assert app.stack.top.attention.focus == "save.0"
    for _each in SAVES:
        key(app, pygame.K_DOWN)
    assert app.stack.top.attention.focus in ("open", "delete", "leave"), "beneath the list are the buttons"


def test_no_tip_of_the_board_lies_on_the_sheet_that_is_open_beside_it(window: Opener, table: Table) -> None:
    screen = table.rings(Side.CENTER, OLD_MAN)
    app = window(screen)
    people = [area.id for area in app.stack.top.areas if area.id.startswith("person.")]
    laid = 0
    for person in people:
        screen._selected = person.removeprefix("person.")
        canvas = app.draw(1000)
        (sheet,) = canvas.pointed_out
        about = area(app, person).rect
        assert not _lay(canvas, about, (240, 80), 8, None).colliderect(sheet), person
        canvas.pointed_out.clear()
        laid += _lay(canvas, about, (240, 80), 8, None).colliderect(sheet)
    assert laid, "else some would"
    screen._selected = None
    assert not app.draw(2000).pointed_out, "where only a list of all lies there it may be covered"


def test_home_end_and_pages_go_through_the_saves(window: Opener) -> None:
    many = [replace(SAVES[1], path=Path(f"{number}.utka")) for number in range(30)]
    app = window(SavesScreen(lambda: many, open=lambda _entry: Stay(), delete=lambda _entry: Stay()))
    seen = app.stack.top.attention

    def in_sight() -> int:
        area = next(each for each in app.stack.top.areas if each.id == seen.focus)
        assert area.clip.contains(area.rect.inflate(-8, -8)), area.id
        return int(area.id.removeprefix("save."))

    key(app, pygame.K_END)
    assert in_sight() == 29 and app.stack.top.screen._chosen == 29, "what Enter opens is the last"
    key(app, pygame.K_HOME)
    assert in_sight() == 0
    steps = [0]
    while steps[-1] < 29:
        key(app, pygame.K_PAGEDOWN)
        steps.append(in_sight())
    assert 3 < len(steps) < 12 and steps == sorted(set(steps)), "page by page"
    key(app, pygame.K_PAGEUP)
    assert 0 < in_sight() < 29


def test_a_click_on_a_save_just_deleted_does_nothing(table: Table) -> None:
    entries = list(SAVES)
    screen = SavesScreen(lambda: tuple(entries), open=lambda _entry: Stay(), delete=lambda _entry: Stay())
    entries.clear()
    screen._deleted(SAVES[0])
    assert screen._choose(0) == Stay() and screen._choose(3) == Stay()


def test_a_save_shows_what_its_desk_looked_like(window: Opener, tmp_path: Path) -> None:
    window(SettingsScreen())
    save = tmp_path / "autosave.utka"
    glance.keep(glance.take(), save)
    found = glance.find(save)
    assert found is not None and found.get_size() == glance.SIZE
    glance.keep(None, save)
    assert glance.find(save) is None and glance.find(tmp_path) is None
    (tmp_path / "worn.png").write_bytes(b"no picture")
    assert glance.find(tmp_path / "worn.utka") is None


def test_a_name_is_written_and_saved_by_keys(window: Opener, table: Table) -> None:
    table.said.clear()
    app = window(table.saves(""))
    assert not area(app, "save").enabled
    for letter in "Abc":
        app.feed(Pressed(pygame.TEXTINPUT, text=letter), 0)
        app.draw(0)
    key(app, pygame.K_RETURN)
    assert table.said == ["save Abc"]


# The covered desk and the menu


@pytest.mark.parametrize("code", (pygame.K_SPACE, pygame.K_RETURN))
def test_the_cover_is_lifted_by_holding_a_key(window: Opener, table: Table, code: int) -> None:
    table.said.clear()
    app = window(table.handover())
    app.feed(Pressed(pygame.KEYDOWN, key=code, unicode="", mod=0), 0)
    app.pass_time(HOLD_MS - 50)
    assert table.said == [] and app.draw(HOLD_MS - 50).next_frame is not None
    app.pass_time(HOLD_MS + 10)
    assert table.said == ["lifted"]
    key(app, pygame.K_ESCAPE)
    assert table.said[-1] == "menu"


def test_the_cover_stays_when_the_mouse_lets_go_too_soon(window: Opener, table: Table) -> None:
    table.said.clear()
    app = window(table.handover())
    at = area(app, "lock").rect.center
    app.feed(Pressed(pygame.MOUSEBUTTONDOWN, pos=at, button=1), 0)
    app.feed(Pressed(pygame.MOUSEBUTTONUP, pos=at, button=1), HOLD_MS - 100)
    app.pass_time(HOLD_MS + 100)
    assert table.said == []
    app.feed(Pressed(pygame.MOUSEBUTTONDOWN, pos=at, button=1), 1000)
    app.pass_time(1000 + HOLD_MS)
    assert table.said == ["lifted"]


def test_the_menu_offers_what_it_was_given(window: Opener, table: Table) -> None:
    table.said.clear()
    app = window(table.menu())
    ids = [each.id for each in app.stack.top.areas if each.focusable]
    assert ids == ["resume", "save", "load", "settings", "keys", "quit"]
    key(app, pygame.K_t, "t")
    click(app, "load")
    assert table.said == ["settings", "load"]
    assert isinstance(MenuActions().resume(), Pop)
    key(app, pygame.K_q, "q")
    assert not app.running


# The command


def test_the_size_of_pictures() -> None:
    assert parse_size("1600x900") == (1600, 900)
    for wrong in ("1600", "800x600", "axb", "99999x99999"):
        with pytest.raises(CannotRunError, match="--size"):
            parse_size(wrong)
