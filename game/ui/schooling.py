"""The way to lessons and back: the title's tutorial, a lesson in the menu, and the guide that comes along through all screens."""

from functools import partial

from game.match.match import PERSON, Match
from game.rules.events import EventKind
from game.rules.nouns import Side
from game.rules.setup import Allegiances
from game.scenario import ScenarioError
from game.scenario.lessons import Teaching
from game.ui.guide.guide import Guide
from game.ui.guide.progress import ProgressFile
from game.ui.guide.watching import Play
from game.ui.screen import Action, Outcome, Push, Replace, Stay
from game.ui.screens.dialog import Choice, Dialog
from game.ui.session import Session
from game.ui.sharing import side_name
from game.ui.stage import Stage

TUTORIAL = "tutorial"
"""The level of the scenario that the title's tutorial opens."""
OPPONENT = "planner"
_ALLEGIANCES = {Side.CENTER: Allegiances.HISTORICAL, Side.CIRCLE: Allegiances.UNCERTAIN}
"""Whoever has led the Center has met its people by face: the Circle's lesson draws anew whose they are."""


class Schooling:
    """The lessons of one window."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._office = stage, stage.office
        self.guide = Guide(ProgressFile(stage.office.progress), stage.office.words)
        stage.office.companion = self.guide

    @property
    def is_teaching(self) -> bool:
        """Whether a lesson is on."""
        return self.guide.is_teaching

    def ask_to_leave(self, side: Side) -> Outcome:
        """Asks whether to end the lesson that is on."""
        return self.guide.ask_to_leave(side_name(side))

    def forget_notes(self) -> Outcome:
        """Has all notes shown again, the first time something is met."""
        self.guide.forget_notes()
        return Stay()

    def accompany(self, session: Session) -> None:
        """Has the guide come along in a game."""
        self.guide.attend(*self._company(session))

    def tutorial(self) -> Outcome:
        """Choose a side to learn, in the scenario that is there for it."""
        _ = self._office.words
        name = next((entry.id for entry in self._office.library.entries() if entry.level == TUTORIAL and entry.playable), "")
        if not name:
            return self._stage.said(_("No scenario of the level “tutorial” was found."))
        body = _(
            "The Center is Moscow's secret service, which hunts the Old Man; the Circle are his friends, who keep him alive and "
            "heard. About ten minutes a side: you play, and a card says what there is to do. It can be left at any time."
        )
        choices = [
            Choice(words=words, action=partial(self.take, name, side), kind=side_name(side), key=key)
            for words, side, key in ((_("The Center"), Side.CENTER, "1"), (_("The Circle"), Side.CIRCLE, "2"))
        ]
        return Push(Dialog(_("Tutorial"), body, (*choices, Choice(words=_("Go back")))))

    def take(self, name: str, side: Side) -> Outcome:
        """Begins a game whose lesson begins with it."""
        library = self._office.library
        try:
            scenario, teaching = library.scenario(name), library.teaching(name)
        except ScenarioError as error:
            return self._stage.said(str(error).splitlines()[0])
        seats = {side: PERSON, side.other: OPPONENT}
        match = Match.new(scenario, teaching.lessons.seed, _ALLEGIANCES[side], seats)
        opened = self._stage.play(Session(self._office, match))
        self.guide.begin()
        return opened

    def _company(self, session: Session) -> tuple[Play | None, Teaching]:
        """What the guide needs to know of a game; nothing where two share the desk, or nobody sits at it."""
        name = session.match.scenario.catalogue.id
        if len(session.people) != 1:
            return None, Teaching()
        try:
            teaching = self._office.library.teaching(name)
        except ScenarioError:
            return None, Teaching()
        side = session.people[0]
        play = Play(
            scenario=name,
            side=side,
            seed=session.match.record().seed,
            turn=lambda: session.match.turn,
            orders=lambda: session.draft(side).orders,
            told=partial(_told, session, side),
        )
        return play, teaching

    def lesson_door(self, session: Session, side: Side | None) -> Action | None:
        """The way from the menu of a side's desk to its lesson, where there is one."""
        return partial(self._lesson, session, side) if side is not None and self.guide.has_lesson else None

    def _lesson(self, session: Session, side: Side) -> Outcome:
        """Goes on with the lesson that was left, or begins it anew in another game."""
        _, name = self._office.words, session.match.scenario.catalogue.id
        anew = partial(self._stage.leave, session, partial(self.take, name, side))
        left, main = bool(self.guide.where_it_was_left), side_name(side)
        known = left or self.guide.is_teaching
        begin = _("Begin again") if known else _("Begin")
        choices = [Choice(words=begin, action=anew, kind="paper" if left else main), Choice(words=_("Go back"))]
        if self.guide.is_teaching:
            choices.insert(0, Choice(words=_("Leave the lesson"), action=self._without_lesson))
        elif left:
            choices.insert(0, Choice(words=_("Go on with it"), action=self._with_lesson, kind=main))
        body = _("The lesson opens a game of its own; this one is saved.")
        if known:
            body = _("Begun again, the lesson opens a game of its own; this one is saved.")
        return Replace(Dialog(_("Lesson"), body, choices))

    def _without_lesson(self) -> Outcome:
        self.guide.leave()
        return Stay()

    def _with_lesson(self) -> Outcome:
        self.guide.begin(self.guide.where_it_was_left)
        return Stay()


def _told(session: Session, side: Side) -> frozenset[str]:
    """The scenario's events of which a side has been told."""
    kinds = (EventKind.TOLD, EventKind.HEADLINE)
    return frozenset(event.operation for event in session.history(side) if event.kind in kinds)
