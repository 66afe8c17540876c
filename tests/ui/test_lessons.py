"""The lessons as a stranger takes them: doing what the cards say and nothing else, from both sides; leaving, coming back,
beginning again; and the notes on what is met for the first time."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from pygame import Rect

from game.match.match import PERSON, Match
from game.rules.nouns import Side
from game.scenario.lessons import LessonStep, Ordered, Read
from game.ui.desk.screen import DeskScreen
from game.ui.flow import Flow
from game.ui.guide.course import Course
from game.ui.guide.guide import card_words
from game.ui.guide.pointing import LEADING_ON, all_named, find, in_sight
from game.ui.guide.progress import DONE, LEFT, RUNNING, ProgressFile
from game.ui.guide.watching import Play
from game.ui.office import Office
from game.ui.placing import LAID
from game.ui.screens.dialog import Dialog
from game.ui.screens.month import MonthScreen
from game.ui.screens.title import TitleScreen
from game.ui.session import Session
from game.ui.words import Words
from tests.ui.driving import Driver

NAME = "alma-ata-1927"
MOST_TOUCHES = 40
"""More than any card needs: then the lesson has led nowhere."""


class Pupil:
    """A window whose guide is listened to."""

    def __init__(self, folder: Path, cache_folder: Path, size: tuple[int, int] = (1600, 900), **settings: object) -> None:
        pygame.display.init()
        self.office = Office(saves=folder / "saves", cache=cache_folder, progress=folder / "progress.json")
        self.flow = Flow(self.office)
        self.file = folder / "progress.json"
        self.drive = Driver(
            folder, self.office.assets, self.flow.title(), size, lambda: self.office.companion, reduced_motion=True, **settings
        )

    def begin(self, side: Side) -> None:
        """From the title, with the keyboard."""
        self.drive.key("t", "t")
        self.drive.key("1" if side is Side.CENTER else "2", "1" if side is Side.CENTER else "2")
        self.drive.draw()

    @property
    def step(self) -> LessonStep | None:
        course = self.flow.schooling.guide._course
        return course.step if course is not None else None

    def obey(self, by_key: bool) -> None:
        """Does once what the card asks for."""
        self.drive.draw()
        step, drive = self.step, self.drive
        assert step is not None
        area = find(drive.app.stack.top, step.at)
        assert self.hidden(step) == [], f"{step.id}: the card lies on it"
        assert area is not None or not step.at or isinstance(step.until, Read), f"{step.id}: nothing to point at"
        if isinstance(step.until, Read):
            self.answer("f3", "lesson.on", by_key)
            return
        assert area is not None, step.id
        assert in_sight(area), f"{step.id}: {area.id} is out of sight"
        if not by_key:
            drive.click_at(in_sight(area).center)
        elif area.key:
            name = area.key.split()[0]
            drive.key({"enter": "return"}.get(name, name), name if len(name) == 1 else "")
        else:
            self.focus(area.id)
            drive.key("return")

    def hidden(self, step: LessonStep) -> list[str]:
        """What the card lies on of all that it speaks of, and that leads on."""
        level = self.drive.app.stack.top
        card = next((each.rect for each in level.areas if each.id == f"{LAID}card"), Rect(0, 0, 0, 0))
        shown = [*all_named(level, step.at), *(each for each in level.areas if each.id in LEADING_ON)]
        return [each.id for each in shown if in_sight(each).colliderect(card)]

    def focus(self, name: str) -> None:
        for _ in range(150):
            if self.drive.app.stack.top.attention.focus == name:
                return
            self.drive.key("tab")
        pytest.fail(f"{name} cannot be reached with the keyboard")

    def answer(self, key: str, name: str, by_key: bool = True) -> None:
        if by_key:
            self.drive.key(key)
        else:
            self.drive.click(name)

    def mark(self, side: Side) -> str:
        return ProgressFile(self.file).progress.lessons[f"{NAME}/{side.value}"].state


@pytest.fixture
def pupil(tmp_path: Path, cache_folder: Path) -> Iterator[Pupil]:
    yield Pupil(tmp_path, cache_folder)
    pygame.display.quit()


@pytest.mark.parametrize(
    ("side", "by_key", "size", "text"),
    [
        (Side.CENTER, False, (1600, 900), 100),
        (Side.CIRCLE, True, (1024, 640), 150),
    ],
)
def test_doing_what_the_cards_say_leads_to_the_end(
    tmp_path: Path, cache_folder: Path, side: Side, by_key: bool, size: tuple[int, int], text: int
) -> None:
    pupil = Pupil(tmp_path, cache_folder, size, text_size=text)
    pupil.begin(side)
    assert isinstance(pupil.drive.screen, DeskScreen) and pupil.drive.screen.side == side.value
    seen: list[str] = []
    while (step := pupil.step) is not None:
        seen.append(step.id)
        for _ in range(MOST_TOUCHES):
            if pupil.step is not step:
                break
            pupil.obey(by_key)
            if isinstance(pupil.drive.screen, Dialog):
                pytest.fail(f"{step.id} led into a question")
        assert pupil.step is not step, f"{step.id} does not go on"
    steps = pupil.flow.office.library.teaching(NAME).lessons.of(side)
    assert seen == [step.id for step in steps], "every card in its turn, none of them skipped or seen twice"
    assert pupil.mark(side) == DONE
    assert not pupil.drive.has("lesson.on")
    pygame.display.quit()


def test_a_lesson_can_be_left_and_gone_on_with_and_begun_again(pupil: Pupil) -> None:
    pupil.begin(Side.CENTER)
    for _ in range(3):
        pupil.obey(by_key=True)
    left_at = pupil.step
    assert left_at is not None and left_at.id == "cover" and pupil.mark(Side.CENTER) == RUNNING
    pupil.drive.key("escape")
    assert pupil.step is left_at, "with a sheet open Esc only closes it"
    pupil.drive.key("escape")
    assert isinstance(pupil.drive.screen, Dialog) and pupil.step is left_at
    pupil.drive.key("return")
    assert isinstance(pupil.drive.screen, DeskScreen) and pupil.step is None
    assert pupil.mark(Side.CENTER) == LEFT and not pupil.drive.has("lesson.on")

    pupil.drive.key("f10")
    pupil.drive.click("lesson")
    assert "Go on with it" in pupil.drive.words()
    pupil.drive.click("choice0")
    assert pupil.step is left_at and pupil.mark(Side.CENTER) == RUNNING

    pupil.drive.key("f2")
    assert pupil.step is not None and pupil.step.id == "an_informer"
    assert "Go on" not in pupil.drive.words(), "the sheet was closed, so the card asks for it again"

    pupil.drive.key("f10")
    pupil.drive.click("lesson")
    pupil.drive.click("choice1")
    assert isinstance(pupil.drive.screen, DeskScreen)
    assert pupil.step is not None and pupil.step.id == "the_desk"


def test_a_lesson_that_was_never_begun_is_not_begun_again(pupil: Pupil) -> None:
    """In a game of its scenario that was opened without it."""
    scenario = pupil.office.library.scenario("alma-ata-1927")
    match = Match.new(scenario, 9, seats={Side.CENTER: PERSON, Side.CIRCLE: "planner"})
    pupil.drive.app.stack.carry_out(pupil.flow.play(Session(pupil.office, match)))
    pupil.drive.draw()
    pupil.drive.key("f10")
    pupil.drive.click("lesson")
    assert "Begin" in pupil.drive.words() and not [words for words in pupil.drive.words() if "again" in words.lower()]
    pupil.drive.click("choice0")
    pupil.drive.key("f10")
    pupil.drive.click("lesson")
    assert "Begin again" in pupil.drive.words()


def test_what_was_done_before_is_not_asked_for_again(pupil: Pupil) -> None:
    pupil.begin(Side.CENTER)
    for _ in range(3):
        pupil.obey(by_key=True)
    pupil.drive.key("f2")
    assert pupil.step is not None and pupil.step.id == "an_informer", "the card waits to be read though its sheet is open"
    pupil.drive.key("f3")
    assert pupil.step is not None and pupil.step.id == "cover"


def test_a_card_whose_order_was_given_asks_in_bold_for_nothing_but_to_go_on() -> None:
    step = LessonStep(id="order", title="This one too", text="**Give the order.** Then seal.", until=Ordered(ordered="publish"))
    assert card_words(step, Words(), done=False) == step.text
    told = card_words(step, Words(), done=True)
    assert told.count("**") == 2 and "**go on.**" in told and "Give the order. Then seal." in told


def test_the_key_that_goes_on_skips_nothing(pupil: Pupil) -> None:
    pupil.begin(Side.CENTER)
    for _ in range(4):
        pupil.drive.key("f3")
    assert pupil.step is not None and pupil.step.id == "an_informer"
    pupil.drive.key("f5")
    assert pupil.step is not None and pupil.step.id == "cover"


@pytest.mark.parametrize("side", list(Side))
def test_spring_comes_in_spring_to_whoever_skipped_a_seal(pupil: Pupil, side: Side) -> None:
    turns = [1]
    play = Play(scenario=NAME, side=side, seed=1, turn=lambda: turns[-1], orders=tuple, told=frozenset)
    steps = pupil.flow.office.library.teaching(NAME).lessons.of(side)
    course, screen = Course(steps, play, "seal"), pupil.drive.screen
    course.go(next(index for index, step in enumerate(steps) if step.id == "seal_again") - course.index)
    reached = []
    for turn in (1, 2, 3):
        turns.append(turn)
        course.watch(screen)
        reached.append(course.step.id)
    assert reached == ["seal_again", "seal_again", "spring"]


def test_telegrams_wait_for_whoever_reads_a_card_beside_them(pupil: Pupil) -> None:
    pupil.begin(Side.CENTER)
    while pupil.step is not None and pupil.step.id != "telegrams":
        pupil.obey(by_key=True)
    month = pupil.drive.screen
    assert isinstance(month, MonthScreen)
    pupil.drive.draw()
    first = month.page
    for moment in (0, 10**6, 2 * 10**6):
        month.tick(moment)
    assert month.page == first
    pupil.drive.key("space")
    assert month.page != first
    second = month.page
    pupil.drive.click("pace.play")
    pupil.drive.draw()
    for moment in (3 * 10**6, 4 * 10**6, 5 * 10**6):
        month.tick(moment)
    assert month.page != second, "whoever chooses a pace has it"


def test_telegrams_wait_for_whoever_reads_a_note_beside_them(pupil: Pupil) -> None:
    pupil.begin(Side.CENTER)
    pupil.flow.schooling.guide.leave()
    pupil.drive.key("s")
    while not isinstance(pupil.drive.screen, MonthScreen):
        pupil.drive.key("return")
    month = pupil.drive.screen
    pupil.drive.draw()
    assert pupil.drive.has("note.read")
    first = month.page
    for moment in (0, 10**6, 2 * 10**6):
        month.tick(moment)
    assert month.page == first


def test_no_note_stays_behind_a_lesson(pupil: Pupil) -> None:
    pupil.begin(Side.CENTER)
    pupil.flow.schooling.guide.leave()
    pupil.drive.draw()
    assert pupil.drive.has("note.read")
    pupil.flow.schooling.guide.begin()
    assert pupil.flow.schooling.guide._note is None


def test_a_lesson_goes_on_where_the_game_was_left(pupil: Pupil, tmp_path: Path) -> None:
    pupil.begin(Side.CIRCLE)
    pupil.drive.key("f3")
    pupil.drive.key("f10")
    pupil.drive.click("leave")
    assert isinstance(pupil.drive.screen, TitleScreen) and not pupil.drive.has("lesson.on")
    pupil.drive.click("resume")
    assert pupil.step is not None and pupil.step.id == "the_voice"


def test_the_card_moves_nothing_and_leaves_what_it_points_at_in_sight(pupil: Pupil) -> None:
    pupil.begin(Side.CENTER)
    with_it = places(pupil)
    card = pupil.drive.area("laid.card").rect
    step = pupil.step
    assert step is not None
    about = find(pupil.drive.app.stack.top, step.at)
    assert about is not None and not card.colliderect(in_sight(about))
    pupil.flow.schooling.guide.leave()
    pupil.drive.draw()
    assert places(pupil) == with_it


def places(pupil: Pupil) -> dict[str, pygame.Rect]:
    """Where everything lies that is not the guide's own."""
    areas = pupil.drive.canvas.areas
    return {area.id: area.rect for area in areas if not area.id.startswith(("shield", "laid", "lesson", "note"))}


