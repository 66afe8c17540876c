"""Accompanies the player: draws the card of the running lesson, or the note that is due, over whatever screen is on top.

It watches what the player does and never the other way round: no screen knows that there is a lesson, and the game is
the same with it or without.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from pygame import Rect

from game.rules.nouns import Side
from game.scenario.lessons import LessonStep, Note, Ordered, PartAt, Read, Sealed, Teaching
from game.ui.desk.screen import DeskScreen
from game.ui.guide.card import Answer, Card, draw_card
from game.ui.guide.course import Course
from game.ui.guide.pointing import LEADING_ON, all_named, find, in_sight, turn_to_card
from game.ui.guide.progress import DONE, LEFT, RUNNING, Bookmark, ProgressFile
from game.ui.guide.watching import SHEETS, Play
from game.ui.reach import reveal
from game.ui.screen import Canvas, Change, HotArea, Outcome, Push, Screen, Stay
from game.ui.screens.dialog import confirm
from game.ui.screens.month import MonthScreen
from game.ui.stack import Level
from game.ui.theme import SideName
from game.ui.words import Words

_TAUGHT = tuple(SHEETS.values())


class Guide:
    """One for each window. `words` are the interface's own; what lessons say comes from the scenario."""

    def __init__(self, progress: ProgressFile, words: Words) -> None:
        self._file, self._words = progress, words
        self._teaching = Teaching()
        self._play: Play | None = None
        self._course: Course | None = None
        self._note: Note | None = None
        self._quiet: object = None
        self._revealed: object = None
        self._since: tuple[object, int] = (None, 0)

    # -- which game

    def attend(self, play: Play | None, teaching: Teaching) -> None:
        """Comes along to another game, or to none that it could help with; a lesson that was under way there goes on."""
        self._play, self._teaching, self._course, self._note, self._quiet = play, teaching, None, None, None
        mark = self._file.progress.lessons.get(play.lesson) if play is not None else None
        if play is not None and mark is not None and mark.state == RUNNING and mark.seed == play.seed:
            self.begin(mark.step)

    @property
    def has_lesson(self) -> bool:
        """Whether there is a lesson for this side of this game."""
        return self._play is not None and bool(self._teaching.lessons.of(self._play.side))

    @property
    def is_teaching(self) -> bool:
        """Whether a lesson is being taken."""
        return self._course is not None

    @property
    def where_it_was_left(self) -> str:
        """The step at which the lesson of this very game was left; empty if it was not."""
        mark = self._file.progress.lessons.get(self._play.lesson) if self._play is not None else None
        if self._play is None or mark is None or mark.state != LEFT or mark.seed != self._play.seed:
            return ""
        return mark.step

    def begin(self, step: str = "") -> None:
        """Begins the lesson, or goes on with it at a step."""
        if self._play is not None and self.has_lesson:
            self._course = Course(self._teaching.lessons.of(self._play.side), self._play, step)
            self._note = None
            self._mark(RUNNING)

    def leave(self) -> None:
        """Ends the lesson before its end; it can be gone on with."""
        self._mark(LEFT)
        self._course = None

    def ask_to_leave(self, side: SideName) -> Outcome:
        """Makes sure first."""
        _ = self._words

        def leave() -> Outcome:
            self.leave()
            return Stay()

        body = _("The game goes on without it. The menu has it whenever you want it back; the title begins it anew.")
        return Push(confirm(_, _("Leave the lesson?"), body, _("Leave the lesson"), leave, kind=side))

    def forget_notes(self) -> None:
        """Lets every note come again."""
        self._file.forget_notes()
        self._quiet = None

    # -- every frame

    def accompany(self, canvas: Canvas, level: Level) -> None:
        """Looks at what has been done and lays its card over the screen on top, where there is one to lay."""
        screen = level.screen
        if self._play is None or not isinstance(screen, _TAUGHT):
            return
        if self._course is not None:
            self._teach(canvas, level, self._course)
        elif canvas.settings.notes:
            self._remark(canvas, level)

    def _teach(self, canvas: Canvas, level: Level, course: Course) -> None:
        while course.watch(level.screen):
            self._stepped(course)
            if self._course is None:
                return
        self._reveal(canvas, level, course)
        about = _seen(find(level, course.step.at))
        spoken_of = [rect for area in all_named(level, course.step.at) if (rect := _seen(area))]
        self._lay(canvas, level, self._lesson_card(canvas, course), about, (course.index, type(level.screen)), spoken_of)

    def _lay(
        self, canvas: Canvas, level: Level, card: Card, about: Rect | None, shown: object, spoken_of: Sequence[Rect] = ()
    ) -> None:
        """Lays a card over the screen, and neither on what is `spoken_of` besides nor on what leads on; telegrams wait for
        whoever reads it."""
        if isinstance(level.screen, MonthScreen):
            level.screen.wait_for_reader()
        leading_on = [rect for area in level.areas if area.id in LEADING_ON and (rect := _seen(area))]
        draw_card(canvas, card, about, self._age(canvas, shown), [*spoken_of, *leading_on])

    def _lesson_card(self, canvas: Canvas, course: Course) -> Card:
        _, step = canvas.words, course.step
        last = course.index == len(course.steps) - 1
        answers: list[Answer] = []
        if isinstance(step.until, Read) or course.ready:
            words = _("Done") if last else _("Go on")
            answers.append(Answer(id="lesson.on", words=words, key="f3", action=self._on, kind="ink"))
        else:
            answers.append(Answer(id="lesson.on", words=_("Skip this"), key="f5", action=self._on))
        if course.index:
            answers.append(Answer(id="lesson.back", words=_("Back"), key="f2", action=self._back))
        if not last:
            side: SideName = "center" if course.play.side is Side.CENTER else "circle"
            answers.append(Answer(id="lesson.leave", words=_("Leave"), key="f4", action=partial(self.ask_to_leave, side)))
        count = _("Lesson, {now} of {all}", now=course.index + 1, all=len(course.steps))
        return Card(title=step.title, text=card_words(step, _, done=course.ready), answers=answers, count=count)

    def _on(self) -> Outcome:
        return self._go(1)

    def _back(self) -> Outcome:
        return self._go(-1)

    def _go(self, steps: int) -> Outcome:
        if self._course is not None:
            self._course.go(steps)
            self._stepped(self._course)
        return Stay()

    def _stepped(self, course: Course) -> None:
        if not course.is_over:
            self._mark(RUNNING)
            return
        course.index = len(course.steps) - 1
        self._mark(DONE)
        self._file.dismiss(*_notes_learnt(self._teaching.notes, course.steps))
        self._course = None

    def _mark(self, state: str) -> None:
        if self._course is not None:
            play = self._course.play
            self._file.mark(play.lesson, Bookmark(step=self._course.step.id, seed=play.seed, state=state))

    def _age(self, canvas: Canvas, shown: object) -> int:
        """For how many milliseconds this has been shown."""
        if self._since[0] != shown:
            self._since = (shown, canvas.now)
        return canvas.now - self._since[1]

    # -- notes

    def _remark(self, canvas: Canvas, level: Level) -> None:
        """The note that is due: one for each thing that has been opened, so that they do not come in heaps."""
        moment = self._moment(level.screen)
        if self._note is None and moment != self._quiet:
            self._note = next((note for note in self._open_notes() if _seen(find(level, note.at)) is not None), None)
        area = find(level, self._note.at) if self._note is not None else None
        about = _seen(area)
        if self._note is None or about is None:
            self._note = None
            return
        _ = canvas.words
        answers = (
            Answer(id="note.read", words=_("Understood"), key="f3", action=self._understood(moment), kind="ink"),
            Answer(id="note.none", words=_("No more notes"), key="f4", action=self._no_more(canvas)),
        )
        self._lay(canvas, level, Card(title=self._note.title, text=self._note.text, answers=answers), about, self._note.id)

    def _open_notes(self) -> list[Note]:
        side, dismissed = self._play.side if self._play else None, self._file.progress.dismissed
        return [note for note in self._teaching.notes if note.id not in dismissed and note.side in (None, side)]

    def _moment(self, screen: Screen) -> object:
        turn = self._play.turn() if self._play else 0
        opened = (screen.shown, screen.aimed is not None) if isinstance(screen, DeskScreen) else None
        return (turn, type(screen), opened)

    def _understood(self, moment: object) -> Callable[[], Outcome]:
        def understood() -> Outcome:
            if self._note is not None:
                self._file.dismiss(self._note.id)
            self._note, self._quiet = None, moment
            return Stay()

        return understood

    def _no_more(self, canvas: Canvas) -> Callable[[], Outcome]:
        def no_more() -> Outcome:
            self._note = None
            return Change(replace(canvas.settings, notes=False))

        return no_more

    def _reveal(self, canvas: Canvas, level: Level, course: Course) -> None:
        """Once for each card, brings what it points at into sight; after that the player's hand has it."""
        area = find(level, course.step.at)
        now = (course.index, area.id if area is not None else "")
        if self._revealed == now:
            return
        self._revealed = now
        if area is not None and in_sight(area).h < area.rect.h:
            reveal(level, area)
            canvas.request_frame()
        if area is None or area.id.startswith("map."):
            turn_to_card(level, course.step.at, canvas.words)
            canvas.request_frame()


def _seen(area: HotArea | None) -> Rect | None:
    rect = in_sight(area) if area is not None else None
    return rect or None


def card_words(step: LessonStep, _: Words, *, done: bool) -> str:
    """What a card says. Of what was done before it asks nothing in bold: what is to be done now is to go on."""
    said = _done_already(step, _) if done else ""
    return f"{said}\n{step.text.replace('**', '')}" if said else step.text


def _done_already(step: LessonStep, _: Words) -> str:
    """What a card says first that asks for something which cannot be done once more."""
    match step.until:
        case Ordered():
            return _("You have given this order already: **go on.**")
        case Sealed():
            return _("You have sealed this turn already: **go on.**")
        case _:
            return ""


def _notes_learnt(notes: tuple[Note, ...], steps: tuple[LessonStep, ...]) -> list[str]:
    """Notes on parts of the window that the lesson has pointed at: they need not come any more."""
    taught = {pointing for step in steps for pointing in step.at if isinstance(pointing, PartAt)}
    return [note.id for note in notes if taught.intersection(note.at)]
