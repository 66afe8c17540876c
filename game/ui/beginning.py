"""Before a game: which scenario, which side, against whom; and what is wrong with a scenario that cannot be played."""

from collections.abc import Sequence
from functools import partial

from game.match.match import PERSON, Match
from game.match.register import ClosedFile
from game.match.saves import list_saves
from game.rules.definitions import Catalogue, Scenario
from game.rules.nouns import Side
from game.scenario import Entry, Finding, ScenarioError, Severity
from game.scenario.loading import entry_of, examine
from game.ui.backdrop import draw_small_map
from game.ui.moments import Scene
from game.ui.presenters.new_game import NewGame, Seating
from game.ui.screen import Outcome, Pop, Push, Replace, Screen
from game.ui.screens.findings import Finding as ShownFinding
from game.ui.screens.findings import FindingsScreen
from game.ui.screens.new_game import NewGameScreen
from game.ui.screens.register import RegisterScreen
from game.ui.screens.working import WorkScreen
from game.ui.session import draw_seed
from game.ui.stage import Stage
from game.ui.words import Words


class Beginning:
    """The way into the new games of one window."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._office = stage, stage.office

    def choose(self) -> Screen:
        """Choose a scenario, a side, an opponent; before that, scenarios are read before the player's eyes that have not been
        since they were changed, as all are the first time."""
        look = self._office.library.look_through()
        work = WorkScreen(look, lambda entries: Replace(self.chooser(entries)), Pop, _looked_through, _looked_at, Scene.TITLE)
        at_once = work.work(0)
        return at_once.screen if isinstance(at_once, Replace) else work

    def chooser(self, entries: Sequence[Entry]) -> NewGameScreen:
        """The same among these."""
        small_map = partial(draw_small_map, self._office.map_sheet)
        at_hand = self._office.library.has_read
        closed = self._office.register.files()
        register = partial(self._register, closed)
        return NewGameScreen(entries, self._brief, self._start, self._findings, small_map, at_hand, closed, register)

    def _register(self, closed: Sequence[ClosedFile]) -> Outcome:
        return Push(self.register(closed))

    def register(self, closed: Sequence[ClosedFile]) -> RegisterScreen:
        """Closed files, to be opened again where they are still saved."""
        saved = {entry.header.game: entry.path for entry in list_saves(self._office.saves) if entry.header and entry.header.over}
        ways = {file.game: partial(self._stage.open_save, saved[file.game]) for file in closed if file.game in saved}
        return RegisterScreen(closed, ways)

    def _brief(self, scenario: str) -> Catalogue | None:
        try:
            return self._office.library.scenario(scenario).catalogue
        except ScenarioError:
            return None

    def _start(self, game: NewGame) -> Outcome:
        try:
            return self._stage.start(self._office.library.scenario(game.scenario), game)
        except ScenarioError:
            return self._findings(game.scenario)

    def _findings(self, scenario: str) -> Outcome:
        packs = self._office.packs
        try:
            return Push(findings_screen(entry_of(scenario, examine(scenario, packs), packs)))
        except ScenarioError as error:
            return self._stage.said(str(error).splitlines()[0])


def _looked_through(_: Words) -> str:
    return _("The scenarios are looked through")


def _looked_at(_: Words, done: int, whole: int) -> str:
    return _("{done} of {all}", done=done, all=whole)


def match_of(scenario: Scenario, game: NewGame) -> Match:
    """A new match as it was asked for, with persons where no player of the computer's sits."""
    computers = {
        Seating.CENTER: {Side.CIRCLE: game.player},
        Seating.CIRCLE: {Side.CENTER: game.player},
        Seating.BOTH: {},
        Seating.WATCH: dict.fromkeys(Side, game.player),
    }[game.seating]
    seed = draw_seed() if game.seed is None else game.seed
    seats = {side: computers.get(side, PERSON) for side in Side}
    return Match.new(scenario, seed, game.allegiances, seats, luck=game.luck)


def findings_screen(entry: Entry) -> FindingsScreen:
    """What is wrong with a scenario."""
    return FindingsScreen(entry.title or entry.id, [shown_finding(finding) for finding in entry.findings])


def shown_finding(finding: Finding) -> ShownFinding:
    """A finding as the error panel shows it."""
    return ShownFinding(
        headline=finding.message,
        file=finding.file,
        line=finding.line or None,
        column=finding.column or None,
        error=finding.severity is Severity.ERROR,
        hint=finding.hint,
    )
