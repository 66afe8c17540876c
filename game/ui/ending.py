"""The end of a game: the investigation, the verdict, and the opened archives."""

from datetime import date
from functools import partial

from game.match.record import Record
from game.match.register import BOTH, ClosedFile
from game.rules.definitions import Scenario
from game.ui.archives import Archives
from game.ui.presenters.dates import turn_words
from game.ui.presenters.fallout import fallout_sheet
from game.ui.presenters.verdict import verdict_sheet, verdict_title
from game.ui.screen import Outcome, Pop, Push, Reset
from game.ui.screens.fallout import FalloutScreen
from game.ui.screens.verdict import VerdictScreen
from game.ui.session import Session, worded
from game.ui.stage import Stage


class Ending:
    """The way out of the games of one window."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._office = stage, stage.office

    def close(self, session: Session) -> None:
        """Enters a game whose end has been heard in the register, unless nobody has played it, and saves it once more: the month
        is not told again when the file is opened. To close one again changes nothing."""
        match, verdict, people = session.match, session.match.verdict, session.people
        if verdict is None or not people:
            return
        catalogue, alone = match.scenario.catalogue, people[0] if len(people) == 1 else None
        file = ClosedFile(
            game=session.papers.game,
            scenario=catalogue.id,
            title=catalogue.title,
            center=catalogue.sides.center,
            circle=catalogue.sides.circle,
            seat=alone.value if alone is not None else BOTH,
            opponent=match.seats.of(alone.other) if alone is not None else "",
            verdict=verdict_title(catalogue, verdict.id),
            score=verdict.score,
            turn=verdict.turn,
            closed=date.today(),
        )
        self._office.register.enter(file)
        session.autosave(backup=False)

    def fallout(self, session: Session) -> FalloutScreen:
        """What the investigation found, on the way to the verdict. The file is closed by then."""
        self.close(session)
        match, catalogue = session.match, session.match.scenario.catalogue
        sheet = fallout_sheet(match.scenario, match.record().events(), match.truth(), session.words)
        note = f"{catalogue.title}, {turn_words(catalogue, match.turn, '%B %Y', session.words)}"
        return worded(session, FalloutScreen(sheet, note, self._office.faces, lambda: Reset(self.verdict(session))))

    def verdict(self, session: Session) -> VerdictScreen:
        """How it ended."""
        match = session.match
        sheet = verdict_sheet(match.scenario, match.truth(), session.words, match.record().events())
        reveal = partial(self._reveal, match.scenario, match.record())
        return worded(session, VerdictScreen(sheet, self._office.faces, self._stage.to_title, reveal=reveal))

    def _reveal(self, scenario: Scenario, record: Record) -> Outcome:
        """Opens the archives of a finished game, over whatever is shown now."""
        return Push(Archives(self._office, scenario).opening(record, Pop))