def test_notes_come_once_and_can_be_asked_for_again(pupil: Pupil) -> None:
    pupil.drive.click("new")
    pupil.drive.settle()
    pupil.drive.click(next(area.id for area in pupil.drive.canvas.areas if "Utka" in area.name))
    pupil.drive.click("open")
    assert isinstance(pupil.drive.screen, DeskScreen) and pupil.drive.has("note.read")
    first = next(iter(ProgressFile(pupil.file).progress.dismissed), "")
    assert first == ""
    pupil.drive.key("f3")
    assert not pupil.drive.has("note.read"), "one at a time, not in heaps"
    dismissed = ProgressFile(pupil.file).progress.dismissed
    assert len(dismissed) == 1
    pupil.drive.key("n", "n")
    assert pupil.drive.has("note.read")
    pupil.drive.click("note.none")
    assert not pupil.drive.has("note.read") and not pupil.drive.app.stack.settings.notes
    pupil.drive.key("escape")
    pupil.drive.key("f10")
    pupil.drive.click("settings")
    pupil.drive.click("notes.again")
    assert not ProgressFile(pupil.file).progress.dismissed


def test_the_note_on_the_rings_leaves_their_heading_in_sight(pupil: Pupil) -> None:
    """In *Utka* the head of the board was the one part of it where nothing answers to a touch."""
    pupil.drive.click("new")
    pupil.drive.settle()
    pupil.drive.click(next(area.id for area in pupil.drive.canvas.areas if "Utka" in area.name))
    pupil.drive.click("open")
    pupil.drive.key("f3")
    pupil.drive.key("r", "r")
    pupil.drive.settle()
    card = pupil.drive.area("laid.card").rect
    headings = [text for text in pupil.drive.canvas.texts if text.role == "h2"]
    assert headings and not any(text.rect.colliderect(card) for text in headings)


def test_progress_that_cannot_be_read_is_no_progress(tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    for text in ("{", "[]", '{"lessons": {"a/center": {"step": 3}}}', '{"lessons": 3}'):
        file.write_text(text, encoding="utf-8")
        assert ProgressFile(file).progress.lessons == {}
