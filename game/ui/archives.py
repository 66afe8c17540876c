"""The way into a finished game's secrets: from its record to the Revelations, and from there to what can be kept of it. It
needs the office alone, so that a record can be opened without a game being played."""

from game.match.chronicle import Chronicle, laid_open, unfold
from game.match.record import Record
from game.rules.definitions import Scenario
from game.scenario.archive import Archive
from game.scenario.steps import Work
from game.ui.office import Office
from game.ui.presenters.archive.refs import Ref
from game.ui.presenters.archive.shelves import Shelves
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.screen import Action, Outcome, Push, Replace
from game.ui.screens.archive import ArchiveScreen
from game.ui.screens.revelations.screen import RevelationsScreen
from game.ui.screens.working import WorkScreen
from game.ui.theme import Theme
from game.ui.words import Words


class Archives:
    """Opens the finished games of one scenario."""

    def __init__(self, office: Office, scenario: Scenario) -> None:
        self._office, self._scenario = office, scenario

    def opening(self, record: Record, leave: Action) -> WorkScreen[Dossier]:
        """Works at the record, shows how far it has come, and gives way to the Revelations.

        Raises:
            ValueError: the game is not over; when the work begins.
        """
        screen = WorkScreen(self._work(record), lambda dossier: Replace(self.shown(dossier, leave)), leave, _opened, _turns_done)
        screen.wording = self._scenario.catalogue.parlance
        return screen

    def dossier(self, record: Record) -> Dossier:
        """All of a finished game in words, at once.

        Raises:
            ValueError: the game is not over.
        """
        return self._dossier(laid_open(record, self._scenario))

    def shown(self, dossier: Dossier, leave: Action) -> RevelationsScreen:
        """The Revelations of a game."""
        screen = RevelationsScreen(
            dossier, self._office.faces, self._office.map_sheet, leave=leave, look_up=self._look_up,
            keep=lambda theme: self._keep(dossier, theme),
        )  # fmt: skip
        screen.wording = self._scenario.catalogue.parlance
        return screen

    def _keep(self, dossier: Dossier, theme: Theme) -> Outcome:
        """Asks what is to be kept of a game."""
        from game.ui.export.keeping import Keeping  # noqa: PLC0415 - loads numpy, 16 MB that no game needs until it is kept

        return Keeping(self._office, dossier, theme).ask()

    def _work(self, record: Record) -> Work[Dossier]:
        chronicle = yield from unfold(record, self._scenario)
        whole = chronicle.turns + 1
        yield whole, whole
        dossier = self._dossier(chronicle)
        for _piece in dossier.prepare():
            yield whole, whole
        yield whole, whole
        _ = self._office.map_sheet.cities.charts  # the first page's map would wait for them, if no desk has been open
        yield whole, whole
        return dossier

    def _dossier(self, chronicle: Chronicle) -> Dossier:
        words = self._office.words.within(self._scenario.catalogue.parlance)
        return Dossier(chronicle, self._archive, words)

    @property
    def _archive(self) -> Archive:
        return self._office.archive_for(self._scenario)

    def _look_up(self, event: str) -> Action | None:
        """The way to an event's entry in the archive."""
        if event not in self._archive.timeline:
            return None

        def open_entry() -> Outcome:
            screen = ArchiveScreen(Shelves(self._archive), self._office.faces, first=Ref("timeline", event))
            return Push(screen)

        return open_entry


def _opened(_: Words) -> str:
    return _("The archives are opened")


def _turns_done(_: Words, done: int, whole: int) -> str:
    return _("{done} of {all} turns", done=max(0, done - 1), all=max(0, whole - 1))
