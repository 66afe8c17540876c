"""The archive: its lists and pages, what a running game keeps shut, and its use by mouse and by keys."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pygame
import pytest
from pygame.event import Event

from game.match import PERSON, Match
from game.resources import assets_folder, content_folder
from game.rules.definitions import Scenario
from game.rules.nouns import OLD_MAN, ArchiveShown, Side
from game.rules.view import View
from game.scenario import find_packs, load
from game.scenario.archive import Archive, period_of, read_archive
from game.scenario.scaffolding import scaffold
from game.ui.desk.faces import Faces
from game.ui.desk.screen import DeskScreen
from game.ui.flow import Flow
from game.ui.office import Office
from game.ui.portraits.gallery import PortraitGallery
from game.ui.presenters.archive.dates import when_words
from game.ui.presenters.archive.entry import Page
from game.ui.presenters.archive.index import search
from game.ui.presenters.archive.mentions import Mentions
from game.ui.presenters.archive.pages import page_of
from game.ui.presenters.archive.refs import TABS, Ref, ref_named, tab_of
from game.ui.presenters.archive.seals import seals_for
from game.ui.presenters.archive.shelves import Shelves
from game.ui.screen import Outcome, Pop, Push, Reset, Screen, Stay
from game.ui.screens.archive import ArchiveScreen
from game.ui.session import Session
from game.ui.words import Words
from tests.ui.driving import Driver

ASSETS = assets_folder()
WINDOWS = (((1024, 640), 100), ((1024, 640), 150), ((1600, 900), 100), ((2560, 1440), 150))
"""Sizes of the window, and of the text in per cent."""
PAGES = (
    Ref("people", "jacson"), Ref("people", "trotsky"), Ref("places", "coyoacan"), Ref("countries", "mexico"),
    Ref("operations", "op10"), Ref("organisations", "nkvd"), Ref("timeline", "the_raid"), Ref("bibliography", "Pat"),
)  # fmt: skip
_ = Words()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return read_archive(find_packs(content_folder(), tmp_path_factory.mktemp("no mods")))


@pytest.fixture(scope="module")
def faces() -> Faces:
    return Faces(PortraitGallery(ASSETS))


class Reading:
    """An archive in a window, and where it led to."""

    def __init__(self, folder: Path, archive: Archive, faces: Faces, first: Ref | None = None, **window: object) -> None:
        self.said: list[str] = []
        self.screen = ArchiveScreen(
            Shelves(archive), faces, first=first, show=self._note, shown=frozenset({"coyoacan"}), leave=lambda: self._note("left")
        )
        self.driver = Driver(folder, ASSETS, self.screen, **window)  # type: ignore[arg-type]

    def _note(self, what: str) -> Outcome:
        self.said.append(what)
        return Stay()

    @property
    def title(self) -> str:
        """The largest words on the page."""
        return next(text.text for text in self.driver.canvas.texts if text.role == "h1" and text.text != "Archive")


@pytest.fixture
def read(tmp_path: Path, archive: Archive, faces: Faces) -> Iterator[Callable[..., Reading]]:
    def make(first: Ref | None = None, **window: object) -> Reading:
        return Reading(tmp_path, archive, faces, first, **window)

    yield make
    pygame.display.quit()


# What it says


def test_every_entry_has_a_row_and_a_page_with_its_sources(archive: Archive) -> None:
    shelves = Shelves(archive)
    for tab in TABS:
        rows = shelves.rows(tab, _)
        assert len({row.ref for row in rows}) == len(rows)
        for row in rows:
            page = page_of(shelves, row.ref, _)
            assert page.title and (page.passages or row.ref.kind == "bibliography"), row.ref
            assert page.sources or row.ref.kind == "bibliography", row.ref
            assert not page.shut and not page.notice
            for link in (*page.sources, *(link for links in page.links for link in links.links)):
                assert shelves.holds(link.ref), (row.ref, link)
                assert page_of(shelves, link.ref, _).title == link.name


def test_people_are_sorted_by_surname_and_the_timeline_by_date(archive: Archive) -> None:
    shelves = Shelves(archive)
    names = [row.title for row in shelves.rows("people", _)]
    assert names.index("Georgi Agabekov") < names.index("Lavrenti Beria") < names.index("Mark Zborowski")
    ids = [row.ref.id for row in shelves.rows("timeline", _)]
    assert ids[0] == "opposition_opens" and ids.index("the_raid") < ids.index("the_attack") < ids.index("rehabilitated")


def test_what_is_disputed_says_so(archive: Archive) -> None:
    page = page_of(Shelves(archive), Ref("operations", "op18"), _)
    assert page.confidence is not None and page.confidence.value == "C"
    assert any(passage.head == "Disputed" and "unproved" in passage.text for passage in page.passages)


@pytest.mark.parametrize(
    ("words", "tab", "first"),
    [("prinkipo", "places", "prinkipo_izzet_pasha"), ("ETIENNE", "people", "zborowski"), ("mercader ramon", "people", "jacson"),
     ("hoidal norway", "sources", "Hoi"), ("raid may", "timeline", "the_raid"), ("no such words", "people", "")],
)  # fmt: skip
def test_the_search_finds(archive: Archive, words: str, tab: str, first: str) -> None:
    found = search(Shelves(archive).rows(tab, _), words)  # type: ignore[arg-type]
    assert (first in [row.ref.id for row in found]) if first else not found


def test_titles_come_before_what_is_only_mentioned(archive: Archive) -> None:
    found = search(Shelves(archive).rows("people", _), "sedov")
    assert {row.ref.id for row in found[:2]} == {"lev_sedov", "sergei_sedov"} and len(found) > 4


def test_texts_tell_of_whom_they_speak(archive: Archive) -> None:
    mentions = Mentions(archive)
    assert mentions.in_text("Sneevliet trusted Étienne, and Lev Sedov did.") == {"sneevliet", "zborowski", "lev_sedov"}
    assert mentions.in_text("A man called Sedovsky.") == frozenset()


@pytest.mark.parametrize(
    ("begins", "until", "words"),
    [("1933", "", "1933"), ("1926-07", "1926-10", "July–October 1926"), ("1927-11-16", "1927-11-19", "16–19 November 1927"),
     ("1938-07-12", "1938-08-26", "12 July – 26 August 1938"), ("1950-09", "1953", "September 1950 – 1953"),
     ("soon", "", "soon")],
)  # fmt: skip
def test_dates_in_words(begins: str, until: str, words: str) -> None:
    assert when_words(begins, until) == words


# What a game keeps shut


@pytest.fixture(scope="module")
def match(utka: Scenario) -> Match:
    return Match.new(utka, 7)


def sealed(archive: Archive, match: Match, side: Side) -> tuple[View, Shelves]:
    view = match.view(side)
    return view, Shelves(archive, seals_for(view, match.scenario.setup.people))


def words_of(page: Page) -> str:
    parts = [page.title, page.subtitle, page.notice, *(f"{head} {words}" for head, words in page.facts)]
    parts += [f"{passage.head} {passage.text}" for passage in page.passages]
    parts += [f"{link.name} {link.note}" for links in page.links for link in links.links if not link.shut]
    return "\n".join(parts)


def test_the_circle_cannot_tell_its_members_apart_in_the_archive(archive: Archive, match: Match) -> None:
    view, shelves = sealed(archive, match, Side.CIRCLE)
    people = match.scenario.setup.people
    for id_ in match.scenario.setup.cast:
        page = page_of(shelves, Ref("people", id_), _)
        assert page.shut or id_ == view.catalogue.old_man or people[id_].steadfast, id_
        if page.shut:
            assert not page.camp and not page.sources and not page.links and not page.skills and not page.facts
            known = view.faces[id_].about if id_ in view.faces else "You have not heard of this person in this game."
            assert [passage.text for passage in page.passages] == [known]
            row = next(row for row in shelves.rows("people", _) if row.ref.id == id_)
            assert row.shut and not row.camp and not row.note
            assert bool(row.portrait) is (id_ in view.faces)


@pytest.mark.parametrize("side", list(Side))
def test_the_very_titles_of_sealed_entries_are_not_told(archive: Archive, match: Match, side: Side) -> None:
    _view, shelves = sealed(archive, match, side)
    for tab in ("places", "operations", "organisations", "timeline"):
        rows = shelves.rows(tab, _)
        assert not any(row.shut for row in rows)
        assert len(rows) + shelves.sealed(tab) == len(Shelves(archive).rows(tab, _))
    shown = {row.title for tab in TABS for row in shelves.rows(tab, _)}
    assert shelves.sealed("operations") > 10 and not shown & {"Étienne", "Harte", "The raid", "The attack"}
    linked = [link for row in shelves.rows("people", _) for links in page_of(shelves, row.ref, _).links for link in links.links]
    assert linked and not any(link.shut and link.ref.kind != "people" for link in linked)


@pytest.mark.parametrize("side", list(Side))
def test_no_open_entry_speaks_of_a_secret_or_of_what_is_to_come(archive: Archive, match: Match, side: Side) -> None:
    view, shelves = sealed(archive, match, side)
    secrets, mentions = shelves.seals.secrets, Mentions(archive)
    assert secrets
    opened = 0
    for tab in TABS:
        for row in shelves.rows(tab, _):
            page = page_of(shelves, row.ref, _)
            if page.shut or row.ref.kind in ("countries", "bibliography") or row.ref.id in view.catalogue.places:
                continue
            opened += 1
            told = "\n".join([page.title, *(passage.text for passage in page.passages)])
            assert not (mentions.in_text(told) - {row.ref.id}) & secrets, row.ref
            if row.ref.kind == "timeline":
                assert archive.timeline[row.ref.id].date[:7] <= f"{view.day:%Y-%m}"
            assert page.notice or row.ref.kind == "places"
    assert opened > 100


def test_a_search_does_not_look_into_sealed_files(archive: Archive, match: Match) -> None:
    _view, shelves = sealed(archive, match, Side.CIRCLE)
    assert "zborowski" not in [row.ref.id for row in search(shelves.rows("people", _), "TULIP")]
    assert "zborowski" in [row.ref.id for row in search(Shelves(archive).rows("people", _), "TULIP")]


def test_the_center_reads_the_files_of_its_own(archive: Archive, match: Match) -> None:
    view, shelves = sealed(archive, match, Side.CENTER)
    for id_ in view.bodies:
        assert id_ not in shelves.seals.files
    assert any(page_of(shelves, Ref("people", id_), _).shut for id_ in match.scenario.setup.cast if id_ not in view.bodies)


def test_names_of_the_desk_lead_to_entries(archive: Archive, match: Match) -> None:
    view = match.view(Side.CIRCLE)
    assert ref_named(archive, view, OLD_MAN) == Ref("people", "trotsky")
    assert ref_named(archive, view, "coyoacan") == Ref("places", "coyoacan")
    assert ref_named(archive, view, "mexico") == Ref("countries", "mexico")
    assert ref_named(archive, view, "newcomer_1") is None
    for id_ in (*view.catalogue.places, *match.scenario.setup.cast):
        assert ref_named(archive, view, id_) is not None, id_


# How it looks and is used


@pytest.mark.parametrize(("size", "text"), WINDOWS)
@pytest.mark.parametrize("ref", PAGES, ids=lambda ref: ref.kind + "." + ref.id)
def test_no_text_overlaps_another_nor_is_cut_off(
    ref: Ref, size: tuple[int, int], text: int, read: Callable[..., Reading]
) -> None:
    canvas = read(ref, size=size, text_size=text).driver.canvas
    assert canvas.texts
    for record in canvas.texts:
        if record.scrolled:
            assert record.clip.left <= record.rect.left and record.rect.right <= record.clip.right, record
        else:
            assert record.clip.contains(record.rect), record
    shown = [record for record in canvas.texts if record.rect.colliderect(record.clip)]
    for one, other in combinations(shown, 2):
        shared = one.rect.clip(one.clip).clip(other.rect.clip(other.clip))
        assert shared.w <= 1 or shared.h <= 1, (one, other)
    for each in canvas.areas:
        if each.action is not None:
            assert each.name and each.rect.w >= 34 and each.rect.h >= 34, each


def test_two_drawings_are_the_same_and_an_idle_archive_asks_for_none(read: Callable[..., Reading]) -> None:
    driver = read(Ref("people", "zborowski")).driver
    pictures = [pygame.image.tobytes(driver.draw().surface, "RGB") for _time in range(2)]
    assert pictures[0] == pictures[1] and driver.canvas.next_frame is None


def test_links_and_the_way_back_by_mouse(read: Callable[..., Reading]) -> None:
    reading = read(Ref("people", "jacson"))
    reading.driver.click("link.Relations.people.caridad")
    assert reading.title == "Caridad Mercader"
    reading.driver.click("source.LM")
    assert "mi hermano" in reading.title
    reading.driver.click("before")
    reading.driver.click("before")
    assert reading.title == "Frank Jacson" and not reading.driver.area("before").enabled
    reading.driver.click("after")
    assert reading.title == "Caridad Mercader"
    reading.driver.click("tab.timeline")
    reading.driver.click("tab.sources")
    assert reading.driver.area("tab.sources") and "mi hermano" in reading.title, "a tab remembers what was open there"


def test_everything_by_keys(read: Callable[..., Reading]) -> None:
    reading = read()
    driver = reading.driver
    first = reading.title
    driver.key("down")
    driver.key("down")
    driver.key("down")
    assert reading.title != first
    driver.key("left", mod=pygame.KMOD_ALT)
    assert reading.title == first, "steps in the list are one step of the way"
    driver.key("2", "2")
    assert tab_of(reading.screen._here(_).kind) == "places"
    driver.key("/", "/")
    for letter in "coyoacan":
        driver.app.feed(Event(pygame.TEXTINPUT, text=letter), driver.now)
        driver.draw()
    rows = [area.name for area in driver.canvas.areas if area.id == "chosen" or area.id.startswith("row.")]
    assert "Coyoacán" in rows and len(rows) < 12
    assert any(text.text.startswith("Operations ") for text in driver.canvas.texts), "tabs say how much they hold"
    driver.key("tab")
    driver.key("return")
    assert reading.title in rows
    driver.key("escape")
    assert not reading.said
    driver.key("escape")
    assert reading.said == ["left"]


def test_a_place_in_play_leads_to_the_desk(read: Callable[..., Reading]) -> None:
    reading = read(Ref("places", "coyoacan"))
    reading.driver.key("g", "g")
    assert reading.said == ["coyoacan"]
    assert not read(Ref("places", "vorkuta")).driver.has("show")


def test_the_focus_reaches_every_area_and_one_row(read: Callable[..., Reading]) -> None:
    driver = read(Ref("operations", "op09"), size=(1280, 720)).driver
    wanted = {area.id for area in driver.canvas.areas if area.focusable}
    reached = set()
    for _time in range(len(wanted)):
        driver.key("tab")
        reached.add(str(driver.app.stack.top.attention.focus))
    assert reached == wanted and "chosen" in wanted and not any(id_.startswith("row.") for id_ in wanted)


def test_the_list_shows_the_open_row(read: Callable[..., Reading]) -> None:
    driver = read(Ref("people", "zborowski"), size=(1024, 640)).driver
    area = driver.area("chosen")
    assert area.clip.contains(area.rect.inflate(-8, -8))


def test_home_and_end_go_to_the_ends_of_the_list(read: Callable[..., Reading]) -> None:
    driver = read(Ref("people", "zborowski"), size=(1024, 640)).driver
    while driver.app.stack.top.attention.focus != "chosen" or not driver.app.stack.top.attention.focus_shown:
        driver.key("tab")
    names = []
    for name in ("end", "home"):
        driver.key(name)
        driver.draw()
        area = driver.area("chosen")
        assert area.clip.contains(area.rect.inflate(-8, -8))
        names.append(area.name.split()[-1])
    assert names == sorted(names, reverse=True) and names[0] > "W" and names[1] < "B"


# The ways to it


@pytest.fixture
def game(tmp_path: Path, cache_folder: Path, utka: Scenario) -> Iterator[tuple[Driver, Flow, Session]]:
    pygame.display.init()
    office = Office(saves=tmp_path / "saves", cache=cache_folder)
    flow, session = Flow(office), Session(office, Match.new(utka, 7))
    yield Driver(tmp_path, ASSETS, flow.desk(session, Side.CIRCLE)), flow, session
    pygame.display.quit()


def page_title(driver: Driver) -> str:
    return next(text.text for text in driver.canvas.texts if text.role == "h1" and text.text != "Archive")


def test_the_timeline_opens_where_the_game_has_come_to(game: tuple[Driver, Flow, Session]) -> None:
    driver, _flow, session = game
    driver.key("b", "b")
    driver.click("tab.timeline")
    screen = driver.screen
    assert isinstance(screen, ArchiveScreen)
    events, today, here = screen._shelves.archive.timeline, session.view(Side.CIRCLE).day, screen._here(_)
    opened = period_of(events[here.id].date)
    rows = [period_of(events[row.ref.id].date) for row in screen._shelves.rows("timeline", _)]
    begun = [period.first for period in rows if period is not None and period.first <= today]
    assert opened is not None and opened.first == max(begun) > begun[0]
    area = driver.area("chosen")
    assert area.clip.contains(area.rect.inflate(-8, -8)), "and its row is in sight"
    assert Shelves(screen._shelves.archive).latest(_) is None, "where no game runs it begins at the beginning"


@pytest.mark.parametrize("by_key", (True, False))
def test_a_name_on_the_desk_opens_its_entry(game: tuple[Driver, Flow, Session], by_key: bool) -> None:
    driver, flow, _session = game
    desk = driver.screen
    for id_, title in (("natalia", "Natalia Sedova"), (OLD_MAN, "Leon Trotsky"), ("coyoacan", "Coyoacán")):
        flow._desks[Side.CIRCLE].choose(id_)
        driver.draw()
        driver.key("i", "i") if by_key else driver.click("look_up")
        assert page_title(driver) == title
        driver.key("escape")
        assert driver.screen is desk


@pytest.mark.parametrize("by_key", (True, False))
def test_the_bar_and_the_rings_open_the_archive(game: tuple[Driver, Flow, Session], by_key: bool) -> None:
    driver, flow, session = game
    driver.key("b", "b") if by_key else driver.click("way.archive")
    assert isinstance(driver.screen, ArchiveScreen) and page_title(driver) == "Leon Trotsky"
    rings = flow.rings(session, Side.CIRCLE)
    rings.pick("natalia")
    driver.app.stack.levels.clear()
    driver = Driver(Path(str(flow.office.saves.parent)), ASSETS, rings)
    driver.key("i", "i") if by_key else driver.click("look_up")
    assert page_title(driver) == "Natalia Sedova"


@pytest.mark.parametrize("by_key", (True, False))
def test_a_row_of_the_log_opens_its_entry(game: tuple[Driver, Flow, Session], tmp_path: Path, by_key: bool) -> None:
    _driver, flow, session = game
    match = Match.new(session.match.scenario, 7, seats=dict.fromkeys(Side, "planner"))
    for _turn in range(3):
        match.resolve()
    driver = Driver(tmp_path, ASSETS, flow.log(Session(flow.office, match), Side.CIRCLE))
    index = next(int(area.id.removeprefix("look_up.")) for area in driver.canvas.areas if area.id.startswith("look_up."))
    if by_key:
        while not str(driver.app.stack.top.attention.focus).startswith(f"row.{index}."):
            driver.key("tab")
        driver.key("right")
    else:
        driver.click(f"look_up.{index}")
    assert isinstance(driver.screen, ArchiveScreen)


def test_from_a_telegram_no_way_leads_to_the_desk_of_the_turn_before(tmp_path: Path, cache_folder: Path, utka: Scenario) -> None:
    """What was sealed there would be sealed for a turn that the side has not heard of, or for a game that is over."""
    pygame.display.init()
    office = Office(saves=tmp_path / "saves", cache=cache_folder)
    flow, session = Flow(office), Session(office, Match.new(utka, 7, seats={Side.CENTER: PERSON, Side.CIRCLE: "planner"}))
    driver = Driver(tmp_path, ASSETS, reset_to(flow.play(session)))
    before = driver.screen
    assert reset_to(flow.back_to_desk(session, Side.CENTER, "mexico_city")) is before
    session.seal(Side.CENTER)
    reset_to(flow.play_out(session, {}))
    unheard = Driver(tmp_path, ASSETS, flow.reading.of_side(session, Side.CENTER, "mexico_city"))
    assert not unheard.has("show")
    session.hear(Side.CENTER)
    heard = Driver(tmp_path, ASSETS, flow.reading.of_side(session, Side.CENTER, "mexico_city"))
    heard.click("show")
    assert isinstance(heard.screen, DeskScreen) and heard.screen is not before
    assert heard.screen.writes(session.draft(Side.CENTER)) and heard.screen.shown == "mexico_city"
    pygame.display.quit()


def reset_to(outcome: Outcome) -> Screen:
    assert isinstance(outcome, Reset)
    return outcome.screen


def test_from_the_title_everything_is_open(tmp_path: Path, cache_folder: Path) -> None:
    pygame.display.init()
    flow = Flow(Office(saves=tmp_path / "saves", cache=cache_folder))
    driver = Driver(tmp_path, ASSETS, flow.title())
    driver.key("a", "a")
    assert isinstance(driver.screen, ArchiveScreen)
    assert not any("Sealed" in words for words in driver.words())
    assert isinstance(driver.screen.back(), Pop)
    pygame.display.quit()


def test_once_a_game_is_over_nothing_is_sealed(tmp_path: Path, cache_folder: Path, utka: Scenario) -> None:
    pygame.display.init()
    office = Office(saves=tmp_path / "saves", cache=cache_folder)
    match = Match.new(utka, 3, seats=dict.fromkeys(Side, "random"))
    while not match.is_over():
        match.resolve()
    driver = Driver(tmp_path, ASSETS, Flow(office).reading.of_side(Session(office, match), Side.CIRCLE, "zborowski"))
    assert not any("Sealed" in words for words in driver.words())
    pygame.display.quit()


def test_an_archive_that_a_mod_has_emptied_is_said_to_be_empty(tmp_path: Path, cache_folder: Path) -> None:
    pygame.display.init()
    office = Office(saves=tmp_path / "saves", cache=cache_folder)
    office.__dict__["archive"] = Archive()
    driver = Driver(tmp_path, ASSETS, Flow(office).title())
    driver.key("a", "a")
    assert any("archive is empty" in words for words in driver.words())
    office.__dict__["archive"] = replace(read_archive(office.packs), people={})
    driver.key("escape")
    driver.key("a", "a")
    assert isinstance(driver.screen, ArchiveScreen)
    pygame.display.quit()


def test_an_invented_world_may_keep_an_archive_of_its_own(tmp_path: Path, cache_folder: Path, utka: Scenario) -> None:
    """A history with which it has nothing to do is not in it, and whoever has no entry leads nowhere."""
    pygame.display.init()
    mods = tmp_path / "mods"
    scaffold("mine", None, mods)
    (mods / "mine" / "people").mkdir()
    (mods / "mine" / "people" / "mine.yaml").write_text(
        "people: {dolinin: {name: Kirill Dolinin, side: circle, bio: An invented person., sources: [Game]}}\n"
    )
    file = mods / "mine" / "mine" / "scenario.yaml"
    office = Office(saves=tmp_path / "saves", cache=cache_folder)
    office.__dict__["packs"] = find_packs(content_folder(), mods)
    whole = load("mine", office.packs)
    assert office.archive_for(whole) is office.archive is office.archive_for(utka)
    assert {"trotsky", "dolinin"} <= office.archive.people.keys()
    file.write_text(f"{file.read_text()}\narchive: own\n")
    own = load("mine", office.packs)
    archive = office.archive_for(own)
    assert list(archive.people) == ["dolinin"] and not archive.places and not archive.timeline
    flow, session = Flow(office), Session(office, Match.new(own, 7))
    driver = Driver(tmp_path, ASSETS, flow.reading.of_side(session, Side.CIRCLE))
    assert page_title(driver) == "Kirill Dolinin"
    pushed = [flow.reading.open(session, Side.CIRCLE, chosen) for chosen in ("dolinin", "", "vauquier")]
    screens = [each.screen for each in pushed if isinstance(each, Push)]
    assert [isinstance(screen, ArchiveScreen) for screen in screens] == [True, True, False]
    pygame.display.quit()


@pytest.mark.parametrize("side", Side)
def test_in_an_archive_of_its_own_nobody_is_named_of_whom_the_side_has_not_heard(
    side: Side, archive: Archive, utka: Scenario
) -> None:
    """Among all who lived a name tells nothing; where nearly all are in play it would."""
    view = Match.new(utka, 7).view(side)
    own = replace(view, catalogue=replace(view.catalogue, archive=ArchiveShown.OWN))
    among_all, alone = (Shelves(archive, seals_for(each, utka.setup.people)) for each in (view, own))
    unheard = alone.seals.files - view.faces.keys()
    named = [{row.ref.id for row in shelves.rows("people", _)} for shelves in (among_all, alone)]
    assert unheard and named[0] - named[1] == unheard
    pages = [page_of(alone, row.ref, _) for tab in TABS for row in alone.rows(tab, _)]
    linked = {link.ref.id for page in pages for links in page.links for link in links.links if link.ref.kind == "people"}
    assert linked and not linked & unheard


def test_of_two_people_not_each_is_the_others_secretary(archive: Archive) -> None:
    """What somebody's entry calls another is what that one is to him: the Old Man is not his secretary's secretary."""
    named = {(person.id, tie.to) for person in archive.people.values() for tie in person.relations if tie.kind == "secretary"}
    assert named and not any((to, who) in named for who, to in named)
